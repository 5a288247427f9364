import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftOf, makeReady, revisionOf, saveQa } from './requests.ts';
import { makeRepository, qaPath, qaText, type SampleRepository } from './sample-repository.ts';
import { startServer, type SampleServer, type Visitor } from './sample-server.ts';

let repository: SampleRepository;
let server: SampleServer;
let visitor: Visitor;

beforeEach(async () => {
  repository = makeRepository();
  server = await startServer({ root: repository.root, access: { mode: 'loopback', name: '岐阜花子' } });
  visitor = server.visitor();
  await visitor.open();
});

afterEach(async () => {
  repository.git('fsck', '--strict');
  await server.close();
  repository.remove();
});

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const asset = (name: string) => ({ path: `public/images/${name}`, content: pixel, encoding: 'base64' });
const question = '仮庁舎の電話番号は、どうやって知らせればよいですか。';
const text = (body = '本文です。', more: { extra?: string } = {}): string =>
  qaText('cccc4444', { question, body, ...more });
const branch = 'cms/qa/gifu/cccc4444';
const published = (): string[] => repository.git('ls-tree', '-r', '--name-only', 'main').split('\n');
const save = (raw: string, options: object = {}) =>
  visitor.act('persistEntry', saveQa('cccc4444', raw, { revision: null, ...options }));
const revision = (answer: { body: unknown }): string =>
  Object.values((answer.body as { revisions: Record<string, string> }).revisions)[0] ?? '';

/** Commits files onto the draft's branch as somebody with Git would. */
function commitByHand(files: Record<string, string | null>): void {
  repository.git('switch', '-q', branch);
  for (const [name, content] of Object.entries(files)) {
    if (content === null) repository.git('rm', '-q', name);
    else repository.write(name, content);
  }
  repository.commit('手元で足した');
  repository.git('switch', '-q', 'main');
}

describe('a save', () => {
  it.each([true, false])('takes one entry (workflow: %s)', async (useWorkflow) => {
    const heads = repository.git('for-each-ref');
    const one = saveQa('cccc4444', text(), { revision: null, useWorkflow }) as { dataFiles: object[] };
    const other = saveQa('dddd5555', qaText('dddd5555', { question: '引越しの当日、職員は何人いれば足りますか。' }), {
      revision: null,
    }) as { dataFiles: object[] };
    const refused = await visitor.act('persistEntry', { ...one, dataFiles: [...one.dataFiles, ...other.dataFiles] });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ error: expect.stringContaining('一つ') });
    expect(repository.git('for-each-ref')).toBe(heads);
  });

  it.each([
    ['no place in the text', '本文です。'],
    ['only a place in code', '`/images/cccc4444-map.png`'],
    ['only a name in prose', 'cccc4444-map.png を見てください。'],
    ['only a longer name in the text', '![図](/images/x-cccc4444-map.png)'],
  ])('refuses an image that has %s', async (_why, body) => {
    for (const useWorkflow of [true, false]) {
      const refused = await save(text(body), {
        assets: [asset('cccc4444-map.png'), ...(body.includes('/x-') ? [asset('x-cccc4444-map.png')] : [])],
        useWorkflow,
      });
      expect(refused.status).toBe(422);
      expect(refused.body).toMatchObject({ code: 'content', error: expect.stringContaining('cccc4444-map.png') });
    }
    expect(repository.git('branch', '--list', 'cms/*')).toBe('');
    expect(published().filter((path) => path.startsWith('public/'))).toEqual([]);
  });

  it('takes an image in the text, in an answer, and one behind a link', async () => {
    const raw = text('![地図](/images/cccc4444-map.png)\n\n[図面](/images/cccc4444-plan.png)').replace(
      '半年前に仕様を固めました。',
      '![表](/images/cccc4444-table.png)',
    );
    const saved = await save(raw, { assets: ['map', 'plan', 'table'].map((name) => asset(`cccc4444-${name}.png`)) });
    expect(saved.status).toBe(200);
    await makeReady(visitor, 'cccc4444');
    expect((await visitor.act('publishUnpublishedEntry', draftOf('cccc4444'))).status).toBe(200);
    expect(published().filter((path) => path.startsWith('public/'))).toHaveLength(3);
  });

  it('drops an image of an earlier save that only prose still names', async () => {
    const first = await save(text('![地図](/images/cccc4444-map.png)'), { assets: [asset('cccc4444-map.png')] });
    const second = await save(text('cccc4444-map.png は外しました。'), { revision: revision(first) });
    expect(second.status).toBe(200);
    expect(repository.git('ls-tree', '-r', '--name-only', branch, 'public')).toBe('');
    await makeReady(visitor, 'cccc4444');
    expect((await visitor.act('publishUnpublishedEntry', draftOf('cccc4444'))).status).toBe(200);
    expect(published().filter((path) => path.startsWith('public/'))).toEqual([]);
  });

  it.each([
    ['another id', { newPath: qaPath('dddd5555') }],
    ['another collection', { newPath: 'content/topics/cccc4444.yaml' }],
  ])('does not rename to %s', async (_name, more) => {
    expect((await save(text(), more)).status).toBe(422);
    expect(repository.git('branch', '--list', 'cms/*')).toBe('');
  });
});

