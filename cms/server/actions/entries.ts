import type { Desk } from '../desk.ts';
import { findEntryFile, nameEntryAt } from '../entry-names.ts';
import { checkFilePath, checkFolder, isEditablePath } from '../paths.ts';
import type { ParamsOf } from '../protocol.ts';
import { createRecent } from '../repository/recent.ts';

/** Lists by the folder's id: as long as nothing in it changes, the list is the same. */
const lists = createRecent<LoadedEntry[]>(20_000, (entries) => entries.length + 1);

export async function entriesByFolder(
  desk: Desk,
  { folder, extension, depth }: ParamsOf<'entriesByFolder'>,
): Promise<LoadedEntry[]> {
  const { repository, mediaFolder } = desk;
  checkFolder(folder, mediaFolder);
  const { tree } = await repository.commit(repository.branch);
  const id = await repository.findFolder(tree, folder);
  if (id === undefined) return [];
  const key = JSON.stringify([id, folder, extension, depth]);
  const known = lists.get(key);
  if (known) return known;
  const files = (await repository.listFiles(tree, folder, depth)).filter(
    ({ path }) => path.endsWith(`.${extension}`) && isEditablePath(path, mediaFolder),
  );
  const entries = await Promise.all(
    files.map(async (file) => loaded(file.path, file.id, await repository.readFile(file.id))),
  );
  lists.set(key, entries);
  return entries;
}

export async function entriesByFiles(desk: Desk, { files }: ParamsOf<'entriesByFiles'>): Promise<LoadedEntry[]> {
  return Promise.all(
    files.map(async ({ path, label }) => ({
      ...(await readEntry(desk, path)),
      ...(label === undefined ? {} : { label }),
    })),
  );
}

export async function getEntry(desk: Desk, { path }: ParamsOf<'getEntry'>): Promise<LoadedEntry> {
  return readEntry(desk, path);
}

async function readEntry({ repository, mediaFolder }: Desk, path: string): Promise<LoadedEntry> {
  const place = checkFilePath(path, mediaFolder);
  const { tree } = await repository.commit(repository.branch);
  const name = place.zone === 'content' ? nameEntryAt(place.collection, path) : undefined;
  const id = name ? undefined : await repository.findFile(tree, path);
  const file = name ? await findEntryFile(repository, tree, name) : id === undefined ? undefined : { path, id };
  if (!file) return { data: null, file: { path, id: null }, revision: null };
  return loaded(file.path, file.id, await repository.readFile(file.id));
}

function loaded(path: string, id: string, bytes: Buffer): LoadedEntry {
  return { data: bytes.toString(), file: { path, id }, revision: id };
}

export interface LoadedEntry {
  /** `null`: there is no such file. */
  data: string | null;
  file: { path: string; id: string | null };
  revision: string | null;
}
