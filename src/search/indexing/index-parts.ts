import { encodeTailToken, encodeToken } from '../index-format.ts';
import type { PageTerms } from './split-tails.ts';

/**
 * All words of the index in Pagefind's order, each with its pages and what it weighs there, in Pagefind's steps. Held
 * in a few long arrays: of ten thousand Q&As there are four million of them.
 */
export function arrangeWords(pages: readonly PageTerms[], tokens: readonly string[], scale: number): Words {
  // Two words a token: itself and its tail.
  const counts = new Uint32Array(2 * tokens.length);
  for (const page of pages) {
    for (let place = 0; place < page.tokens.length; place += 1) {
      const word = wordOf(page, place);
      counts[word] = (counts[word] ?? 0) + 1;
    }
  }
  const names = Array.from(counts, (count, word) => {
    if (count === 0) return '';
    const token = tokens[word >> 1] ?? '';
    return word % 2 === 0 ? encodeToken(token) : encodeTailToken(token);
  });
  const order = Uint32Array.from(counts.keys())
    .filter((word) => (counts[word] ?? 0) > 0)
    .sort((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1));

  const starts = new Uint32Array(order.length + 1);
  const next = new Uint32Array(counts.length);
  for (const [place, word] of order.entries()) {
    next[word] = starts[place] ?? 0;
    starts[place + 1] = (starts[place] ?? 0) + (counts[word] ?? 0);
  }
  const total = starts.at(-1) ?? 0;
  const words: Words = {
    names: Array.from(order, (word) => names[word] ?? ''),
    starts,
    pages: new Uint32Array(total),
    steps: new Uint8Array(total),
  };
  for (const [number, page] of pages.entries()) {
    for (let place = 0; place < page.tokens.length; place += 1) {
      const word = wordOf(page, place);
      const at = next[word] ?? 0;
      next[word] = at + 1;
      words.pages[at] = number;
      words.steps[at] = toSteps((page.weights[place] ?? 0) * scale);
    }
  }
  return words;
}

function wordOf(page: PageTerms, place: number): number {
  return 2 * (page.tokens[place] ?? 0) + (page.inTail[place] ?? 0);
}

function toSteps(weight: number): number {
  return Math.max(1, Math.min(maxWeight * stepsOfWeight, Math.round(weight * stepsOfWeight)));
}

/** Pagefind stores weights in steps of 1/24, up to this. */
export const maxWeight = 10;
export const stepsOfWeight = 24;

/**
 * Where each part of the index ends, as places of words: a part is full when another word would bring it more than
 * `most` pages.
 */
export function cutParts({ starts }: Pick<Words, 'starts'>, most: number): number[] {
  const ends: number[] = [];
  let from = 0;
  for (let word = 1; word < starts.length; word += 1) {
    const isLast = word === starts.length - 1;
    if (!isLast && (starts[word + 1] ?? 0) - (starts[from] ?? 0) <= most) continue;
    ends.push(word);
    from = word;
  }
  return ends;
}

/**
 * The words from `from` to before `to` as Pagefind's Wasm reads them, in CBOR (RFC 8949): of each its name, its pages
 * and nothing else; of a page how far it is from the one before, its weight as a negative number, and 0 for the place
 * in the text, which no score asks for.
 */
export function encodePart({ names, starts, pages, steps }: Words, from: number, to: number): Buffer {
  const count = (starts[to] ?? 0) - (starts[from] ?? 0);
  const letters = names.slice(from, to).reduce((sum, name) => sum + name.length, 0);
  const buffer = Buffer.allocUnsafe(signature.length + 10 + (to - from) * 16 + letters + count * mostBytesOfPage);
  let at = buffer.write(signature, 'latin1');
  const put = (kind: number, value: number): void => {
    if (value < 24) buffer[at++] = kind + value;
    else if (value < 0x100) {
      buffer[at++] = kind + 24;
      buffer[at++] = value;
    } else if (value < 0x1_0000) {
      buffer[at++] = kind + 25;
      at = buffer.writeUInt16BE(value, at);
    } else {
      buffer[at++] = kind + 26;
      at = buffer.writeUInt32BE(value, at);
    }
  };
  put(array, 1);
  put(array, to - from);
  for (let word = from; word < to; word += 1) {
    const name = names[word] ?? '';
    const [first = 0, end = 0] = [starts[word], starts[word + 1]];
    put(array, 3);
    put(text, name.length);
    at += buffer.write(name, at, 'latin1');
    put(array, end - first);
    let before = 0;
    for (let place = first; place < end; place += 1) {
      const page = pages[place] ?? 0;
      put(array, 3);
      put(unsigned, page - before);
      put(array, 2);
      put(negative, steps[place] ?? 0);
      put(unsigned, 0);
      put(array, 0);
      before = page;
    }
    put(array, 0);
  }
  return buffer.subarray(0, at);
}

/** With this each of Pagefind's files begins, before compression. */
export const signature = 'pagefind_dcd';
const unsigned = 0x00;
const negative = 0x20;
const text = 0x60;
const array = 0x80;
const mostBytesOfPage = 11;

export interface Words {
  /** As Pagefind has them, in its order. */
  readonly names: readonly string[];
  /** Where the pages of each word begin in `pages` and `steps`, and where the last ones end. */
  readonly starts: Uint32Array;
  /** Ascending in each word. */
  readonly pages: Uint32Array;
  readonly steps: Uint8Array;
}
