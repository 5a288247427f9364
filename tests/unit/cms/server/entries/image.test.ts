import { expect, it } from 'vitest';
import { checkImage } from '../../../../../cms/server/entries/image.ts';
import { insert, jpegSegment, makeExif, planted, pngChunk } from '../../../images/plant-metadata.ts';
import { makeSamples } from '../../../images/sample-images.ts';

const samples = await makeSamples();
const sample = (name: string): Uint8Array => samples.find((one) => one.name === name)?.bytes ?? new Uint8Array();
const [photo, drawing] = [sample('baseline.jpg'), sample('photo.png')];

it('returns a clean image unchanged, with either file extension of a JPEG', () => {
  expect(checkImage('public/images/a.jpg', photo).equals(photo)).toBe(true);
  expect(checkImage('public/images/a.jpeg', photo).equals(photo)).toBe(true);
  expect(checkImage('public/images/2026/a.png', drawing).equals(drawing)).toBe(true);
});

it('removes metadata', () => {
  const exif = jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), makeExif(1)]));
  expect(checkImage('public/images/a.jpg', insert(photo, 2, exif)).equals(photo)).toBe(true);
  expect(checkImage('public/images/a.png', insert(drawing, 33, pngChunk('tEXt', planted))).equals(drawing)).toBe(true);
});

it.each([
  ['a.png', photo, 422, /「a\.png」.*拡張子/],
  ['a.jpg', drawing, 422, /「a\.jpg」.*拡張子/],
  ['a.svg', photo, 422, /拡張子/],
  ['a.png', Buffer.from('<svg onload="x">'), 422, /どれか/],
  ['a.gif', Buffer.from('GIF89a....'), 422, /壊れて/],
  ['a.jpg', photo.subarray(0, -100), 422, /途中で切れて/],
  ['a.png', new Uint8Array(), 422, /どれか/],
  ['a.png', Buffer.concat([drawing, Buffer.alloc(5 * 1024 * 1024)]), 413, /5MB/],
])('refuses %s (%#)', (name, bytes, status, sentence) => {
  let refusal: unknown;
  try {
    checkImage(`public/images/${name}`, bytes);
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toMatchObject({ status, code: 'content', message: expect.stringMatching(sentence) });
});
