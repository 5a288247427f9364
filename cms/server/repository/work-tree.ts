import { lstat, mkdir, open, readFile, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import type { Git } from './git.ts';
import type { FileMove } from './journal.ts';
import type { Objects } from './objects.ts';

/**
 * Brings the checked-out copies of files along after their branch moved. A copy that somebody changed stays as it is, and so does
 * an index entry that somebody staged; the result names those. Doing it twice does no harm.
 */
export async function bringFilesAlong(git: Git, objects: Objects, files: readonly FileMove[]): Promise<ReadonlySet<string>> {
  const { workTree } = git;
  const leftAlone = new Set<string>();
  if (workTree === undefined || files.length === 0) return leftAlone;
  const staged = await readStaged(git, files);
  const moved: FileMove[] = [];
  for (const file of files) {
    const inIndex = staged.get(file.path);
    // Without this the next commit made by hand would take the change back without a word.
    if (inIndex === file.before && inIndex !== file.after) moved.push(file);
    else if (inIndex !== file.after) leftAlone.add(file.path);
    if (!(await bringCopyAlong(git, objects, workTree, file))) leftAlone.add(file.path);
  }
  const lines = moved.map((file) => indexLine(git, file)).join('');
  if (lines !== '' && !(await updateIndex(git, lines))) for (const { path: name } of moved) leftAlone.add(name);
  return leftAlone;
}

/** Removes what a killed process may have left beside the checked-out files. */
export async function removeHalfWrittenCopies(workTree: string, files: readonly FileMove[]): Promise<void> {
  for (const file of files) {
    if (await isReachedWithoutLinks(workTree, file.path)) await rm(newName(path.join(workTree, file.path)), { force: true });
  }
}

async function bringCopyAlong(git: Git, objects: Objects, workTree: string, file: FileMove): Promise<boolean> {
  if (!(await isReachedWithoutLinks(workTree, file.path))) return false;
  const place = path.join(workTree, file.path);
  const copy = await readCopy(place);
  if (copy === 'other') return false;
  const isExact = await isText(objects, copy, file.before);
  if (!isExact) {
    if (await isFilteredText(git, objects, file.path, copy, file.after)) return true;
    if (!(await isFilteredText(git, objects, file.path, copy, file.before))) return false;
  }
  if (file.after === undefined) await removeCopy(workTree, place);
  else await writeCopy(place, isExact ? await objects.file(file.after) : await git.run(['cat-file', '--filters', `--path=${file.path}`, file.after]));
  return true;
}

async function isText(objects: Objects, copy: Buffer | undefined, id: string | undefined): Promise<boolean> {
  if (copy === undefined || id === undefined) return copy === undefined && id === undefined;
  // A damaged text is compared by its id, as one that went through a filter.
  const text = await objects.file(id).catch(() => undefined);
  return text !== undefined && copy.equals(text);
}

/** Whether the copy is the text `id`, line endings and other filters of the machine considered. */
async function isFilteredText(git: Git, objects: Objects, name: string, copy: Buffer | undefined, id: string | undefined): Promise<boolean> {
  if (copy === undefined || id === undefined || (await isText(objects, copy, id))) return isText(objects, copy, id);
  return (await git.run(['hash-object', `--path=${name}`, '--stdin'], { input: copy })).toString().trim() === id;
}

/** Every folder on the way is a real one: a link could lead anywhere. */
async function isReachedWithoutLinks(workTree: string, name: string): Promise<boolean> {
  let folder = workTree;
  for (const segment of name.split('/').slice(0, -1)) {
    folder = path.join(folder, segment);
    const facts = await lstat(folder).catch(() => undefined);
    if (facts === undefined) return true;
    if (!facts.isDirectory()) return false;
  }
  return true;
}

async function readCopy(place: string): Promise<Buffer | 'other' | undefined> {
  const facts = await lstat(place).catch(() => undefined);
  if (facts === undefined) return undefined;
  return facts.isFile() ? readFile(place) : 'other';
}

async function writeCopy(place: string, bytes: Buffer): Promise<void> {
  await mkdir(path.dirname(place), { recursive: true });
  const half = newName(place);
  await rm(half, { force: true });
  const handle = await open(half, 'wx', 0o644);
  await handle.writeFile(bytes);
  await handle.close();
  await rename(half, place);
}

async function removeCopy(workTree: string, place: string): Promise<void> {
  await rm(place, { force: true });
  for (let folder = path.dirname(place); folder !== workTree && folder.startsWith(workTree); folder = path.dirname(folder)) {
    const isGone = await rmdir(folder).then(() => true, () => false);
    if (!isGone) return;
  }
}

/** Starts with a dot and ends in no extension of ours, so that a watching build does not take it for an entry. */
function newName(place: string): string {
  return path.join(path.dirname(place), `.${path.basename(place)}.cms-new`);
}

async function readStaged(git: Git, files: readonly FileMove[]): Promise<Map<string, string>> {
  const out = await git.run(['ls-files', '-s', '-z', '--', ...files.map((file) => file.path)]);
  const staged = new Map<string, string>();
  for (const record of out.toString().split('\0')) {
    const match = /^\d+ ([0-9a-f]+) (\d)\t(.*)$/s.exec(record);
    if (match) staged.set(match[3] ?? '', match[2] === '0' ? (match[1] ?? '') : 'unmerged');
  }
  return staged;
}

function indexLine(git: Git, { path: name, after }: FileMove): string {
  return after === undefined ? `0 ${'0'.repeat(git.idLength)}\t${name}\0` : `100644 ${after}\t${name}\0`;
}

async function updateIndex(git: Git, lines: string): Promise<boolean> {
  for (const pause of [0, 100, 200, 400]) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const isDone = await git.run(['update-index', '-z', '--add', '--remove', '--index-info'], { input: lines }).then(() => true, () => false);
    if (isDone) return true;
  }
  return false;
}

/** `none`: nothing is checked out, or another branch is. */
export type WorkTreeResult = 'updated' | 'left-alone' | 'none';
