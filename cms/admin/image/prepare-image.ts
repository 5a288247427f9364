import { cleanImage } from '../../../src/images/clean-image.ts';
import { ImageFault } from '../../../src/images/image-fault.ts';
import { nameImage } from './name-image.ts';
import { findPictureFault, findPictureKind, maxFileBytes } from './picture-fault.ts';
import { createSamePictures, type PreparedImage } from './same-picture.ts';
import { imageWords as words } from './words.ts';
import { writePicture } from './write-picture.ts';

/**
 * A picture drawn anew: turned as its camera held it, no larger than a page needs, under a name of its own, and without
 * anything that the file told beside the picture, such as the place where it was taken. Every picture that enters the
 * desk comes through here. Throws a Japanese sentence for what is no picture.
 */
export async function prepareImage(file: File, entry = ''): Promise<PreparedImage> {
  const bytes = await readFile(file);
  const fault = findPictureFault(bytes, file.name);
  if (fault !== undefined) throw new Error(fault);
  const kind = findPictureKind(bytes) ?? 'jpg';
  // The type that the device gave may be another, or none at all.
  const picture = new Blob([bytes], { type: `image/${kind === 'jpg' ? 'jpeg' : kind}` });
  // It is turned without being asked; Chrome 109 refuses to be asked for `from-image`.
  const bitmap = await createImageBitmap(picture).catch(() => {
    throw new Error(kind === 'heic' ? words.heic(file.name) : words.damaged(file.name));
  });
  const scale = Math.min(1, maxSide / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const written = await writePicture(canvas, writtenAs[kind]);
  if (!written) throw new Error(words.notWritten(file.name));
  // Some browsers write EXIF of their own.
  const cleaned = clean(written.bytes, file.name);
  const name = `${nameImage(entry, file.name)}.${written.extension}`;
  const prepared = new File([cleaned], name, { type: written.type });
  preparedFiles.add(prepared);
  const image = { file: prepared, width: canvas.width, height: canvas.height };
  return entry === '' ? image : samePictures.reuse(entry, cleaned, image);
}

/** The same for an image that belongs to no entry; what was drawn anew already stays as it is. */
export async function prepareLibraryImage(file: File): Promise<File> {
  return preparedFiles.has(file) ? file : (await prepareImage(file)).file;
}

async function readFile(file: File): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size > maxFileBytes) throw new Error(words.large(file.name, Math.ceil(file.size / 1_048_576)));
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    // A folder that was dropped, or a file that has been moved meanwhile.
    throw new Error(words.unreadable(file.name));
  }
}

function clean(bytes: Uint8Array, name: string): Uint8Array<ArrayBuffer> {
  try {
    return cleanImage(bytes).bytes;
  } catch (error) {
    const isLarge = error instanceof ImageFault && error.code === 'bytes';
    throw new Error(isLarge ? words.stillLarge(name) : words.notWritten(name));
  }
}

const samePictures = createSamePictures();

/** Files that `prepareImage` made. */
const preparedFiles = new WeakSet<File>();

/** Pixels of the longer side. */
const maxSide = 1_600;

/** In what a picture is written, by the format that it came in. */
const writtenAs = {
  jpg: 'image/jpeg',
  heic: 'image/jpeg',
  png: 'image/png',
  gif: 'image/png',
  webp: 'image/webp',
  avif: 'image/webp',
} as const;
