/**
 * A server at work, to be killed: opens the repository, which puts right what the last kill left, and saves and
 * publishes until it dies. It prints `step` when it is about to change something, and each commit that it was told of.
 * With `warm-up` in place of a number it ends by itself: only then does Node keep what it compiled.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Person } from '../../cms/server/access/person.ts';
import { dropPublishedDrafts } from '../../cms/server/drafts/drafts.ts';
import { perform } from '../../cms/server/actions/perform.ts';
import { actions, type ActionName, type AnswerOf } from '../../cms/protocol/actions.ts';
import { draftOf, saveQa } from './requests.ts';
import { qaPath, qaText } from './sample-repository.ts';
import type { ActionContext } from '../../cms/server/actions/action-context.ts';
import { openRepository } from '../../cms/server/repository/open-repository.ts';

const [root = '', seed = '0'] = process.argv.slice(2);
if (seed === 'warm-up') process.exit(0);
const repository = await openRepository({ root, branch: 'main', checkPath: () => undefined });
await dropPublishedDrafts(repository);
report(leftovers().length === 0 ? 'clean' : `leftovers ${leftovers().join(' ')}`);

// What a text says cannot make a write half-done: the rules are tried elsewhere.
const context: ActionContext = {
  repository,
  mediaFolder: 'public/images',
  secondPerson: new Set(),
  check: async () => ({ warnings: [], added: [], judgements: [], shownAddresses: new Set() }),
};
const person: Person = {
  login: 'local',
  name: '岐阜花子',
  mail: 'hanako@example.jp',
  role: 'administrator',
  groups: [],
};
const ids = ['aaaa2222', 'cccc4444', 'dddd5555'];

for (let turn = Number(seed); ; turn += 1) {
  const id = ids[turn % ids.length] ?? '';
  const raw = qaText(id, { body: `${seed}の${turn}回目です。${'長い文章です。'.repeat(turn % 50)}` });
  const state = await act('unpublishedEntry', draftOf(id)).catch(() => undefined);
  const published = await act('getEntry', { path: qaPath(id) });
  if (!state && turn % 3 === 0)
    await told('persistEntry', saveQa(id, raw, { revision: published.revision, useWorkflow: false }));
  else if (!state) await told('persistEntry', saveQa(id, raw, { revision: published.revision }));
  else if (state.status === 'draft')
    await told('updateUnpublishedEntryStatus', { ...draftOf(id), newStatus: 'pending_publish' });
  else await settle(id, raw, state.diffs[0]?.id ?? null);
}

async function settle(id: string, raw: string, revision: string | null): Promise<void> {
  const isPublished = await told('publishUnpublishedEntry', draftOf(id)).then(
    () => true,
    () => false,
  );
  if (isPublished) return;
  const { revision: mainRevision } = await act('getEntry', { path: qaPath(id) });
  await told('persistEntry', saveQa(id, raw, { revision, mainRevision }));
}

async function told(action: ActionName, params: object): Promise<void> {
  report('step');
  const answer = await act(action, params);
  if (typeof answer === 'object' && answer !== null && 'commit' in answer) report(`commit ${answer.commit}`);
}

async function act<Name extends ActionName>(action: Name, params: object): Promise<AnswerOf<Name>> {
  return (await perform(context, person, action, actions[action].params.parse(params) as never)) as AnswerOf<Name>;
}

function leftovers(): string[] {
  const status = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' }).trim();
  const locks = readdirSync(path.join(root, '.git'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.lock$|packed-refs\.new$|doing-\d+/.test(name),
  );
  return [...(status === '' ? [] : status.split('\n')), ...locks];
}

function report(line: string): void {
  process.stdout.write(`${line}\n`);
}
