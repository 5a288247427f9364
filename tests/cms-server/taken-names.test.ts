import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeRepository, type SampleRepository } from './sample-repository.ts';
import { startServer, type Answer, type SampleServer, type Visitor } from './sample-server.ts';

let repository: SampleRepository;
let server: SampleServer;
let one: Visitor;
let other: Visitor;

beforeEach(async () => {
  repository = makeRepository({ files: { 'content/vocabulary/kosodate.yaml': 'title: 子育て\n' } });
  server = await startServer({ root: repository.root, access: { mode: 'loopback', name: '岐阜花子' } });
  [one, other] = [server.visitor(), server.visitor()];
  await Promise.all([one.open(), other.open()]);
});

afterEach(async () => {
  await server.close();
  repository.remove();
});

const topic = (name: string, more = '') => `name: ${name}\nkana: しけん\norder: 2\ndescription: 試験の話題。\n${more}`;

function save(
  visitor: Visitor,
  slug: string,
  raw: string,
  { collection = 'topics', useWorkflow = true } = {},
): Promise<Answer> {
  return visitor.act('persistEntry', {
    dataFiles: [{ slug, path: `content/${collection}/${slug}.yaml`, raw, revision: null }],
    assets: [],
    options: { collectionName: collection, useWorkflow, newEntry: true },
  });
}

async function holderOf(
  slug: string,
  { collection = 'topics', title = '別の話題' } = {},
): Promise<Record<string, unknown> | null> {
  const { body } = await one.act('nameHolder', { collection, slug, title });
  return (body as { holder: Record<string, unknown> | null }).holder;
}

describe.each([true, false])('a new entry under a taken name (workflow: %s)', (useWorkflow) => {
  it('is refused with who has it, and never offered in the place of the other', async () => {
    const before = repository.git('rev-parse', 'main:content/topics/office-move.yaml');
    const refused = await save(one, 'office-move', topic('別の話題'), { useWorkflow });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      code: 'taken',
      findings: [{ rule: 'taken-name', severity: 'error', overridable: false }],
    });
    expect(refused.body).not.toHaveProperty('conflict');
    const { error } = refused.body as { error: string };
    for (const part of ['「office-move」', '庁舎移転', '例：office-move-2']) expect(error).toContain(part);
    expect(repository.git('rev-parse', 'main:content/topics/office-move.yaml')).toBe(before);
    expect(repository.git('for-each-ref', 'refs/heads/cms')).toBe('');
  });

  it('is refused in the vocabulary too', async () => {
    const refused = await save(one, 'kosodate', 'title: 別の分野\n', { collection: 'vocabulary', useWorkflow });
    expect(refused.body).toMatchObject({ code: 'taken', error: expect.stringContaining('子育て') });
  });

  it('is saved once if two editors send it at once', async () => {
    const both = await Promise.all([
      save(one, 'twins', topic('一つ目'), { useWorkflow }),
      save(other, 'twins', topic('二つ目'), { useWorkflow }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [won, lost] = both[0]?.status === 200 ? ['一つ目', both[1]] : ['二つ目', both[0]];
    expect(lost?.body).toMatchObject({ code: 'taken', error: expect.stringContaining(`「${won}」`) });
    expect(repository.git('show', `${useWorkflow ? 'cms/topics/twins' : 'main'}:content/topics/twins.yaml`)).toContain(
      won,
    );
  });

  it('is taken for what it is when the answer was lost and it is sent again', async () => {
    expect((await save(one, 'again', topic('もう一度'), { useWorkflow })).status).toBe(200);
    expect((await save(one, 'again', topic('もう一度'), { useWorkflow })).status).toBe(200);
  });
});

it('tells of a draft, of a redirect and of a deleted topic', async () => {
  expect(await holderOf('free-name')).toBeNull();
  await save(one, 'draft-only', topic('書きかけ'));
  expect(await holderOf('draft-only')).toMatchObject({
    kind: 'draft',
    title: '書きかけ',
    writer: '岐阜花子',
    free: 'draft-only-2',
  });

  repository.write('content/topics/moved.yaml', topic('移した話題', 'redirectFrom:\n  - /topics/former/\n'));
  repository.write('content/topics/gone.yaml', topic('消えた話題'));
  repository.commit('Add');
  repository.git('rm', '-q', 'content/topics/gone.yaml');
  repository.commit('Delete');
  expect(await holderOf('former')).toMatchObject({
    kind: 'redirect',
    title: '移した話題',
    sentence: expect.stringContaining('以前のアドレス'),
  });
  expect(await holderOf('forme')).toBeNull();
  expect(await holderOf('gone')).toMatchObject({ kind: 'deleted', title: '消えた話題' });
  for (const slug of ['former', 'gone', 'draft-only'])
    expect((await save(other, slug, topic('別の話題'))).body).toMatchObject({ code: 'taken' });
});

it('lets a deleted topic come back under its own title, and a name of the vocabulary that no reader ever saw', async () => {
  repository.git('rm', '-q', 'content/vocabulary/kosodate.yaml');
  repository.write('content/topics/gone.yaml', topic('消えた話題'));
  repository.commit('Change');
  repository.git('rm', '-q', 'content/topics/gone.yaml');
  repository.commit('Delete');
  expect(await holderOf('gone', { title: '消えた話題' })).toBeNull();
  expect((await save(one, 'gone', topic('消えた話題'))).status).toBe(200);
  expect(await holderOf('kosodate', { collection: 'vocabulary' })).toBeNull();
});

it('suggests a name that nobody has', async () => {
  repository.write('content/topics/office-move-2.yaml', topic('二つ目'));
  repository.commit('Add');
  await save(one, 'office-move-3', topic('三つ目'));
  expect(await holderOf('office-move')).toMatchObject({ free: 'office-move-4' });
});

it('goes on saving a draft that was begun under its name', async () => {
  const first = await save(one, 'mine', topic('一度目'));
  const { revisions } = first.body as { revisions: Record<string, string> };
  const again = await one.act('persistEntry', {
    dataFiles: [
      { slug: 'mine', path: 'content/topics/mine.yaml', raw: topic('二度目'), revision: Object.values(revisions)[0] },
    ],
    assets: [],
    options: { collectionName: 'topics', useWorkflow: true, newEntry: false },
  });
  expect(again.status).toBe(200);
});

it.each([
  ['topics', '../x'],
  ['topics', 'Office Move'],
  ['nothing', 'x'],
  ['qa', 'x'],
])('refuses to be asked about %s %s', async (collection, slug) => {
  expect((await one.act('nameHolder', { collection, slug })).status).toBeGreaterThanOrEqual(404);
});
