import { LRUCache } from 'lru-cache';
import { readListedFields } from '../../../src/lint/listed-fields.ts';
import type { AnswerOf, ParamsOf } from '../../protocol/actions.ts';
import type { ListedEntry } from '../../protocol/entry-shapes.ts';
import { readText } from '../entries/entry-facts.ts';
import { checkFolder, isEditablePath } from '../entries/paths.ts';
import { entryMessages } from '../messages/entry-messages.ts';
import type { ActionContext } from './action-context.ts';
import { concat, readInOrder } from './read-files.ts';

/**
 * What lists show of the entries of a folder, as it is read. A desk that names the tree of its last list is told what
 * differs since then; a tree that is not known any more is answered with the whole.
 */
export async function listEntries(
  context: ActionContext,
  { folder, extension, depth, since }: ParamsOf<'listEntries'>,
): Promise<AsyncIterable<AnswerOf<'listEntries'>[number]>> {
  const { repository, mediaFolder } = context;
  checkFolder(folder, mediaFolder);
  const { tree } = await repository.commit(repository.branch);
  const isListed = (path: string) =>
    path.startsWith(`${folder}/`) &&
    path.slice(folder.length + 1).split('/').length <= depth &&
    path.endsWith(`.${extension}`) &&
    isEditablePath(path, mediaFolder);
  const changes = since === undefined ? undefined : await repository.compare(since, tree).catch(() => undefined);
  const unreadable: ListedEntry[] = [];
  const files =
    changes?.map(({ path, after }) => ({ path, id: after ?? null })) ??
    (await repository.listFiles(tree, folder, depth, (path) => unreadable.push(damaged(path, null))));
  const entries = readInOrder(
    files.filter(({ path }) => isListed(path)),
    async ({ path, id }) => (id === null ? { path, id, fields: null } : listEntry(context, path, id)),
  );
  return concat([{ tree, isWhole: changes === undefined }, ...unreadable], entries);
}

/** Reads what the longest list shows before somebody opens it; what goes wrong is told to whoever does. */
export async function warmUpLists(context: ActionContext, signal: AbortSignal): Promise<void> {
  try {
    for await (const _ of await listEntries(context, { folder: 'content/qa', extension: 'mdx', depth: 2 })) {
      if (signal.aborted) return;
    }
  } catch {
    // The folder may not be there yet.
  }
}

/** What lists show of one version of an entry; read once, for versions do not change. */
export async function listEntry({ repository }: ActionContext, path: string, id: string): Promise<ListedEntry> {
  const key = `${id} ${path.slice(path.lastIndexOf('.'))}`;
  let fields = known.get(key);
  if (fields === undefined) {
    const text = await readText(repository, id);
    if (text === undefined) return damaged(path, id);
    fields = readListedFields(text, path.endsWith('.yaml')) ?? 'unreadable';
    known.set(key, fields);
  }
  return { path, id, fields: fields === 'unreadable' ? null : fields };
}

function damaged(path: string, id: string | null): ListedEntry {
  return { path, id, fields: null, error: entryMessages.unreadable(path) };
}

/** By the file's id and kind. */
const known = new LRUCache<string, Record<string, unknown> | 'unreadable'>({ max: 60_000 });
