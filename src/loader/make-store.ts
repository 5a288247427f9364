import type { LoaderContext } from 'astro/loaders';
import { setOverride, clearOverrides } from '../library/dev-overrides.ts';
import type { StoredQaWithRange, StoredQa } from '../library/stored.ts';
import { openContentStore } from '../library/content-store.ts';
import type { CollectionName } from '../schema/collections.ts';

/** Astro's store, and the content store for the texts of Q&As. */
export function makeStore(file: string): Store {
  let contentStore: ReturnType<typeof openContentStore> | undefined;
  const shelve = ({ body, answerTexts, source, answers, ...qa }: StoredQa): StoredQaWithRange => {
    contentStore ??= openContentStore(file);
    const texts = contentStore.put({ body, answerTexts, source, answers: answers.map(({ text }) => text) });
    return { ...qa, answers: answers.map(({ text: _, ...answer }) => answer), texts };
  };
  const shape = ({ collection, data }: Entry) =>
    collection === 'qa' ? { ...shelve(data as unknown as StoredQa) } : data;
  return {
    empty: () => {
      contentStore?.close();
      contentStore = undefined;
      clearOverrides();
    },
    put: (entry, { store }) => void store.set({ id: entry.id, data: shape(entry) }),
    change: (entry, { store }) => {
      if (entry.collection === 'qa' && store.has(entry.id)) setOverride(shelve(entry.data as unknown as StoredQa));
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
