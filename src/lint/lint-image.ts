import { cleanImage } from '../images/clean-image.ts';
import { ImageFault } from '../images/image-fault.ts';
import { isImagePath, kindOfName } from '../images/image-kind.ts';
import { imageFaultWords, imageFileWords as words, removedPartWords } from '../strings/images.ts';
import type { Finding } from './finding.ts';

/** What is wrong with a file in a folder of images, by its path below that folder alone. */
export function lintImageName(file: string, folder: string): Finding | undefined {
  const inside = file.slice(folder.length + 1);
  if (isImagePath(inside)) return undefined;
  return describe(file, kindOfName(inside.toLowerCase()) === undefined ? words.notImage : words.name);
}

/**
 * What is wrong with an image of that name: no image, another format, damaged, too large, or telling more than its
 * picture.
 */
export function lintImage(file: string, bytes: Uint8Array): Finding | undefined {
  try {
    const { kind, isClean, removed } = cleanImage(bytes);
    if (kind !== kindOfName(file)) return describe(file, imageFaultWords.mismatch);
    return isClean
      ? undefined
      : describe(file, words.unclean([...removed].map((part) => removedPartWords[part]).join('・')));
  } catch (error) {
    if (error instanceof ImageFault) return describe(file, imageFaultWords[error.code]);
    throw error;
  }
}

/** A finding about a whole file. */
export function describe(file: string, message: string): Finding {
  return { file, line: 1, column: 1, rule: 'images', severity: 'error', message };
}
