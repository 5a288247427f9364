import type { Git, Signature } from './git.ts';

/** Who last changed the file on the branch, and when. */
export async function findLastChange(git: Git, tip: string, path: string): Promise<Signature | undefined> {
  return parseSignature(await git.run(['log', '-1', '--format=%an%x00%ae%x00%aI', tip, '--', path]));
}

/** The text that stood at a path of the branch when it was deleted last; `undefined` where that never happened. */
export async function findDeleted(git: Git, tip: string, path: string): Promise<string | undefined> {
  const found = await git.run([
    'log',
    '-1',
    '--format=',
    '--raw',
    '--no-abbrev',
    '--no-renames',
    '--diff-filter=D',
    tip,
    '--',
    path,
  ]);
  return /^:\d+ \d+ ([0-9a-f]+) /m.exec(found.toString())?.[1];
}

/** Paths of the files below the folders in which the words stand, letter for letter. */
export async function findMentions(
  git: Git,
  tree: string,
  words: string,
  folders: readonly string[],
): Promise<string[]> {
  const found = await git.run(['grep', '-l', '-z', '-F', '-e', words, tree, '--', ...folders], { accept: [1] });
  return found
    .toString()
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => line.slice(tree.length + 1));
}

/** Whether this text once stood at this path. An id alone proves nothing: it could name any file of the repository. */
export async function wasEverAt(git: Git, tips: readonly string[], path: string, file: string): Promise<boolean> {
  return (await git.run(['log', '-1', '--format=%H', `--find-object=${file}`, ...tips, '--', path])).length > 0;
}

/** The commit from which two branches went apart; `undefined` if they share none. */
export async function findForkPoint(git: Git, one: string, other: string): Promise<string | undefined> {
  const id = (await git.run(['merge-base', one, other], { accept: [1] })).toString().trim().split('\n')[0] ?? '';
  return id === '' ? undefined : id;
}

/** Also false where one of the commits is not there. */
export async function isAncestor(git: Git, ancestor: string, descendant: string): Promise<boolean> {
  return git.run(['merge-base', '--is-ancestor', ancestor, descendant]).then(
    () => true,
    () => false,
  );
}

function parseSignature(out: Buffer): Signature | undefined {
  const [name, mail, when] = out.toString().trim().split('\0');
  return name === undefined || mail === undefined || when === undefined
    ? undefined
    : { name, mail, when: new Date(when).toISOString() };
}
