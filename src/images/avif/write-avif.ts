import { joinBytes, numberBytes, textBytes } from '../byte-writer.ts';
import { ImageFault } from '../image-fault.ts';
import { writeBox, writeFullBox } from './boxes.ts';
import type { DrawnItem } from './choose-items.ts';

/** A file of these items alone, numbered anew from 1 in their order. */
export function writeAvif(
  items: readonly DrawnItem[],
  properties: ReadonlyMap<number, readonly WrittenProperty[]>,
): Uint8Array<ArrayBuffer> {
  const numbers = new Map(items.map(({ id }, index) => [id, index + 1]));
  const start = writeBox('ftyp', textBytes('avif\0\0\0\0avifmif1miaf'));
  const described = [
    writeFullBox('hdlr', 0, textBytes('\0\0\0\0pict\0\0\0\0\0\0\0\0\0\0\0\0\0')),
    writeFullBox('pitm', 0, numberBytes(1, 2)),
  ];
  const rest = [writeInformation(items), ...writeReferences(items, numbers), writeProperties(items, properties)];
  // Where the data lie depends on the length of what stands before them, which does not depend on where they lie.
  const writeMeta = (offset: number) => writeFullBox('meta', 0, ...described, writePlaces(items, offset), ...rest);
  const head = joinBytes([start, writeMeta(0)]);
  return joinBytes([start, writeMeta(head.length + 8), writeBox('mdat', ...items.map(({ data }) => data))]);
}

function writePlaces(items: readonly DrawnItem[], offset: number): Uint8Array {
  let at = offset;
  const places = items.map(({ data }, index) => {
    const place = joinBytes([
      numberBytes(index + 1, 2),
      numberBytes(0, 2),
      numberBytes(1, 2),
      numberBytes(at, 4),
      numberBytes(data.length, 4),
    ]);
    at += data.length;
    return place;
  });
  return writeFullBox('iloc', 0, Uint8Array.of(0x44, 0), numberBytes(items.length, 2), ...places);
}

function writeInformation(items: readonly DrawnItem[]): Uint8Array {
  const entries = items.map(({ type, role }, index) => {
    // Tiles are no pictures of their own: hidden (flag 1).
    const versionAndFlags = numberBytes((2 << 24) | (role === 'tile' ? 1 : 0), 4);
    return writeBox('infe', versionAndFlags, numberBytes(index + 1, 2), numberBytes(0, 2), textBytes(`${type}\0`));
  });
  return writeFullBox('iinf', 0, numberBytes(items.length, 2), ...entries);
}

function writeReferences(items: readonly DrawnItem[], numbers: ReadonlyMap<number, number>): Uint8Array[] {
  const picture = items.find(({ role }) => role === 'picture');
  const alpha = items.find(({ role }) => role === 'alpha');
  const write = (type: string, from: number, to: readonly number[]) =>
    writeBox(
      type,
      ...[numberOf(from, numbers), to.length, ...to.map((id) => numberOf(id, numbers))].map((number) =>
        numberBytes(number, 2),
      ),
    );
  const references = [
    ...items.filter(({ tileIds }) => tileIds.length > 0).map(({ id, tileIds }) => write('dimg', id, tileIds)),
    ...(picture && alpha ? [write('auxl', alpha.id, [picture.id])] : []),
    ...(picture?.isPremultiplied && alpha ? [write('prem', picture.id, [alpha.id])] : []),
  ];
  return references.length > 0 ? [writeFullBox('iref', 0, ...references)] : [];
}

/** Equal properties are written once. */
function writeProperties(
  items: readonly DrawnItem[],
  properties: ReadonlyMap<number, readonly WrittenProperty[]>,
): Uint8Array {
  const boxes: Uint8Array[] = [];
  const known = new Map<string, number>();
  const entries = items.map(({ id }, index) => {
    const indices = (properties.get(id) ?? []).map(({ box, isEssential }) => {
      const key = box.join();
      const number = known.get(key) ?? boxes.push(box);
      known.set(key, number);
      if (number > 0x7fff) throw new ImageFault('damaged');
      return numberBytes(number | (isEssential ? 0x8000 : 0), 2);
    });
    return joinBytes([numberBytes(index + 1, 2), numberBytes(indices.length, 1), ...indices]);
  });
  // Flag 1: an index takes two bytes.
  const associations = writeBox('ipma', numberBytes(1, 4), numberBytes(items.length, 4), ...entries);
  return writeBox('iprp', writeBox('ipco', ...boxes), associations);
}

function numberOf(id: number, numbers: ReadonlyMap<number, number>): number {
  const number = numbers.get(id);
  if (number === undefined) throw new ImageFault('damaged');
  return number;
}

export interface WrittenProperty {
  box: Uint8Array;
  /** A reader that does not know it must not show the item. */
  isEssential: boolean;
}
