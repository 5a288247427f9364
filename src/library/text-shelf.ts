import { closeSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { QaTexts, ShelfPlace } from './stored.ts';

/**
 * A file for the texts of all Q&As, one after the other. Astro bundles what its store holds and loads it as one program; the texts
 * of ten thousand would be a hundred megabytes of it, and a page needs those of one.
 */
export function writeShelf(file: string): Shelf {
  mkdirSync(path.dirname(file), { recursive: true });
  const shelf = openSync(file, 'w');
  let end = 0;
  return {
    put: (texts) => {
      const bytes = Buffer.from(JSON.stringify(texts));
      const place = { at: end, length: bytes.length };
      end += writeSync(shelf, bytes, 0, bytes.length, end);
      return place;
    },
    close: () => closeSync(shelf),
  };
}

interface Shelf {
  put(texts: QaTexts): ShelfPlace;
  close(): void;
}

/** Opened for each reading: the development server may write the file anew at any time. */
export function readShelf(file: string, { at, length }: ShelfPlace): QaTexts {
  const shelf = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(length);
    readSync(shelf, bytes, 0, length, at);
    return JSON.parse(bytes.toString()) as QaTexts;
  } finally {
    closeSync(shelf);
  }
}
