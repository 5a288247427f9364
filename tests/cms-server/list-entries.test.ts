import { afterEach, expect, it } from 'vitest';
import type { AnswerOf } from '../../cms/protocol/actions.ts';
import type { ListedEntry } from '../../cms/protocol/entry-shapes.ts';
import { makeRepository, qaPath, qaText, type SampleRepository } from './sample-repository.ts';
import { startServer, type SampleServer, type Visitor } from './sample-server.ts';

let repository: SampleRepository;
let server: SampleServer;
let visitor: Visitor;

afterEach(async () => {
  await server.close();
  repository.remove();
});

const count = 30;
const idAt = (index: number) => `aaaa22${String.fromCharCode(97 + Math.floor(index / 6))}${(index % 6) + 2}`;

async function open(files: Record<string, string> = {}): Promise<void> {
  const many = Array.from({ length: count }, (_, index) => idAt(index)).map((id): [string, string] => [
    qaPath(id),
    qaText(id, { question: `質問${id}は、どこに聞けばよいですか。` }),
  ]);
  repository = makeRepository({ files: { ...Object.fromEntries(many), ...files } });
  server = await startServer({ root: repository.root, access: { mode: 'loopback', name: '岐阜花子' } });
  visitor = server.visitor();
  await visitor.open();
}

async function list(since?: string): Promise<{ tree: string; isWhole: boolean; entries: ListedEntry[] }> {
  const place = { folder: 'content/qa', extension: 'mdx', depth: 2 };
  const { status, body } = await visitor.act('listEntries', { ...place, ...(since === undefined ? {} : { since }) });
  expect(status).toBe(200);
  const [head, ...entries] = body as AnswerOf<'listEntries'>;
  if (!head || !('tree' in head)) throw new Error('A list without a head.');
  return { ...head, entries: entries as ListedEntry[] };
}

it('sends what lists show of each entry, and no texts', async () => {
  await open();
  const { entries, isWhole } = await list();
  expect(isWhole).toBe(true);
  expect(entries.length).toBeGreaterThanOrEqual(count);
  const entry = entries.find(({ path }) => path === qaPath(idAt(3)));
  expect(entry?.fields).toMatchObject({ id: idAt(3), group: 'gifu', status: 'current' });
  expect(Object.keys(entry?.fields ?? {})).not.toContain('answers');
  expect(entry?.id).toBe(repository.git('rev-parse', `main:${qaPath(idAt(3))}`));
});

it('sends who knows a list only what differs from it', async () => {
  await open();
  const { tree } = await list();
  expect(await list(tree)).toEqual({ tree, isWhole: false, entries: [] });

  repository.write(qaPath(idAt(0)), qaText(idAt(0), { question: '書き直した質問は、どこに聞けばよいですか。' }));
  repository.write(qaPath(idAt(1), 'nagano'), qaText(idAt(1)).replace('group: gifu', 'group: nagano'));
  repository.write('content/topics/other.yaml', 'name: 別の話題\nkana: べつ\norder: 9\ndescription: 別の話題です。\n');
  repository.git('rm', '-q', qaPath(idAt(1)), qaPath(idAt(2)));
  repository.commit('By hand');

  const later = await list(tree);
  expect(later.isWhole).toBe(false);
  expect(later.entries.map(({ path, id, fields }) => [path, id !== null, fields?.['question'] ?? null])).toEqual([
    [qaPath(idAt(0)), true, '書き直した質問は、どこに聞けばよいですか。'],
    [qaPath(idAt(1)), false, null],
    [qaPath(idAt(2)), false, null],
    [qaPath(idAt(1), 'nagano'), true, expect.any(String)],
  ]);
  // The same as somebody sees who knew nothing.
  expect((await list()).entries.map(({ path }) => path)).toEqual(expect.arrayContaining([qaPath(idAt(1), 'nagano')]));
});

it('sends all of it where the known list is of no version that is there', async () => {
  await open();
  const whole = await list();
  expect(await list('1234567890123456789012345678901234567890')).toEqual(whole);
});

it('tells an entry that cannot be read from one that is gone', async () => {
  await open({ [qaPath('brkn2222')]: '---\nquestion: [\n---\n' });
  const { entries } = await list();
  const broken = entries.find(({ path }) => path === qaPath('brkn2222'));
  expect(broken).toEqual({ path: qaPath('brkn2222'), id: expect.any(String) as string, fields: null });
});
