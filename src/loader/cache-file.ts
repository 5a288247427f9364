import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  globSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';

/**
 * What was made of files, each by its hash, in one file: a head of fixed length, pieces of JSON, and a table that says
 * where they lie. Undefined for a file that is not there, cannot be read, is cut off or of another version.
 */
export function openCacheFile(place: string, version: string): CacheFile | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(place, 'r');
    const head = JSON.parse(decoder.decode(readAt(descriptor, 0, headLength))) as Head;
    if (head.format !== format || head.version !== version) throw new Error('Another version.');
    if (fstatSync(descriptor).size !== head.at + head.length) throw new Error('Cut off.');
    const table = JSON.parse(decoder.decode(readChecked(descriptor, head))) as Table;
    return readable(descriptor, table, head.at + head.length);
  } catch {
    if (descriptor !== undefined) closeSync(descriptor);
    return undefined;
  }
}

/**
 * Begins another file beside the one at `place`, which it replaces whole at its end. Undefined where that is not
 * possible.
 */
export function startCacheFile(place: string, version: string): CacheWriter | undefined {
  const unfinished = `${place}.${randomUUID()}.tmp`;
  let descriptor: number;
  try {
    mkdirSync(path.dirname(place), { recursive: true });
    removeLeftovers(place);
    descriptor = openSync(unfinished, 'wx+');
  } catch {
    return undefined;
  }
  let at = headLength;
  let hasFailed = false;
  const entries = new Map<string, CacheEntry>();
  const file = readable(descriptor, { entries: [], rest: null }, 0);
  const put = (bytes: Uint8Array): Piece => {
    const piece = { at, length: bytes.length, crc: crc32(bytes) };
    writeWhole(descriptor, bytes, at);
    at += bytes.length;
    return piece;
  };
  const attempt = <Result>(write: () => Result): Result | undefined => {
    if (hasFailed) return undefined;
    try {
      return write();
    } catch {
      hasFailed = true;
      return undefined;
    }
  };
  const abandon = (): void => {
    file.close();
    rmSync(unfinished, { force: true });
  };
  return {
    file,
    abandon,
    add: (name, hash, facts, texts) =>
      attempt(() => {
        const entry = { hash, facts: put(facts), texts: put(texts) };
        entries.set(name, entry);
        return entry;
      }),
    finish: (rest, mayReplace) => {
      const size = attempt(() => {
        const table: Table = { entries: [...entries], rest };
        const { at: begin, length, crc } = put(encoder.encode(JSON.stringify(table)));
        const head: Head = { format, version, at: begin, length, crc };
        writeWhole(descriptor, encoder.encode(JSON.stringify(head).padEnd(headLength)), 0);
        if (!mayReplace()) throw new Error('Not wanted.');
        renameSync(unfinished, place);
        return begin + length;
      });
      if (size === undefined) {
        abandon();
        return undefined;
      }
      for (const [name, entry] of entries) file.entries.set(name, entry);
      return Object.assign(file, { size, rest });
    },
  };
}

/** What processes left that were ended while they wrote. */
function removeLeftovers(place: string): void {
  for (const file of globSync(`${path.basename(place)}.*.tmp`, { cwd: path.dirname(place) })) {
    const leftover = path.join(path.dirname(place), file);
    const changed = statSync(leftover, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (Date.now() - changed > leftoverAge) rmSync(leftover, { force: true });
  }
}

function readable(descriptor: number, { entries, rest }: Table, size: number): CacheFile {
  let isOpen = true;
  return {
    entries: new Map(entries),
    rest,
    size,
    read: (piece) => {
      if (!isOpen) return undefined;
      try {
        return readChecked(descriptor, piece);
      } catch {
        return undefined;
      }
    },
    close: () => {
      if (isOpen) closeSync(descriptor);
      isOpen = false;
    },
  };
}

function readChecked(descriptor: number, { at, length, crc }: Piece): Uint8Array {
  const bytes = readAt(descriptor, at, length);
  if (crc32(bytes) !== crc) throw new Error('Damaged.');
  return bytes;
}

function readAt(descriptor: number, at: number, length: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(descriptor, bytes, filled, length - filled, at + filled);
    if (count === 0) throw new Error('Cut off.');
    filled += count;
  }
  return bytes;
}

function writeWhole(descriptor: number, bytes: Uint8Array, at: number): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(descriptor, bytes, written, bytes.length - written, at + written);
}

const format = 1;
/** Bytes; the head is padded with spaces. */
const headLength = 256;
/** Milliseconds. */
const leftoverAge = 3_600_000;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** Where a piece lies, in bytes, with its checksum. */
interface Piece {
  at: number;
  length: number;
  crc: number;
}

/** Leads to the table. */
interface Head extends Piece {
  format: number;
  version: string;
}

interface Table {
  entries: [name: string, entry: CacheEntry][];
  rest: unknown;
}

export interface CacheEntry {
  /** Of the bytes that it was made of. */
  hash: string;
  facts: Piece;
  texts: Piece;
}

export interface CacheFile {
  readonly entries: Map<string, CacheEntry>;
  /** What belongs to no file alone. */
  readonly rest: unknown;
  /** Bytes. */
  readonly size: number;
  /** Undefined where the piece is damaged or the file was closed. */
  read(piece: Piece): Uint8Array | undefined;
  close(): void;
}

export interface CacheWriter {
  /** What was written can be read from it at once. */
  readonly file: CacheFile;
  /** Undefined once something could not be written. */
  add(name: string, hash: string, facts: Uint8Array, texts: Uint8Array): CacheEntry | undefined;
  /** The finished file, undefined where it could not or may not be written; the one of before then stays. */
  finish(rest: unknown, mayReplace: () => boolean): CacheFile | undefined;
  /** Leaves nothing behind. */
  abandon(): void;
}
