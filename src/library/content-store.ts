import { closeSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { QaTexts, ContentStoreRange } from './stored.ts';

/**
 * A file for the texts of all Q&As, one after the other. Astro bundles what its store holds and loads it as one
 * program; the texts of ten thousand would be a hundred megabytes of it, and a page needs those of one.
 */
export function openContentStore(file: string): ContentStore {
  mkdirSync(path.dirname(file), { recursive: true });
  const store = openSync(file, 'w');
  let end = 0;
  return {
    put: (texts) => {
      const bytes = Buffer.from(JSON.stringify(texts));
      const place = { at: end, length: bytes.length };
      end += writeSync(store, bytes, 0, bytes.length, end);
      return place;
    },
    close: () => closeSync(store),
  };
}

interface ContentStore {
  put(texts: QaTexts): ContentStoreRange;
  close(): void;
}

/** Opened for each reading: the development server may write the file anew at any time. */
export function readContentStore(file: string, { at, length }: ContentStoreRange): QaTexts {
  const store = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(length);
    readSync(store, bytes, 0, length, at);
    return JSON.parse(bytes.toString()) as QaTexts;
  } finally {
    closeSync(store);
  }
}
