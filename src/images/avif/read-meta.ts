import type { ByteReader } from '../byte-reader.ts';
import { ImageFault } from '../image-fault.ts';
import { findBox, needBox, openFullBox, readBoxes, type Box } from './boxes.ts';

/**
 * The `meta` box of a HEIF file (ISO/IEC 23008-12): which items there are, where their data lie, what they refer to.
 */
export function readMeta(body: Uint8Array): Meta {
  const boxes = readBoxes(openFullBox(body).reader.bytes.subarray(4));
  const properties = readBoxes(needBox(boxes, 'iprp'));
  const primary = openFullBox(needBox(boxes, 'pitm'));
  return {
    primary: primary.version === 0 ? primary.reader.u16() : primary.reader.u32(),
    types: readTypes(needBox(boxes, 'iinf')),
    places: readPlaces(needBox(boxes, 'iloc')),
    references: readReferences(findBox(boxes, 'iref')),
    properties: readBoxes(needBox(properties, 'ipco')),
    associations: readAssociations(properties),
    idat: findBox(boxes, 'idat') ?? new Uint8Array(),
  };
}

function readTypes(body: Uint8Array): Map<number, string> {
  const { reader, version } = openFullBox(body);
  if (version === 0) reader.u16();
  else reader.u32();
  const types = new Map<number, string>();
  for (const box of readBoxes(reader.take(reader.left))) {
    const entry = openFullBox(box.body);
    if (box.type !== 'infe' || entry.version < 2) continue;
    const id = entry.version === 2 ? entry.reader.u16() : entry.reader.u32();
    const protection = entry.reader.u16();
    if (types.has(id)) throw new ImageFault('damaged');
    types.set(id, protection === 0 ? entry.reader.text(4) : '');
  }
  return types;
}

function readPlaces(body: Uint8Array): Map<number, Place> {
  const { reader, version } = openFullBox(body);
  const [first, second] = [reader.u8(), reader.u8()];
  const [offsetSize, lengthSize, baseSize, indexSize] = [
    first >> 4,
    first & 15,
    second >> 4,
    version === 0 ? 0 : second & 15,
  ];
  const places = new Map<number, Place>();
  let extentCount = 0;
  for (let count = version < 2 ? reader.u16() : reader.u32(); count > 0; count -= 1) {
    const id = version < 2 ? reader.u16() : reader.u32();
    const method = version === 0 ? 0 : reader.u16() & 15;
    const isOutside = reader.u16() !== 0;
    const base = reader.unsigned(baseSize);
    const extents: Place['extents'] = [];
    for (let left = reader.u16(); left > 0; left -= 1) {
      reader.unsigned(indexSize);
      extents.push({ offset: base + reader.unsigned(offsetSize), length: reader.unsigned(lengthSize) });
      extentCount += 1;
    }
    if (places.has(id) || extentCount > maxExtents) throw new ImageFault('damaged');
    places.set(id, { source: isOutside || method > 1 ? 'elsewhere' : method === 1 ? 'idat' : 'file', extents });
  }
  return places;
}

function readReferences(body: Uint8Array | undefined): Reference[] {
  if (body === undefined) return [];
  const { reader, version } = openFullBox(body);
  const readId = (from: ByteReader) => (version === 0 ? from.u16() : from.u32());
  return readBoxes(reader.take(reader.left)).map((box) => {
    const inner = openBody(box);
    const from = readId(inner);
    return { type: box.type, from, to: Array.from({ length: inner.u16() }, () => readId(inner)) };
  });
}

function readAssociations(boxes: readonly Box[]): Map<number, Association[]> {
  const all = new Map<number, Association[]>();
  for (const { body } of boxes.filter(({ type }) => type === 'ipma')) {
    const { reader, version, flags } = openFullBox(body);
    const isWide = (flags & 1) === 1;
    for (let count = reader.u32(); count > 0; count -= 1) {
      const id = version === 0 ? reader.u16() : reader.u32();
      if (all.has(id)) throw new ImageFault('damaged');
      const list = Array.from({ length: reader.u8() }, () => {
        const value = isWide ? reader.u16() : reader.u8();
        const bit = isWide ? 0x8000 : 0x80;
        return { index: value & (bit - 1), isEssential: (value & bit) !== 0 };
      });
      all.set(
        id,
        list.filter(({ index }) => index !== 0),
      );
    }
  }
  return all;
}

function openBody({ body }: Box): ByteReader {
  const { reader } = openFullBox(body);
  reader.at = 0;
  return reader;
}

const maxExtents = 10_000;

export interface Meta {
  primary: number;
  /** Type of an item by its id; `''` for one that is encrypted. */
  types: ReadonlyMap<number, string>;
  places: ReadonlyMap<number, Place>;
  references: readonly Reference[];
  properties: readonly Box[];
  associations: ReadonlyMap<number, readonly Association[]>;
  idat: Uint8Array;
}

export interface Place {
  source: 'file' | 'idat' | 'elsewhere';
  /** A length of 0 means up to the end. */
  extents: { offset: number; length: number }[];
}

interface Reference {
  type: string;
  from: number;
  to: readonly number[];
}

/** `index` counts properties from 1. */
interface Association {
  index: number;
  isEssential: boolean;
}
