import type { ImageSize } from './image-limits.ts';

/** What cleaning took away, in the words of the sentence that tells of it. */
export type RemovedPart = 'exif' | 'xmp' | 'comment' | 'profile' | 'preview' | 'trailer' | 'other';

/** What a format's own cleaner finds and writes. */
export interface DrawnImage {
  bytes: Uint8Array<ArrayBuffer>;
  size: ImageSize;
  removed: ReadonlySet<RemovedPart>;
}
