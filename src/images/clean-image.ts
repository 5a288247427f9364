import { cleanAvif } from './avif/clean-avif.ts';
import { cleanGif } from './clean-gif.ts';
import { cleanJpeg } from './clean-jpeg.ts';
import { cleanPng } from './clean-png.ts';
import { cleanWebp } from './clean-webp.ts';
import { ImageFault } from './image-fault.ts';
import { findImageKind, type ImageKind } from './image-kind.ts';
import { checkSize, maxImageBytes } from './image-limits.ts';
import { refuseTelling } from './refuse-telling.ts';
import type { DrawnImage } from './removed-part.ts';

/**
 * Writes an image anew from the parts that draw it, and from nothing else in the file: no place, device, time, person,
 * comment, preview or second file stays. Pixels are not decoded, so none changes. Cleaning a clean image changes no
 * byte. Throws `ImageFault` for what is no sound image of a known format or exceeds the limits.
 */
export function cleanImage(bytes: Uint8Array, maxBytes = maxImageBytes): CleanedImage {
  if (bytes.length > maxBytes) throw new ImageFault('bytes');
  const kind = findImageKind(bytes);
  if (kind === undefined) throw new ImageFault('kind');
  const drawn = cleaners[kind](bytes);
  checkSize(drawn.size);
  refuseTelling(drawn.bytes);
  const isClean = areEqual(drawn.bytes, bytes);
  return { kind, isClean, ...drawn, removed: isClean ? new Set() : drawn.removed };
}

function areEqual(first: Uint8Array, second: Uint8Array): boolean {
  if (first.length !== second.length) return false;
  for (let index = 0; index < first.length; index += 1) if (first[index] !== second[index]) return false;
  return true;
}

const cleaners = { jpg: cleanJpeg, png: cleanPng, webp: cleanWebp, gif: cleanGif, avif: cleanAvif } as const;

export interface CleanedImage extends DrawnImage {
  kind: ImageKind;
  /** Whether the file was already as it is written here, byte by byte. */
  isClean: boolean;
}
