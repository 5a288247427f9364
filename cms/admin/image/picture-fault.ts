import { cleanImage } from '../../../src/images/clean-image.ts';
import { ImageFault } from '../../../src/images/image-fault.ts';
import { findImageKind, type ImageKind } from '../../../src/images/image-kind.ts';
import { imageWords as words } from './words.ts';

/**
 * Why a file is not taken as a picture, as a Japanese sentence, judged by its bytes; names and types are what the
 * device says. Nothing where the browser is to try to draw it.
 */
export function findPictureFault(bytes: Uint8Array, name: string): string | undefined {
  if (bytes.length === 0) return words.empty(name);
  const kind = findPictureKind(bytes);
  if (kind === undefined) return sayWhatElse(bytes, name);
  if (kind === 'heic') return undefined;
  if (isAvifFilm(bytes)) return words.animated(name);
  try {
    return cleanImage(bytes, maxFileBytes).size.frames > 1 ? words.animated(name) : undefined;
  } catch (error) {
    if (!(error instanceof ImageFault)) throw error;
    if (error.code === 'bytes') return words.large(name, Math.ceil(bytes.length / mebibyte));
    if (error.code === 'animation') return words.animated(name);
    // A small file can announce so many pixels that decoding them ends the browser's tab.
    if (error.code === 'pixels') return words.pixels(name);
    // Whatever else is wrong with the file, the browser may be able to draw it.
    return undefined;
  }
}

/** The format that the first bytes announce; HEIC is one that only some browsers can draw. */
export function findPictureKind(bytes: Uint8Array): ImageKind | 'heic' | undefined {
  const known = findImageKind(bytes);
  if (known !== undefined) return known;
  return /^ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1)/.test(latin(bytes, 4, 12)) ? 'heic' : undefined;
}

function sayWhatElse(bytes: Uint8Array, name: string): string {
  if (isSvg(bytes)) return words.svg(name);
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1] ?? '';
  const isNamedImage = /^(?:jpe?g|jfif|png|gif|webp|avif|hei[cf]|svg)$/i.test(extension);
  return isNamedImage ? words.extension(name, extension) : words.notImage(name);
}

/** An XML text whose first element is `svg`, in UTF-8 or UTF-16. */
function isSvg(bytes: Uint8Array): boolean {
  const start = latin(bytes, 0, 4_096).replaceAll('\0', '');
  return /^[^<]{0,8}<(?:[?!]|svg[\s>])/.test(start) && /<(?:\w+:)?svg[\s>]/.test(start);
}

/** The main brand of an AVIF that holds a film. */
function isAvifFilm(bytes: Uint8Array): boolean {
  return latin(bytes, 4, 12) === 'ftypavis';
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

const mebibyte = 1_048_576;

/** Of a file that is sent to be drawn anew; what is written may have 5 MiB. */
export const maxFileBytes = 20 * mebibyte;
