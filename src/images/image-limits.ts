import { ImageFault } from './image-fault.ts';

/** Bytes of an image file. */
export const maxImageBytes = 5 * 1024 * 1024;

/** The largest photos of today's phones have 50 million pixels; decoded they take 200 MB of a reader's memory. */
export const maxPixels = 51_000_000;

/** Pixels of the longer side: browsers and graphics cards cannot show more. */
const maxSide = 16_384;

/** Pixels of one frame times the number of frames: what a browser decodes to play an animation once. */
const maxAnimationPixels = 100_000_000;

/** Frames of an animation. */
export const maxFrames = 1_000;

/**
 * Segments, chunks or blocks of a file; real files have a few hundred. Each takes time to read, however short it is.
 */
export const maxParts = 20_000;

/**
 * Throws `ImageFault`: `damaged` for an empty picture, `pixels` or `animation` for one that not every device can
 * decode.
 */
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
  /** 1 for a picture that does not move. */
  frames: number;
}
