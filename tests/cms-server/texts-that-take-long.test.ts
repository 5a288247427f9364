import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveQa } from './requests.ts';
import { makeRepository, qaText, type SampleRepository } from './sample-repository.ts';
import { startServer, type SampleServer, type Visitor } from './sample-server.ts';

let repository: SampleRepository;
let server: SampleServer;
let writer: Visitor;
let other: Visitor;
/** CPU microseconds of the server's own thread for a save of an ordinary text. */
let ordinaryCost: number;

beforeAll(async () => {
  repository = makeRepository();
  server = await startServer({ root: repository.root });
  [writer, other] = [server.visitor(), server.visitor()];
  await Promise.all([writer.open(), other.open()]);
  const saves = ['eeee6666', 'ffff7777'].map(
    (id) => () => writer.act('persistEntry', saveQa(id, qaText(id), { revision: null })),
  );
  for (const save of saves) ordinaryCost = await threadTime(save);
});

afterAll(async () => {
  await server.close();
  repository.remove();
});

const front = (yaml: string) => `---\n${yaml}---\n\n本文です。\n`;

it.each([
  ['100,000 backticks', qaText('cccc4444', { body: '`'.repeat(100_000) })],
  ['backticks within the limit', qaText('cccc4444', { body: '`a'.repeat(19_000) })],
  ['100,000 spaces in the front matter', front(`${' '.repeat(100_000)}\n`)],
  ['spaces within the limit', front(`question: ${' '.repeat(39_000)}あ\n`)],
  ['98,000 fields', front('a: b\n'.repeat(98_000))],
  ['fields within the limit', front('a: b\n'.repeat(4_900))],
  ['500 KB of names', qaText('cccc4444', { body: '山田さん '.repeat(95_000) })],
  ['names within the limit', qaText('cccc4444', { body: '山田さん '.repeat(7_900) })],
  ['mail addresses', qaText('cccc4444', { body: 'a@a.jp '.repeat(5_600) })],
  ['brackets', qaText('cccc4444', { body: '[a]('.repeat(9_000) })],
  ['a question without end', qaText('cccc4444', { question: '？'.repeat(90_000) })],
])('a save of %s is answered shortly, and others meanwhile are not kept waiting', async (name, raw) => {
  const id = idOf(name);
  let save = writer.act('info');
  const cost = await threadTime(async () => {
    save = writer.act('persistEntry', saveQa(id, raw.replace('cccc4444', id), { revision: null }));
    expect((await other.act('info')).status).toBe(200);
    await save;
  });
  const { status, text, body } = await save;
  // Within the limit there may be nothing wrong with it but that it takes long.
  if (name.includes('within')) expect([200, 422]).toContain(status);
  else expect(status).toBe(422);
  if (status === 422) expect((body as { error: string }).error).toMatch(/[ぁ-ん]/);
  expect(text.length).toBeLessThan(200_000);
  // What takes long is done by other threads.
  expect(cost / ordinaryCost).toBeLessThan(10);
});

it('an ordinary save meanwhile is not kept waiting either', async () => {
  const slow = writer.act(
    'persistEntry',
    saveQa('cccc4444', qaText('cccc4444', { body: '`|'.repeat(19_000) }), { revision: null }),
  );
  const text = qaText('dddd5555', { question: 'ほかの人が同時に保存する質問は、いつ保存されますか。' });
  const answer = await other.act('persistEntry', saveQa('dddd5555', text, { revision: null }));
  expect(answer.status, answer.text).toBe(200);
  expect([200, 422]).toContain((await slow).status);
});

/** CPU microseconds that this thread, which the server shares with the test, spends until the work is done. */
async function threadTime(work: () => Promise<unknown>): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return user + system;
}

function idOf(name: string): string {
  return `x${[...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9_999_999, 7)}`;
}
