import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { indexPart } from '../index-format.ts';
import { cutParts, encodePart, type Words } from './index-parts.ts';

/**
 * Writes the parts of the index below `outDir`, numbered behind one digest of them all, and returns what leads to them:
 * the browser is told only where each part ends.
 */
export function writeIndexParts(words: Words, outDir: string): IndexParts {
  const cuts = cutParts(words, pagesInPart(words));
  const digest = digestOf(words, cuts);
  const files = cuts.map((_, number) => indexPart(digest, number));
  mkdirSync(join(outDir, dirname(indexPart(digest, 0))), { recursive: true });
  // Thousands of small files are written one by one in half the time that promises take.
  for (const [number, file] of files.entries()) {
    const part = encodePart(words, cuts[number - 1] ?? 0, cuts[number] ?? 0);
    writeFileSync(join(outDir, file), gzipSync(part, { level: 9 }));
  }
  return {
    digest,
    ends: cuts.map((end) => endBefore(words.names[end - 1] ?? '', words.names[end])),
    files,
  };
}

/**
 * A query needs a few words from each of many parts, and before that the ends of all parts: the more pages an index
 * names, the larger its parts.
 */
function pagesInPart({ pages }: Words): number {
  return Math.max(leastInPart, Math.round(shareInPart * Math.sqrt(pages.length)));
}

const leastInPart = 150;
const shareInPart = 0.18;
function digestOf({ names, starts, pages, steps }: Words, cuts: readonly number[]): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([names, cuts]));
  for (const numbers of [starts, pages, steps]) hash.update(numbers);
  return hash.digest('hex').slice(0, 10);
}

/** The shortest text from `last` on that stands before `next`. */
export function endBefore(last: string, next: string | undefined): string {
  if (next === undefined) return endOfAll;
  let same = 0;
  while (last[same] === next[same]) same += 1;
  const end = next.slice(0, same + 1);
  if (end < next) return end;
  return last.length === same ? last : last.slice(0, same + 1) + endOfAll;
}

/** Behind every letter of an encoded word. */
const endOfAll = '~';

interface IndexParts {
  /** Of all parts. */
  readonly digest: string;
  /** The last word of each part, or a shorter text that stands between it and the next. */
  readonly ends: readonly string[];
  readonly files: readonly string[];
}
