/**
 * `npm run clean:images`: writes the images of the content anew from their pictures alone, as the editors' server does.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { cleanImage } from '../../images/clean-image.ts';
import { ImageFault } from '../../images/image-fault.ts';
import { listImages } from '../../loader/check-images.ts';
import { imageFaultWords } from '../../strings/images.ts';
import { commandLineWords as words } from '../shared/words.ts';

process.exitCode = await main(parseArgs({ options: { root: { type: 'string', default: '.' } } }).values.root);

/** 0 when every image is clean now, 1 when some cannot be cleaned, which `lint:content` explains too. */
async function main(root: string): Promise<number> {
  let [cleaned, failed] = [0, 0];
  const files = await listImages(root);
  for (const file of files) {
    const place = path.join(root, file);
    try {
      const { isClean, bytes } = cleanImage(await readFile(place));
      if (isClean) continue;
      await writeFile(place, bytes);
      cleaned += 1;
      console.log(words.imageCleaned(file));
    } catch (error) {
      if (!(error instanceof ImageFault)) throw error;
      failed += 1;
      console.error(`${file}: ${imageFaultWords[error.code]}`);
    }
  }
  console.log(words.imagesCleaned(files.length, cleaned));
  return failed > 0 ? 1 : 0;
}
