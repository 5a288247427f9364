import type { PageListFrame } from '../index-format.ts';

/**
 * The list of pages with which Pagefind opens, made where it is needed: each page's name is its place and all have one
 * length, so that a few numbers say everything. In CBOR (RFC 8949): `before`, an array of `count` pages, `after`.
 */
export function makePageList({ before, after, length }: PageListFrame, count: number): Uint8Array {
  const [begin, end] = [fromBase64(before), fromBase64(after)];
  const bytes = new Uint8Array(begin.length + maxBytesOfHead + count * maxBytesOfPage + end.length);
  bytes.set(begin);
  let at = begin.length;
  const put = (kind: number, value: number): void => {
    if (value < 24) bytes[at++] = kind + value;
    else {
      const size = value < 0x100 ? 1 : value < 0x1_0000 ? 2 : 4;
      bytes[at++] = kind + (size === 1 ? 24 : size === 2 ? 25 : 26);
      for (let shift = 8 * (size - 1); shift >= 0; shift -= 8) bytes[at++] = (value >> shift) & 0xff;
    }
  };
  put(array, count);
  for (let place = 0; place < count; place += 1) {
    const name = nameOf(place);
    put(array, 3);
    put(text, name.length);
    for (let index = 0; index < name.length; index += 1) bytes[at++] = name.charCodeAt(index);
    put(unsigned, length);
    put(text, 0);
  }
  bytes.set(end, at);
  return bytes.slice(0, at + end.length);
}

/** The name under which Pagefind gives the page at a place of the index back. */
export function nameOf(place: number): string {
  return String(place);
}

/** The place that `nameOf` was given. */
export function placeOf(name: string): number {
  return Number(name);
}

const unsigned = 0x00;
const text = 0x60;
const array = 0x80;
const maxBytesOfHead = 5;
/** Three heads of a byte, a name of up to ten digits, and a length. */
const maxBytesOfPage = 3 + 10 + maxBytesOfHead;

function fromBase64(packed: string): Uint8Array {
  return Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
}
