import { expect, test, type Page } from '@playwright/test';
import { cleanImage } from '../../src/images/clean-image.ts';
import {
  insert,
  jpegSegment,
  makeExif,
  planted,
  pngChunk,
  riffChunk,
  riffFile,
} from '../unit/images/plant-metadata.ts';
import { makeSamples } from '../unit/images/sample-images.ts';

/** The browser's own decoders draw a cleaned image as they drew the one that was sent. */
test.describe('cleaned images', () => {
  test('look the same in the browser, whatever their format', async ({ page }) => {
    for (const { name, bytes } of await makeSamples()) {
      const sent = plantInto(name, bytes);
      const cleaned = cleanImage(sent).bytes;
      expect(Buffer.from(cleaned).includes(planted), name).toBe(false);
      expect(await draw(page, cleaned), name).toEqual(await draw(page, sent));
    }
  });

  test('stand upright as the camera held them', async ({ page }) => {
    const samples = new Map((await makeSamples()).map(({ name, bytes }) => [name, bytes]));
    const photo = samples.get('baseline.jpg') ?? new Uint8Array();
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const exif = Buffer.concat([Buffer.from('Exif\0\0'), makeExif(orientation)]);
      const sent = insert(photo, 2, jpegSegment(0xe1, exif));
      const drawn = await draw(page, cleanImage(sent).bytes);
      expect(drawn).toEqual(await draw(page, sent));
      expect([drawn.width, drawn.height]).toEqual(orientation < 5 ? [96, 64] : [64, 96]);
    }
  });
});

function plantInto(name: string, bytes: Uint8Array): Uint8Array {
  if (name.endsWith('.jpg')) return insert(bytes, 2, jpegSegment(0xfe, planted), jpegSegment(0xed, planted));
  if (name.endsWith('.png')) return insert(bytes, 33, pngChunk('tEXt', `Author\0${planted}`));
  if (name.endsWith('.webp')) return riffFile(bytes.subarray(12), riffChunk('XMP ', planted));
  return Buffer.concat([bytes, Buffer.from(planted)]);
}

/** Size and pixels of the picture as a page shows it, turned as the file asks for. */
async function draw(page: Page, bytes: Uint8Array): Promise<{ width: number; height: number; pixels: string }> {
  return page.evaluate(async (base64) => {
    const file = new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))]);
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
    return { width: bitmap.width, height: bitmap.height, pixels: Array.from(data).join() };
  }, Buffer.from(bytes).toString('base64'));
}