describe('a branch that somebody changed by hand', () => {
  const other = qaText('aaaa2222', { body: 'こっそり変えた本文。' });

  it.each<[string, Record<string, string | null>, string]>([
    ['changes another entry', { [qaPath('aaaa2222')]: other }, 'aaaa2222'],
    [
      'adds another entry',
      { [qaPath('dddd5555')]: qaText('dddd5555', { question: '引越しの当日、職員は何人いれば足りますか。' }) },
      'dddd5555',
    ],
    ['deletes another entry', { [qaPath('bbbb3333', 'aichi')]: null }, 'bbbb3333'],
    [
      'changes a topic',
      { 'content/topics/office-move.yaml': 'name: 庁舎\nkana: ちょうしゃ\norder: 1\ndescription: 変えた。\n' },
      'office-move',
    ],
    [
      'adds the same id in another group',
      { [qaPath('cccc4444', 'aichi')]: text().replace('group: gifu', 'group: aichi') },
      'aichi/cccc4444',
    ],
    ['writes judgements itself', { 'content/privacy-exceptions.yaml': '[]\n' }, 'privacy-exceptions'],
    ['changes a program', { 'package.json': '{}\n' }, 'package.json'],
  ])('and that %s is neither published nor saved on', async (_what, files, named) => {
    const first = await save(text());
    commitByHand(files);
    await makeReady(visitor, 'cccc4444');
    const before = repository.git('rev-parse', 'main');
    const refused = await visitor.act('publishUnpublishedEntry', draftOf('cccc4444'));
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'not-ready', error: expect.stringContaining(named) });
    expect((await visitor.act('unpublishedEntry', draftOf('cccc4444'))).body).toMatchObject({ mayPublish: false });
    const saved = await save(text('続き。'), { revision: revision(first) });
    expect(saved.status).toBe(409);
    expect(saved.body).toMatchObject({ code: 'not-ready', error: expect.stringContaining(named) });
    expect(repository.git('rev-parse', 'main')).toBe(before);
  });

  it('and that carries an unused image is not published, until the next save has dropped it', async () => {
    const first = await save(text());
    commitByHand({ 'public/images/secret.png': 'no picture' });
    await makeReady(visitor, 'cccc4444');
    expect((await visitor.act('publishUnpublishedEntry', draftOf('cccc4444'))).body).toMatchObject({
      code: 'not-ready',
      error: expect.stringContaining('secret.png'),
    });
    // The same text again: what the editor sees did not change, what is published does.
    expect((await save(text(), { revision: revision(first) })).status).toBe(200);
    expect((await visitor.act('publishUnpublishedEntry', draftOf('cccc4444'))).status).toBe(200);
    expect(published().filter((path) => path.startsWith('public/'))).toEqual([]);
  });

  it('and that only deletes its entry is not published unseen', async () => {
    await visitor.act(
      'persistEntry',
      saveQa('aaaa2222', qaText('aaaa2222', { body: '変えた。' }), {
        revision: await revisionOf(visitor, qaPath('aaaa2222')),
      }),
    );
    repository.git('switch', '-q', 'cms/qa/gifu/aaaa2222');
    repository.git('rm', '-q', qaPath('aaaa2222'));
    repository.commit('消した');
    repository.git('switch', '-q', 'main');
    await makeReady(visitor, 'aaaa2222');
    expect((await visitor.act('publishUnpublishedEntry', draftOf('aaaa2222'))).status).not.toBe(200);
    expect(published()).toContain(qaPath('aaaa2222'));
    expect((await visitor.act('unpublishedBoard')).status).toBe(200);
  });

  it('and that replaces or removes a published image is not published', async () => {
    repository.write('public/images/shared.png', 'before');
    repository.commit('画像');
    await save(text('![図](/images/shared.png)'));
    commitByHand({ 'public/images/shared.png': 'after' });
    await makeReady(visitor, 'cccc4444');
    expect((await visitor.act('publishUnpublishedEntry', draftOf('cccc4444'))).body).toMatchObject({
      error: expect.stringContaining('shared.png'),
    });
  });
});
