import { ImageFault } from './image-fault.ts';

/** Size of a file. */
export const maxImageBytes = 5 * 1024 * 1024;

/** The largest photos of today's phones have 50 million pixels; decoded they take 200 MB of a reader's memory. */
export const maxPixels = 51_000_000;

/** Pixels; browsers and graphics cards show no longer side. */
const maxSide = 16_384;

/** Pixels of a frame times frames: what a browser decodes for one round. */
const maxAnimationPixels = 100_000_000;

export const maxFrames = 1_000;

/** Segments, chunks or blocks of a file; real ones have a few hundred, and each costs more time than its bytes. */
export const maxParts = 20_000;

/** Throws for an empty picture and for one that is too large to be decoded by every reader. */
export function checkSize({ width, height, frames }: ImageSize): void {
  if (width < 1 || height < 1 || frames < 1) throw new ImageFault('damaged');
  if (width > maxSide || height > maxSide || width * height > maxPixels) throw new ImageFault('pixels');
  if (frames > 1 && (frames > maxFrames || frames * width * height > maxAnimationPixels))
    throw new ImageFault('animation');
}

/** Pixels as they are stored, before a viewer turns the picture. */
export interface ImageSize {
  width: number;
  height: number;
  /** 1 for a picture that stands still. */
  frames: number;
}
