import { cleanImage, type CleanedImage } from '../../../src/images/clean-image.ts';
import { ImageFault } from '../../../src/images/image-fault.ts';
import { kindOfName } from '../../../src/images/image-kind.ts';
import { imageFaultWords } from '../../../src/strings/images.ts';
import { entryMessages } from '../messages/entry-messages.ts';
import { HttpError } from '../messages/http-error.ts';

/**
 * The image as it is stored: its picture alone, without the place, device or text that the file told beside it. Refuses
 * what is not the image that its name says, is damaged or too large to be shown.
 */
export function checkImage(path: string, bytes: Uint8Array): Buffer {
  const { kind, bytes: cleaned } = clean(path, bytes);
  if (kind !== kindOfName(path)) throw refuse(path, 'mismatch');
  return Buffer.from(cleaned.buffer, cleaned.byteOffset, cleaned.byteLength);
}

function clean(path: string, bytes: Uint8Array): CleanedImage {
  try {
    return cleanImage(bytes);
  } catch (error) {
    if (error instanceof ImageFault) throw refuse(path, error.code);
    throw error;
  }
}

function refuse(path: string, fault: keyof typeof imageFaultWords): HttpError {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return new HttpError(fault === 'bytes' ? 413 : 422, 'content', entryMessages.image(name, imageFaultWords[fault]));
}
