import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { findPictureFault, findPictureKind } from '../../../../../cms/admin/image/picture-fault.ts';
import { imageWords as words } from '../../../../../cms/admin/image/words.ts';
import { makeSamples } from '../../../images/sample-images.ts';

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const samples = new Map((await makeSamples()).map((sample) => [sample.name, sample.bytes]));
const sample = (name: string) => samples.get(name) ?? new Uint8Array();
const heic = bytes('\0\0\0\x18ftypheic\0\0\0\0mif1heic' + 'x'.repeat(64));

describe('a file is judged by its bytes', () => {
  const still = [...samples.keys()].filter((name) => !name.startsWith('film'));
  it.each(still)('%s may be drawn, whatever its name', (name) => {
    for (const called of [name, 'wrong.txt', 'noextension', '庁舎 写真①.JPG', 'plan.pdf'])
      expect(findPictureFault(sample(name), called)).toBeUndefined();
  });

  it.each([
    ['nothing in it', new Uint8Array(), 'a.jpg', words.empty('a.jpg')],
    ['a GIF that moves', sample('film.gif'), 'a.gif', words.animated('a.gif')],
    ['a WebP that moves', sample('film.webp'), 'a.webp', words.animated('a.webp')],
    [
      'a film in AVIF',
      bytes('\0\0\0\x1cftypavis\0\0\0\0avifavis' + 'x'.repeat(64)),
      'a.avif',
      words.animated('a.avif'),
    ],
    ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), '図.svg', words.svg('図.svg')],
    ['SVG behind a declaration', bytes('<?xml version="1.0"?>\n<!-- x --><svg >'), 'a.png', words.svg('a.png')],
    ['SVG with a byte order mark', bytes('\xef\xbb\xbf\n<!DOCTYPE svg><svg:svg >'), 'a', words.svg('a')],
    ['SVG in UTF-16', bytes('\xff\xfe<\0s\0v\0g\0 \0'), 'a.svg', words.svg('a.svg')],
    ['a page with a drawing in it', bytes('<!doctype html><p><b>'), 'a.html', words.notImage('a.html')],
    ['PDF', bytes('%PDF-1.7 x'), '要綱.pdf', words.notImage('要綱.pdf')],
    ['a document called a picture', bytes('PK\x03\x04word/'), '写真.JPEG', words.extension('写真.JPEG', 'JPEG')],
    ['text called a picture', bytes('hello'), 'x.heic', words.extension('x.heic', 'heic')],
    ['TIFF', bytes('II*\0\x08\0\0\0'), 'scan.tif', words.notImage('scan.tif')],
    ['a film of a phone', bytes('\0\0\0\x14ftypqt  \0\0\0\0qt  '), 'IMG_1.MOV', words.notImage('IMG_1.MOV')],
  ])('says what is the matter: %s', (_case, content, name, sentence) => {
    expect(findPictureFault(content, name)).toBe(sentence);
  });

  it('says that a picture announces too many pixels, and that a file is too large', async () => {
    const wide = await sharp({ create: { width: 17_000, height: 8, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    expect(findPictureFault(wide, 'a.png')).toBe(words.pixels('a.png'));
    const large = Buffer.concat([sample('baseline.jpg'), Buffer.alloc(21 * 1_048_576)]);
    expect(findPictureFault(large, 'a.jpg')).toBe(words.large('a.jpg', 22));
  });

  it.each(['heic', 'heix', 'hevc', 'mif1'])('leaves HEIC (%s) to browsers that can draw it', (brand) => {
    const file = bytes(`\0\0\0\x18ftyp${brand}\0\0\0\0heic`);
    expect([findPictureKind(file), findPictureFault(file, 'IMG_0001.HEIC')]).toEqual(['heic', undefined]);
    expect(findPictureKind(heic)).toBe('heic');
  });
});
