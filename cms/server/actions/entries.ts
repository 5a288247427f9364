import type { ParamsOf } from '../../protocol/actions.ts';
import type { ReadFile } from '../../protocol/entry-shapes.ts';
import { readText } from '../entries/entry-facts.ts';
import { findEntryFile, nameEntryAt } from '../entries/entry-names.ts';
import { checkFilePath, checkFolder, isEditablePath } from '../entries/paths.ts';
import { entryMessages } from '../messages/entry-messages.ts';
import type { ActionContext } from './action-context.ts';
import { concat, readInOrder, readOrRefuse } from './read-files.ts';

/**
 * Sent as it is read. A file that Git cannot read has `data: null` and an `error` that names it; the others are not
 * affected.
 */
export async function entriesByFolder(
  context: ActionContext,
  { folder, extension, depth }: ParamsOf<'entriesByFolder'>,
): Promise<AsyncIterable<ReadFile>> {
  const { repository, mediaFolder } = context;
  checkFolder(folder, mediaFolder);
  const { tree } = await repository.commit(repository.branch);
  const unreadable: string[] = [];
  const listed = await repository.listFiles(tree, folder, depth, (path) => unreadable.push(path));
  const files = listed.filter(({ path }) => path.endsWith(`.${extension}`) && isEditablePath(path, mediaFolder));
  const folders = unreadable.map((path) => ({ ...missing(path), error: entryMessages.unreadable(path) }));
  const entries = readInOrder(files, async ({ path, id }) => {
    const text = await readText(repository, id);
    if (text !== undefined) return loaded(path, id, text);
    return { data: null, file: { path, id }, revision: id, error: entryMessages.unreadable(path) };
  });
  return concat(folders, entries);
}

export async function entriesByFiles(
  context: ActionContext,
  { files }: ParamsOf<'entriesByFiles'>,
): Promise<ReadFile[]> {
  return Promise.all(
    files.map(async ({ path, label }) => ({
      ...(await readEntry(context, path)),
      ...(label === undefined ? {} : { label }),
    })),
  );
}

export async function getEntry(context: ActionContext, { path }: ParamsOf<'getEntry'>): Promise<ReadFile> {
  return readEntry(context, path);
}

async function readEntry({ repository, mediaFolder }: ActionContext, path: string): Promise<ReadFile> {
  const place = checkFilePath(path, mediaFolder);
  const { tree } = await repository.commit(repository.branch);
  const name = place.zone === 'content' ? nameEntryAt(place.collection, path) : undefined;
  const id = name ? undefined : await repository.findFile(tree, path);
  const file = name ? await findEntryFile(repository, tree, name) : id === undefined ? undefined : { path, id };
  if (!file) return missing(path);
  return loaded(file.path, file.id, (await readOrRefuse(repository, file.path, file.id)).toString());
}

function missing(path: string): ReadFile {
  return { data: null, file: { path, id: null }, revision: null };
}

function loaded(path: string, id: string, data: string): ReadFile {
  return { data, file: { path, id }, revision: id };
}
