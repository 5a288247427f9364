import { joinBytes, numberBytes, textBytes } from './byte-writer.ts';
import { ByteReader } from './byte-reader.ts';
import { ImageFault } from './image-fault.ts';

/** How a viewer turns the picture (EXIF 2.32, tag 0x0112), 2 to 8; `undefined` where it stays as it is stored. */
export function readOrientation(exif: Uint8Array): number | undefined {
  try {
    const value = findOrientation(exif);
    return value !== undefined && value >= 2 && value <= 8 ? value : undefined;
  } catch (error) {
    if (error instanceof ImageFault) return undefined;
    throw error;
  }
}

/**
 * The smallest EXIF block: a TIFF header and one directory with one entry. A picture without it would lie on its side.
 */
export function writeOrientation(orientation: number): Uint8Array {
  return joinBytes([
    textBytes('MM\0*'),
    numberBytes(8, 4),
    numberBytes(1, 2),
    numberBytes(orientationTag, 2),
    numberBytes(shortType, 2),
    numberBytes(1, 4),
    numberBytes(orientation, 2),
    numberBytes(0, 2),
    numberBytes(0, 4),
  ]);
}

export const exifHeader = 'Exif\0\0';

const orientationTag = 0x0112;
const shortType = 3;

/** `exif` with or without the header that JPEG puts before it. */
function findOrientation(exif: Uint8Array): number | undefined {
  const hasHeader = exif.length >= 6 && String.fromCharCode(...exif.subarray(0, 6)) === exifHeader;
  const tiff = hasHeader ? exif.subarray(6) : exif;
  const reader = new ByteReader(tiff);
  const order = reader.text(2);
  if (order !== 'II' && order !== 'MM') return undefined;
  const isLittle = order === 'II';
  if (reader.u16(isLittle) !== 42) return undefined;
  reader.at = reader.u32(isLittle);
  if (reader.at > tiff.length) return undefined;
  for (let count = reader.u16(isLittle); count > 0; count -= 1) {
    const [tag, type, values] = [reader.u16(isLittle), reader.u16(isLittle), reader.u32(isLittle)];
    const value = reader.u16(isLittle);
    reader.u16();
    if (tag === orientationTag && type === shortType && values === 1) return value;
  }
  return undefined;
}
