import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { drawQrCode } from '../../../src/links/qr-code.ts';

test.each([
  'https://example.lg.jp/q/abcd2345/',
  'http://localhost:4321/q/zzzzzz/',
  `https://www.kenjinkai.example.pref.gifu.lg.jp/${'path/'.repeat(12)}q/abcdefghijkl/`,
  ...Array.from(
    { length: 40 },
    (_, index) => `https://kenjinkai.example.jp/q/${(index * 7_919_191).toString(36).padStart(8, 'a')}/`,
  ),
])('a scanner reads %s', (url) => {
  const { size, path } = drawQrCode(url);
  const scale = 4;
  const { data, width } = rasterise(path, size, scale);
  expect(jsQR(data, width, width)?.data).toBe(url);
});

/** Fills the rectangles of the path, black on white. */
function rasterise(path: string, size: number, scale: number): { data: Uint8ClampedArray; width: number } {
  const width = size * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x = '', y = '', run = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(run)) * scale; column += 1)
        data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
    }
  }
  return { data, width };
}
