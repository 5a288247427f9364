import { ImageFault } from '../image-fault.ts';
import type { DrawnImage, RemovedPart } from '../removed-part.ts';
import { findBox, readTopBoxes, type Box } from './boxes.ts';
import { chooseItems, propertiesOf, type DrawnItem } from './choose-items.ts';
import { cleanProperty } from './clean-property.ts';
import { readMeta, type Meta } from './read-meta.ts';
import { writeAvif, type WrittenProperty } from './write-avif.ts';

/**
 * AVIF: the primary picture with its transparency, cut out of the file and written into a new one. A film (`avis`)
 * keeps its still picture.
 */
export function cleanAvif(bytes: Uint8Array): DrawnImage {
  const { boxes, hasTail } = readTopBoxes(bytes);
  const body = findBox(boxes, 'meta');
  if (!body) throw new ImageFault(boxes.some(({ type }) => type === 'moov') ? 'unsupported' : 'damaged');
  const meta = readMeta(body);
  const items = chooseItems(bytes, meta);
  const [picture] = items;
  if (!picture) throw new ImageFault('damaged');
  const properties = new Map(items.map((item) => [item.id, writeProperties(meta, item)]));
  return {
    bytes: writeAvif(items, properties),
    size: { width: picture.width, height: picture.height, frames: 1 },
    removed: listRemoved(meta, items, boxes, hasTail),
  };
}

function writeProperties(meta: Meta, { id }: DrawnItem): WrittenProperty[] {
  const essential = (meta.associations.get(id) ?? []).map(({ isEssential }) => isEssential);
  return propertiesOf(meta, id).flatMap((property, index) => {
    const box = cleanProperty(property);
    const isEssential = essential[index] === true;
    if (!box && isEssential) throw new ImageFault('unsupported');
    return box ? [{ box, isEssential }] : [];
  });
}

function listRemoved(
  meta: Meta,
  items: readonly DrawnItem[],
  boxes: readonly Box[],
  hasTail: boolean,
): Set<RemovedPart> {
  const kept = new Set(items.map(({ id }) => id));
  const left = [...meta.types].filter(([id]) => !kept.has(id)).map(([, type]) => type);
  return new Set<RemovedPart>([
    ...left.map((type) => (type === 'Exif' ? 'exif' : type === 'mime' ? 'xmp' : 'preview')),
    ...(boxes.some(({ type }) => !['ftyp', 'meta', 'mdat'].includes(type)) ? ['other' as const] : []),
    ...(meta.properties.some(({ type, body }) => type === 'colr' && body[0] !== 0x6e) ? ['profile' as const] : []),
    ...(hasTail ? ['trailer' as const] : []),
  ]);
}
