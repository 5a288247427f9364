import type { LoaderContext } from 'astro/loaders';
import { bringSaved, forgetSaved } from '../library/saved-qas.ts';
import type { ShelvedQa, StoredQa } from '../library/stored.ts';
import { writeShelf } from '../library/text-shelf.ts';
import type { CollectionName } from '../schema/collections.ts';

/** Astro's store, and the shelf for the texts of Q&As. */
export function makeStore(file: string): Store {
  let shelf: ReturnType<typeof writeShelf> | undefined;
  const shelve = ({ body, answerTexts, source, answers, ...qa }: StoredQa): ShelvedQa => {
    shelf ??= writeShelf(file);
    const texts = shelf.put({ body, answerTexts, source, answers: answers.map(({ text }) => text) });
    return { ...qa, answers: answers.map(({ text: _, ...answer }) => answer), texts };
  };
  const shape = ({ collection, data }: Entry) => (collection === 'qa' ? { ...shelve(data as unknown as StoredQa) } : data);
  return {
    empty: () => {
      shelf?.close();
      shelf = undefined;
      forgetSaved();
    },
    put: (entry, { store }) => void store.set({ id: entry.id, data: shape(entry) }),
    change: (entry, { store }) => {
      if (entry.collection === 'qa' && store.has(entry.id)) bringSaved(shelve(entry.data as unknown as StoredQa));
      else store.set({ id: entry.id, data: shape(entry) });
    },
  };
}

export interface Entry {
  collection: CollectionName;
  id: string;
  data: Record<string, unknown>;
}

export interface Store {
  /** Before everything is put anew. */
  empty(): void;
  put(entry: Entry, context: LoaderContext): void;
  /** While somebody writes: a Q&A that is known is shown at once. */
  change(entry: Entry, context: LoaderContext): void;
}
