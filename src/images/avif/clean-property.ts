import { ByteReader } from '../byte-reader.ts';
import { textBytes } from '../byte-writer.ts';
import { cleanConfiguration } from './av1-units.ts';
import { writeBox, writeFullBox, type Box } from './boxes.ts';

/** A property of an item as it is written, if it says how the item is drawn; `undefined` for every other one. */
export function cleanProperty({ type, body }: Box): Uint8Array | undefined {
  if (type === 'av1C') return writeBox(type, cleanConfiguration(body));
  if (type === 'auxC') return isAlpha(body) ? writeFullBox(type, 0, textBytes(`${alphaNames[0]}\0`)) : undefined;
  if (type === 'colr') return isCodePoints(body) ? writeBox(type, body) : undefined;
  if (type === 'pixi') return body.length === 5 + (body[4] ?? 0) ? writeBox(type, body) : undefined;
  return Object.hasOwn(lengths, type) && lengths[type]?.includes(body.length) === true
    ? writeBox(type, body)
    : undefined;
}

/** Width and height in pixels of an item, from its `ispe` property. */
export function readExtent(body: Uint8Array): { width: number; height: number } {
  const reader = new ByteReader(body);
  reader.u32();
  return { width: reader.u32(), height: reader.u32() };
}

export function isAlpha(body: Uint8Array): boolean {
  const [name = ''] = String.fromCharCode(...body.subarray(4, 100)).split('\0');
  return alphaNames.includes(name);
}

const alphaNames = ['urn:mpeg:mpegB:cicp:systems:auxiliary:alpha', 'urn:mpeg:hevc:2015:auxid:1'];

/** Four numbers that name primaries, curve, matrix and range, unlike a profile, which may name a device. */
function isCodePoints(body: Uint8Array): boolean {
  return body.length === 11 && String.fromCharCode(...body.subarray(0, 4)) === 'nclx' && ((body[10] ?? 0) & 0x7f) === 0;
}

/** Size, turn, mirror, crop, shape of a pixel, layers, brightness: each with the lengths that it may have, in bytes. */
const lengths: Readonly<Record<string, readonly number[]>> = {
  ispe: [12],
  irot: [1],
  imir: [1],
  clap: [32],
  pasp: [8],
  a1op: [1],
  lsel: [2],
  a1lx: [7, 13],
  clli: [4],
  mdcv: [24],
};
