import { ByteReader } from './byte-reader.ts';
import { ImageFault } from './image-fault.ts';
import type { PngHeader } from './png-chunks.ts';

/** Follows the chunks of an animated PNG and keeps them where they stand in order; without `acTL` they mean nothing. */
export function createFrameOrder(): FrameOrder {
  let announced: number | undefined;
  let started = 0;
  let sequence = 0;
  let hasData = true;

  const next = (reader: ByteReader): void => {
    if (reader.u32() !== sequence) throw new ImageFault('damaged');
    sequence += 1;
  };

  return {
    takes: (type, data, header, isAfterPicture) => {
      const reader = new ByteReader(data);
      if (type === 'acTL' && announced === undefined && !isAfterPicture && data.length === 8) {
        announced = reader.u32();
        if (announced === 0) throw new ImageFault('damaged');
        return true;
      }
      if (announced === undefined || (type !== 'fcTL' && type !== 'fdAT')) return false;
      next(reader);
      if (type === 'fcTL') {
        if (!hasData || data.length !== 26) throw new ImageFault('damaged');
        checkFrame(reader, header);
        started += 1;
        hasData = false;
      } else {
        if (started === 0 || !isAfterPicture || data.length === 4) throw new ImageFault('damaged');
        hasData = true;
      }
      return true;
    },
    onPicture: () => {
      hasData = true;
    },
    end: () => {
      if (announced !== undefined && (announced !== started || !hasData)) throw new ImageFault('damaged');
      return announced ?? 1;
    },
  };
}

/** A frame lies within the picture. */
function checkFrame(reader: ByteReader, header: PngHeader): void {
  const [width, height, left, top] = [reader.u32(), reader.u32(), reader.u32(), reader.u32()];
  reader.u32();
  const [disposal, blending] = [reader.u8(), reader.u8()];
  const isInside = width > 0 && height > 0 && left + width <= header.width && top + height <= header.height;
  if (!isInside || disposal > 2 || blending > 1) throw new ImageFault('damaged');
}

interface FrameOrder {
  /** Whether the chunk belongs to the animation. Throws `ImageFault` where it stands in the wrong place. */
  takes: (type: string, data: Uint8Array, header: PngHeader, isAfterPicture: boolean) => boolean;
  /** A chunk of the picture itself, which is the first frame where a frame was announced before it. */
  onPicture: () => void;
  /** Number of frames. */
  end: () => number;
}
