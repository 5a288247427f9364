import { box } from './plant-metadata.ts';

/**
 * A HEIF file with these items, written with 2-byte ids; the first one's properties come from the AVIF it is taken
 * from.
 */
export function makeAvif(items: readonly AvifItem[], options: AvifOptions = {}): Buffer {
  const prepared = items.map((item) => ({ ...item, ...prepare(item) }));
  const ftyp = box('ftyp', 'avif\0\0\0\0', options.brands ?? 'avifmif1miaf');
  const top = options.top ?? [];
  const write = (start: number) => writeMeta(prepared, options, start);
  const dataStart = ftyp.length + top.reduce((sum, part) => sum + part.length, 0) + write(0).length + 8;
  const data = prepared
    .filter(({ isInside }) => isInside !== true)
    .map(({ bytes, pieces = 1 }) => spread(bytes, pieces));
  return Buffer.concat([
    ftyp,
    ...top,
    write(dataStart + (options.shift ?? 0)),
    box('mdat', ...data, options.unused ?? ''),
  ]);
}

export function number(value: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  bytes.writeUIntBE(value, 0, size);
  return bytes;
}

/** What stands between the pieces of an item. */
const between = Buffer.from('GPS between pieces ');

function writeMeta(items: readonly PreparedItem[], options: AvifOptions, start: number): Buffer {
  const inside: Buffer[] = [];
  let at = start;
  const places = items.map(({ id, bytes, pieces = 1, isInside }) => {
    const offset = isInside === true ? Buffer.concat(inside).length : at;
    if (isInside === true) inside.push(bytes);
    else at += spread(bytes, pieces).length;
    const size = Math.ceil(bytes.length / pieces);
    const extents = cut(bytes, pieces).map((piece, index) =>
      Buffer.concat([number(offset + index * (size + between.length), 4), number(piece.length, 4)]),
    );
    return Buffer.concat([
      number(id, 2),
      number(isInside === true ? 1 : 0, 2),
      number(0, 2),
      number(extents.length, 2),
      ...extents,
    ]);
  });
  const extra = options.properties ?? [];
  const properties = items.flatMap((item) => item.properties);
  const primary = options.primary ?? items[0]?.id ?? 1;
  let count = 0;
  const associations = items.map((item) => {
    const own = item.properties.map((property) => {
      count += 1;
      return number(count | (['av1C'].includes(property.toString('latin1', 4, 8)) ? 0x80 : 0), 1);
    });
    const more =
      item.id === primary
        ? extra.map((_, index) =>
            number((properties.length + index + 1) | (options.areEssential === true ? 0x80 : 0), 1),
          )
        : [];
    return Buffer.concat([number(item.id, 2), number(own.length + more.length, 1), ...own, ...more]);
  });
  return box(
    'meta',
    number(0, 4),
    box('hdlr', '\0\0\0\0\0\0\0\0pict\0\0\0\0\0\0\0\0\0\0\0\0', options.handler ?? '', '\0'),
    box('pitm', number(0, 4), number(primary, 2)),
    box('iloc', number(0x01_00_00_00, 4), '\x44\0', number(items.length, 2), ...places),
    box(
      'iinf',
      number(0, 4),
      number(items.length, 2),
      ...items.map(({ id, type, name = '' }) =>
        box(
          'infe',
          number(0x02_00_00_00, 4),
          number(id, 2),
          number(0, 2),
          type,
          type === 'mime' ? `\0${name}\0` : `${name}\0`,
        ),
      ),
    ),
    box(
      'iref',
      number(0, 4),
      ...items.flatMap(({ id, refers }) =>
        refers
          ? [box(refers.type, number(id, 2), number(refers.to.length, 2), ...refers.to.map((to) => number(to, 2)))]
          : [],
      ),
    ),
    box(
      'iprp',
      box('ipco', ...properties, ...extra),
      box('ipma', number(0, 4), number(items.length, 4), ...associations),
    ),
    box('idat', ...inside),
    ...(options.inside ?? []),
  );
}

function prepare({ from, data, size, before = Buffer.alloc(0), after = Buffer.alloc(0) }: AvifItem): {
  bytes: Buffer;
  properties: Buffer[];
} {
  const extent = size ? [box('ispe', number(0, 4), number(size[0], 4), number(size[1], 4))] : [];
  if (!from) return { bytes: data ?? Buffer.alloc(0), properties: extent };
  const file = Buffer.from(from);
  const take = (type: string): Buffer => {
    const at = file.indexOf(type) - 4;
    return file.subarray(at, at + file.readUInt32BE(at));
  };
  const stream = take('mdat').subarray(8);
  const others = ['pixi', 'av1C', 'colr'].filter((type) => file.includes(type)).map(take);
  return {
    bytes: Buffer.concat([before, stream, after]),
    properties: [...(size ? extent : [take('ispe')]), ...others],
  };
}

function cut(bytes: Buffer, pieces: number): Buffer[] {
  const size = Math.ceil(bytes.length / pieces);
  return Array.from({ length: pieces }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
}

function spread(bytes: Buffer, pieces: number): Buffer {
  return Buffer.concat(cut(bytes, pieces).flatMap((piece, index) => (index === 0 ? [piece] : [between, piece])));
}

type PreparedItem = AvifItem & { bytes: Buffer; properties: Buffer[] };

export interface AvifItem {
  id: number;
  type: string;
  /** An AVIF file with one item, whose stream and properties are taken. */
  from?: Uint8Array;
  data?: Buffer;
  name?: string;
  size?: readonly [number, number];
  /** Put before and behind the stream. */
  before?: Buffer;
  after?: Buffer;
  /** In `idat`, not in `mdat`. */
  isInside?: boolean;
  /** In so many parts, with a text between them. */
  pieces?: number;
  refers?: { type: string; to: readonly number[] };
}

interface AvifOptions {
  primary?: number;
  brands?: string;
  handler?: string;
  top?: readonly Buffer[];
  inside?: readonly Buffer[];
  /** Of the primary item, beside its own. */
  properties?: readonly Buffer[];
  areEssential?: boolean;
  unused?: Buffer;
  /** Added to the places of all data. */
  shift?: number;
}
