import { describe, expect, it } from 'vitest';
import { lintImage, lintImageName } from '../../../src/lint/lint-image.ts';
import { insert, jpegSegment, pngChunk } from '../images/plant-metadata.ts';
import { makeSamples } from '../images/sample-images.ts';

const samples = new Map((await makeSamples()).map(({ name, bytes }) => [name, bytes]));
const sample = (name: string): Uint8Array => samples.get(name) ?? new Uint8Array();
const folder = 'public/images';

describe('names', () => {
  it.each(['plan.png', 'esurg3af-plan-0a1b2c.jpg', 'a.jpeg', '2026/plan_2.webp', 'x.gif', 'deep/er/y.avif'])(
    'allows %s',
    (name) => {
      expect(lintImageName(`${folder}/${name}`, folder)).toBeUndefined();
    },
  );

  it.each([
    ['icon.svg', /PNG に書き出し/],
    ['icon.svgz', /画像.*だけ/],
    ['page.html', /画像.*だけ/],
    ['page.htm', /画像.*だけ/],
    ['page.xhtml', /画像.*だけ/],
    ['program.js', /画像.*だけ/],
    ['plan.pdf', /画像.*だけ/],
    ['photo.heic', /画像.*だけ/],
    ['photo.bmp', /画像.*だけ/],
    ['README', /画像.*だけ/],
    ['.htaccess', /画像.*だけ/],
    ['.gitkeep', /画像.*だけ/],
    ['x.png.svg', /画像.*だけ/],
    ['2026/x.html', /画像.*だけ/],
    ['.png', /小文字で一つ/],
    ['Plan.png', /小文字で一つ/],
    ['plan.PNG', /小文字で一つ/],
    ['plan.svg.png', /小文字で一つ/],
    ['page.html.jpg', /小文字で一つ/],
    ['program.php.gif', /小文字で一つ/],
    ['庁舎.png', /小文字で一つ/],
    ['plan 2.png', /小文字で一つ/],
    ['.hidden.png', /小文字で一つ/],
    ['x.php/plan.png', /小文字で一つ/],
    ['Archive/plan.png', /小文字で一つ/],
    ['plan.toString', /画像.*だけ/],
    ['plan.constructor', /画像.*だけ/],
  ])('names %s', (name, message) => {
    const finding = lintImageName(`${folder}/${name}`, folder);
    expect(finding).toMatchObject({
      file: `${folder}/${name}`,
      rule: 'images',
      severity: 'error',
      message: expect.stringMatching(message),
    });
  });
});

describe('images', () => {
  it('finds nothing in what the server stores', () => {
    for (const [name, bytes] of samples)
      if (!name.endsWith('.avif')) expect(lintImage(`${folder}/${name}`, bytes)).toBeUndefined();
  });

  it.each([
    ['a.jpg', insert(sample('baseline.jpg'), 2, jpegSegment(0xe1, 'Exif\0\0x')), /（EXIF）.*clean:images/],
    [
      'a.png',
      insert(sample('photo.png'), 33, pngChunk('tEXt', 'Author\0x'), pngChunk('eXIf', 'MM')),
      /（コメント・EXIF）/,
    ],
    ['a.gif', Buffer.concat([sample('still.gif'), Buffer.from('PK')]), /末尾/],
    ['a.png', sample('baseline.jpg'), /拡張子/],
    ['a.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /どれか/],
    ['a.jpg', sample('baseline.jpg').subarray(0, 500), /壊れて/],
  ])('names %s (%#) and the remedy', (name, bytes, message) => {
    expect(lintImage(`${folder}/${name}`, bytes)).toMatchObject({
      file: `${folder}/${name}`,
      message: expect.stringMatching(message),
    });
  });
});
