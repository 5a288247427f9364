import { encodePlace, type PageListFrame } from './index-format.ts';

/**
 * The list of pages with which Pagefind opens, made where it is needed: each page's name is its place and all have one
 * length, so that a few numbers say everything. In CBOR (RFC 8949): `before`, an array of `count` pages, `after`.
 */
export function makePageList({ before, after, length }: PageListFrame, count: number): Uint8Array {
  const bytes: number[] = [...fromBase64(before), ...head(array, count)];
  for (let place = 0; place < count; place += 1) {
    const name = encodePlace(place);
    bytes.push(
      ...head(array, 3),
      ...head(text, name.length),
      ...Array.from(name, (letter) => letter.charCodeAt(0)),
      ...head(unsigned, length),
      ...head(text, 0),
    );
  }
  return Uint8Array.from([...bytes, ...fromBase64(after)]);
}

const unsigned = 0x00;
const text = 0x60;
const array = 0x80;

/** What something is, and how much of it. */
function head(kind: number, value: number): number[] {
  if (value < 24) return [kind + value];
  if (value < 0x100) return [kind + 24, value];
  if (value < 0x1_0000) return [kind + 25, value >> 8, value & 0xff];
  return [kind + 26, (value >> 24) & 0xff, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff];
}

function fromBase64(packed: string): number[] {
  return Array.from(atob(packed), (letter) => letter.charCodeAt(0));
}

/**
 * The ends of index parts, in order, as one text: how many letters each shares with the one before it, from A for none
 * on, and the others.
 */
export function packEnds(ends: readonly string[]): string {
  return ends
    .map((end, place) => {
      const before = ends[place - 1] ?? '';
      let same = 0;
      while (same < maxShared && same < end.length && end[same] === before[same]) same += 1;
      return String.fromCharCode(firstSign + same) + end.slice(same);
    })
    .join('');
}

export function unpackEnds(packed: string): string[] {
  let before = '';
  return Array.from(
    packed.matchAll(/([A-Z])([^A-Z]*)/g),
    ([, sign = '', rest = '']) => (before = before.slice(0, sign.charCodeAt(0) - firstSign) + rest),
  );
}

const firstSign = 'A'.charCodeAt(0);
const maxShared = 25;
