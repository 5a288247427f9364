/**
 * `npm run bench:cms [-- seconds]`: a list of 2,000 entries, a board of 100 drafts, and 20 editors who save without a
 * pause. Prints times in milliseconds; the limits are 2,000, 3,000 and, for 95 of 100 saves, 1,000.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import { draftOf, saveQa } from '../cms-server/requests.ts';
import { saveConcurrently } from '../cms-server/concurrent-editors.ts';
import { makeRepository, qaPath, qaText } from '../cms-server/sample-repository.ts';
import { startServer, type Visitor } from '../cms-server/sample-server.ts';

const seconds = Number(process.argv[2] ?? 60);
const entries = 2_000;
const drafts = 100;
const editors = 20;

const groups = readdirSync('content/groups').filter((name) => name.endsWith('.yaml'));
const files = Object.fromEntries([
  ...groups.map((name) => [`content/groups/${name}`, readFileSync(path.join('content/groups', name), 'utf8')]),
  ...Array.from({ length: entries }, (_, number) => [
    qaPath(idOf(number), groupOf(number)),
    qaText(idOf(number), { group: groupOf(number), question: questionOf(number), body: '本文です。'.repeat(200) }),
  ]),
]);
const repository = makeRepository({ files });
const server = await startServer({ root: repository.root });
const visitors = Array.from({ length: editors }, () => server.visitor());
await Promise.all(visitors.map((visitor) => visitor.open()));
const [first] = visitors;
if (!first) throw new Error('no editor');

console.log(
  `load of the machine: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
);
for (const name of ['list, first time', 'list, again']) {
  console.log(
    name,
    await time(() => first.act('entriesByFolder', { folder: 'content/qa', extension: 'mdx', depth: 2 })),
  );
}
console.log('first save', await time(() => saveDraft(first, 0)));
for (let number = 1; number < drafts; number += 1) await saveDraft(first, number);
console.log('one save, nobody else', await time(() => saveDraft(first, drafts)));
console.log('board in one answer', await time(() => first.act('unpublishedBoard')));
console.log('board as Decap asks for it', await time(() => readBoard(first)));

const saves = await saveConcurrently(visitors, seconds * 1_000);
const times = saves.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
const failed = saves.filter(({ status }) => status !== 200);
const commits = Number(repository.git('rev-list', '--count', '--all'));
const missing = saves.length - failed.length + drafts + 1 - (commits - 1);
const last = new Map(saves.filter(({ status }) => status === 200).map((save) => [save.id, save]));
const lost = [...last.values()].filter(
  ({ id, text, useWorkflow }) =>
    repository.git('show', `${useWorkflow ? `cms/qa/gifu/${id}` : 'main'}:${qaPath(id)}`) !== text.trimEnd(),
);
console.log(
  `${editors} editors for ${seconds} s: ${saves.length} saves, ${failed.length} failed, ${missing} commits missing, ${lost.length} last edits lost`,
);
console.log(`p50 ${percentile(times, 0.5)}, p95 ${percentile(times, 0.95)}, longest ${percentile(times, 1)}`);
await server.close();
repository.git('fsck', '--strict');
repository.remove();
process.exitCode = failed.length + missing + lost.length === 0 ? 0 : 1;

async function saveDraft(visitor: Visitor, number: number): Promise<void> {
  const id = idOf(number);
  const { revision } = (await visitor.act('getEntry', { path: qaPath(id, groupOf(number)) })).body as {
    revision: string;
  };
  const text = qaText(id, { group: groupOf(number), question: questionOf(number), body: '下書きです。' });
  const answer = await visitor.act('persistEntry', saveQa(id, text, { revision, group: groupOf(number) }));
  if (answer.status !== 200) throw new Error(answer.text);
}

async function readBoard(visitor: Visitor): Promise<void> {
  const ids = (await visitor.act('unpublishedEntries')).body as string[];
  await Promise.all(
    ids.map(async (id) => {
      await visitor.act('unpublishedEntry', { id });
      const [, group = '', name = ''] = id.split('/');
      await visitor.act('unpublishedEntryDataFile', { ...draftOf(name, group), path: qaPath(name, group), id });
    }),
  );
}

function idOf(number: number): string {
  return `many${String(number).padStart(4, '0')}`;
}

function groupOf(number: number): string {
  return (groups[number % groups.length] ?? '').replace('.yaml', '');
}

function questionOf(number: number): string {
  return `${number}件目の質問として、何を先に決めればよいですか。`;
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return Math.round(performance.now() - started);
}

function percentile(sorted: readonly number[], share: number): number {
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}
