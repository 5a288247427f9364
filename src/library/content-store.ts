import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import type { ContentStoreRange, QaTexts, RelatedIds, StoredSite } from './stored.ts';

/**
 * What pages are made from, as files in one folder: the facts of all entries, the texts of Q&As one after the other,
 * and which Q&As are related. The facts of ten thousand Q&As fit into memory; a page reads the texts of one. Whoever
 * makes pages sees each new writing of a file, also in a process that goes on.
 */
export function createContentStore(folder: string): ContentStore {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const texts = openSync(path.join(folder, files.texts), 'w');
  let end = 0;
  return {
    putTexts: (qaTexts) => {
      const bytes = Buffer.from(JSON.stringify(qaTexts));
      const range = { at: end, length: bytes.length };
      end += writeSync(texts, bytes, 0, bytes.length, end);
      return range;
    },
    writeSite: (site) => replaceFile(path.join(folder, files.site), site),
    writeRelated: (related) => replaceFile(path.join(folder, files.related), related),
    close: () => closeSync(texts),
  };
}

const files = { site: 'site.json', texts: 'texts.jsonl', related: 'related.json' } as const;

/** Never half written: a reader finds the one before or this one. */
function replaceFile(file: string, value: unknown): void {
  writeFileSync(`${file}.new`, JSON.stringify(value));
  renameSync(`${file}.new`, file);
}

/** Facts of all entries as they were last written; the same object until they are written again. */
export function readStoredSite(folder: string): StoredSite {
  return readLatest(path.join(folder, files.site)) as StoredSite;
}

/** Which Q&As are related, as last written. */
export function readRelated(folder: string): RelatedIds {
  return readLatest(path.join(folder, files.related)) as RelatedIds;
}

/**
 * Reads the texts of one Q&A after the other, and keeps the last ones: whoever makes something of a Q&A asks for its
 * texts several times, and several pages are made at once.
 */
export function createTextReader(folder: string): ReadTexts {
  const recent = new Map<ContentStoreRange, QaTexts>();
  return (range) => {
    const known = recent.get(range);
    if (known) return known;
    const texts = readTexts(folder, range);
    recent.set(range, texts);
    const [oldest] = recent.keys();
    if (oldest && recent.size > maxRecent) recent.delete(oldest);
    return texts;
  };
}

const maxRecent = 50;

/** Throws where the file has been cut short. */
function readTexts(folder: string, { at, length }: ContentStoreRange): QaTexts {
  const texts = openSync(path.join(folder, files.texts), 'r');
  try {
    const bytes = Buffer.alloc(length);
    readSync(texts, bytes, 0, length, at);
    return JSON.parse(bytes.toString()) as QaTexts;
  } finally {
    closeSync(texts);
  }
}

function readLatest(file: string): unknown {
  const { ino, mtimeNs, size } = statSync(file, { bigint: true });
  const version = `${ino} ${mtimeNs} ${size}`;
  const known = latest.get(file);
  if (known?.version === version) return known.value;
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  latest.set(file, { version, value });
  return value;
}

const latest = new Map<string, { version: string; value: unknown }>();

export interface ContentStore {
  /** Where they lie from now on. */
  putTexts(texts: QaTexts): ContentStoreRange;
  writeSite(site: StoredSite): void;
  writeRelated(related: RelatedIds): void;
  close(): void;
}

/** The same object while it is asked for again and again. */
export type ReadTexts = (range: ContentStoreRange) => QaTexts;
