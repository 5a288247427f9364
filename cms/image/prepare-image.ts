import { cleanImage } from '../../src/images/clean-image.ts';
import { ImageFault } from '../../src/images/image-fault.ts';
import { imageFaultWords } from '../../src/strings/images.ts';

/**
 * A picture drawn anew: turned as its camera held it, no larger than a page needs, and without anything that the file
 * told beside the picture, such as the place where it was taken. Throws a Japanese sentence for what is no picture.
 */
export async function prepareImage(file: File, name: string): Promise<PreparedImage> {
  const format = formats.find(({ types }) => (types as readonly string[]).includes(file.type));
  if (!format) throw new Error(imageFaultWords.kind);
  if (file.size > maxBytes) throw new Error(words.large(Math.ceil(file.size / 1_048_576)));
  await refuseTooManyPixels(file);
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
    throw new Error(imageFaultWords.damaged);
  });
  const scale = Math.min(1, maxSide / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, format.written, 0.85));
  if (!blob || blob.type !== format.written) throw new Error(words.notWritten);
  // Some browsers write EXIF of their own.
  const cleaned = clean(new Uint8Array(await blob.arrayBuffer()));
  return {
    file: new File([cleaned], `${name}.${format.extension}`, { type: format.written }),
    width: canvas.width,
    height: canvas.height,
  };
}

/** The same for an image that belongs to no entry. */
export async function prepareLibraryImage(file: File): Promise<File> {
  return (await prepareImage(file, nameImage('', file.name))).file;
}

/** A small file can announce so many pixels that decoding them ends the browser's tab. */
async function refuseTooManyPixels(file: File): Promise<void> {
  try {
    cleanImage(new Uint8Array(await file.arrayBuffer()), maxBytes);
  } catch (error) {
    // Whatever else is wrong with the file, the browser may be able to draw it.
    if (error instanceof ImageFault && error.code === 'pixels') throw new Error(imageFaultWords.pixels);
  }
}

function clean(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  try {
    return cleanImage(bytes).bytes;
  } catch (error) {
    throw new Error(error instanceof ImageFault && error.code === 'bytes' ? words.stillLarge : words.notWritten);
  }
}

const words = {
  large: (mebibytes: number) => `画像が大きすぎます（${mebibytes}MB）。20MBまでにしてください。`,
  stillLarge: '縮めても5MBを超えます。余白を切り取るか、JPEGで書き出してから入れてください。',
  notWritten: '画像を書き出せませんでした。別の画像で試してください。',
} as const;

/** A name that says where a picture belongs and never meets another: lower-case ASCII, as the media folder wants it. */
export function nameImage(entry: string, original: string): string {
  const words = original
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 24);
  const random = Array.from(crypto.getRandomValues(new Uint8Array(3)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  return [
    entry.toLowerCase().replace(/[^a-z0-9]+/g, ''),
    /^(?:img|image|dsc|photo)?-?\d*$/.test(words) ? '' : words,
    random,
  ]
    .filter((part) => part !== '')
    .join('-');
}

/** Pixels of the longer side. */
const maxSide = 1_600;
const maxBytes = 20 * 1_048_576;

/** A moving GIF would stand still as a PNG, which is what a page of answers wants. */
const formats = [
  { types: ['image/jpeg'], written: 'image/jpeg', extension: 'jpg' },
  { types: ['image/png', 'image/gif'], written: 'image/png', extension: 'png' },
  { types: ['image/webp', 'image/avif'], written: 'image/webp', extension: 'webp' },
] as const satisfies readonly { types: readonly string[]; written: string; extension: string }[];

export interface PreparedImage {
  file: File;
  width: number;
  height: number;
}
