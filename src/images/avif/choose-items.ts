import { ByteReader } from '../byte-reader.ts';
import { joinBytes } from '../byte-writer.ts';
import { ImageFault } from '../image-fault.ts';
import { checkSize, maxPixels } from '../image-limits.ts';
import { cleanUnits } from './av1-units.ts';
import { isAlpha, readExtent } from './clean-property.ts';
import type { Box } from './boxes.ts';
import type { Meta, Place } from './read-meta.ts';

/**
 * The items that draw the picture: the primary one, its transparency, and the tiles of both. EXIF, XMP, previews, depth
 * and gain maps are items beside them and are left behind.
 */
export function chooseItems(file: Uint8Array, meta: Meta): DrawnItem[] {
  const picture = readItem(file, meta, meta.primary);
  const alphaId = meta.references.find(
    ({ type, from, to }) => type === 'auxl' && to.includes(meta.primary) && isAlphaItem(meta, from),
  )?.from;
  const alpha = alphaId === undefined ? undefined : readItem(file, meta, alphaId);
  const isPremultiplied = meta.references.some(({ type, from }) => type === 'prem' && from === meta.primary);
  const tiles = [picture, alpha].flatMap((item) => (item ? readTiles(file, meta, item) : []));
  refuseRepeats([picture, ...(alpha ? [alpha] : []), ...tiles], file);
  return [
    { ...picture, role: 'picture', isPremultiplied: isPremultiplied && alpha !== undefined },
    ...(alpha ? [{ ...alpha, role: 'alpha' as const, isPremultiplied: false }] : []),
    ...tiles.map((tile) => ({ ...tile, role: 'tile' as const, isPremultiplied: false })),
  ];
}

function readItem(file: Uint8Array, meta: Meta, id: number): Item {
  const type = meta.types.get(id);
  if (type === undefined) throw new ImageFault('damaged');
  if (type !== 'av01' && type !== 'grid') throw new ImageFault('unsupported');
  const data = readData(file, meta, meta.places.get(id));
  const size = readExtent(
    propertiesOf(meta, id).find((property) => property.type === 'ispe')?.body ?? new Uint8Array(),
  );
  checkSize({ ...size, frames: 1 });
  const tileIds =
    type === 'grid'
      ? meta.references.filter(({ type: kind, from }) => kind === 'dimg' && from === id).flatMap(({ to }) => to)
      : [];
  if (type === 'grid') checkGrid(data, tileIds.length, size);
  const drawn = type === 'grid' ? data : cleanUnits(data);
  if (drawn.length === 0) throw new ImageFault('damaged');
  return { id, type, data: drawn, tileIds, ...size };
}

function readTiles(file: Uint8Array, meta: Meta, grid: Item): Item[] {
  let bytes = 0;
  const tiles = [...new Set(grid.tileIds)].map((id) => {
    const tile = readItem(file, meta, id);
    bytes += tile.data.length;
    if (tile.type !== 'av01' || bytes > file.length) throw new ImageFault('damaged');
    return tile;
  });
  const pixels = tiles.reduce((sum, { width, height }) => sum + width * height, 0);
  // The tiles at the right and lower edge may reach beyond the picture.
  if (pixels > 2 * maxPixels) throw new ImageFault('pixels');
  return tiles;
}

/** Items that share their bytes would make a small file large. */
function refuseRepeats(items: readonly Item[], file: Uint8Array): void {
  const isTooLong = items.reduce((sum, { data }) => sum + data.length, 0) > file.length;
  if (isTooLong || new Set(items.map(({ id }) => id)).size !== items.length) throw new ImageFault('damaged');
}

/** A grid's data: version, flags, rows and columns less one, and the size of the whole. */
function checkGrid(data: Uint8Array, tileCount: number, size: { width: number; height: number }): void {
  const reader = new ByteReader(data);
  const [version, flags, rows, columns] = [reader.u8(), reader.u8(), reader.u8() + 1, reader.u8() + 1];
  const isWide = (flags & 1) === 1;
  const [width, height] = isWide ? [reader.u32(), reader.u32()] : [reader.u16(), reader.u16()];
  const fits =
    version === 0 &&
    rows * columns === tileCount &&
    reader.left === 0 &&
    width === size.width &&
    height === size.height;
  if (!fits) throw new ImageFault('damaged');
}

export function propertiesOf(meta: Meta, id: number): Box[] {
  return (meta.associations.get(id) ?? []).map(({ index }) => {
    const property = meta.properties[index - 1];
    if (!property) throw new ImageFault('damaged');
    return property;
  });
}

function isAlphaItem(meta: Meta, id: number): boolean {
  return propertiesOf(meta, id).some(({ type, body }) => type === 'auxC' && isAlpha(body));
}

function readData(file: Uint8Array, meta: Meta, place: Place | undefined): Uint8Array {
  if (place === undefined) throw new ImageFault('damaged');
  if (place.source === 'elsewhere') throw new ImageFault('unsupported');
  const source = place.source === 'idat' ? meta.idat : file;
  const parts = place.extents.map(({ offset, length }) => {
    const end = length === 0 ? source.length : offset + length;
    if (offset > source.length || end > source.length) throw new ImageFault('damaged');
    return source.subarray(offset, end);
  });
  const total = parts.reduce((sum, part) => sum + part.length, 0);
  if (total > file.length) throw new ImageFault('damaged');
  return joinBytes(parts);
}

interface Item {
  id: number;
  type: string;
  data: Uint8Array;
  tileIds: readonly number[];
  width: number;
  height: number;
}

export interface DrawnItem extends Item {
  role: 'picture' | 'alpha' | 'tile';
  /** Whether the picture's colours were multiplied by its transparency. */
  isPremultiplied: boolean;
}
