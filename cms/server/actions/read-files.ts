import { entryMessages } from '../messages/entry-messages.ts';
import { HttpError } from '../messages/http-error.ts';
import { UnreadableObject } from '../repository/objects/object-reader.ts';
import type { Repository } from '../repository/repository.ts';

/**
 * What `read` makes of each item, in their order; a few are read ahead, so that a long list stands in memory in parts
 * alone.
 */
export async function* readInOrder<Item, Result>(
  items: readonly Item[],
  read: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  for (let start = 0; start < items.length; start += readTogether) {
    yield* await Promise.all(items.slice(start, start + readTogether).map(read));
  }
}

/** Files that are asked for at the same time: enough that Git never waits for the next question. */
const readTogether = 50;

/** What is known already, then what is read. */
export async function* concat<Item>(first: readonly Item[], rest: AsyncIterable<Item>): AsyncGenerator<Item> {
  yield* first;
  yield* rest;
}

/** The bytes of a file, or a sentence that names it. */
export async function readOrRefuse(repository: Repository, path: string, id: string): Promise<Buffer> {
  return repository.readFile(id).catch((error: unknown) => {
    if (error instanceof UnreadableObject) throw new HttpError(500, 'failed', entryMessages.unreadable(path), { path });
    throw error;
  });
}
