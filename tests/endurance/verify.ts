import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { qaPath } from '../cms-server/sample-repository.ts';
import type { KnownEntry } from './editor.ts';

/** What is not as the server said it is: one line for each. */
export function verify(root: string, entries: readonly KnownEntry[]): string[] {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1e9 });
  const filesOf = (name: string): Map<string, string> =>
    new Map(
      git('ls-tree', '-r', name)
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => {
          const [facts = '', file = ''] = line.split('\t');
          return [file, facts.split(' ')[2] ?? ''];
        }),
    );
  const problems: string[] = [];
  const main = filesOf('main');
  for (const { id, published, draft } of entries) {
    const onMain = main.get(qaPath(id));
    if (published !== undefined && onMain !== idOf(published))
      problems.push(`${id}: published, but main has ${onMain ?? 'nothing'}`);
    if (draft === undefined) continue;
    const inDraft = attempt(() => filesOf(`refs/heads/cms/qa/gifu/${id}`))?.get(qaPath(id));
    if (inDraft !== idOf(draft)) problems.push(`${id}: saved as a draft, but there is ${inDraft ?? 'nothing'}`);
  }
  const complaints = attempt(() => git('fsck', '--full', '--strict', '--no-dangling', '--no-progress'));
  if (complaints !== '') problems.push(`git fsck: ${complaints ?? 'failed'}`);
  const differences = git('status', '--porcelain')
    .split('\n')
    .filter((line) => line !== '' && !line.endsWith(' notes.txt'));
  problems.push(...differences.map((line) => `work tree or index: ${line}`));
  return problems;
}

function idOf(text: string): string {
  const bytes = Buffer.from(text);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
