import { PNG } from 'pngjs';

/** A picture with a text chunk that tells where it was taken, as cameras and phones write it. */
export function makePicture(width: number, height: number): Buffer {
  const png = new PNG({ width, height });
  for (let index = 0; index < png.data.length; index += 4) png.data.set([40, 90, (index / 4) % 256, 255], index);
  const plain = PNG.sync.write(png);
  const told = Buffer.from('Location\0' + place);
  const chunk = Buffer.alloc(12 + told.length);
  chunk.writeUInt32BE(told.length, 0);
  chunk.write('tEXt', 4, 'latin1');
  told.copy(chunk, 8);
  // The check sum of this chunk is of no matter: readers skip text they cannot trust.
  return Buffer.concat([plain.subarray(0, 33), chunk, plain.subarray(33)]);
}

export const place = '35.4233N 136.7606E';
