import { describe, expect, it } from 'vitest';
import { cleanImage } from '../../../src/images/clean-image.ts';
import { expectClean, expectFault } from './expect-clean.ts';
import { insert, makeExif, planted, riffChunk, riffFile, xmp } from './plant-metadata.ts';
import { makeSamples } from './sample-images.ts';

const samples = new Map((await makeSamples()).map(({ name, bytes }) => [name, bytes]));
const sample = (name: string): Uint8Array => samples.get(name) ?? new Uint8Array();
const lossy = sample('lossy.webp');
const body = (name: string): Uint8Array => sample(name).subarray(12);
const extended = (flags: number, width: number, height: number) => {
  const data = Buffer.alloc(10);
  data.writeUInt32LE(flags, 0);
  data.writeUIntLE(width - 1, 4, 3);
  data.writeUIntLE(height - 1, 7, 3);
  return riffChunk('VP8X', data);
};
const exif = (orientation: number) => riffChunk('EXIF', makeExif(orientation));

describe('what WebP files tell beside their picture', () => {
  it.each([
    ['EXIF', riffFile(extended(0x08, 96, 64), body('lossy.webp'), exif(1))],
    ['XMP', riffFile(extended(0x04, 96, 64), body('lossy.webp'), riffChunk('XMP ', xmp))],
    [
      'both, with flags that deny them',
      riffFile(extended(0, 96, 64), body('lossless.webp'), exif(1), riffChunk('XMP ', xmp)),
    ],
    ['both before the picture', riffFile(extended(0x0c, 96, 64), exif(1), riffChunk('XMP ', xmp), body('lossy.webp'))],
    ['a colour profile', riffFile(extended(0x20, 96, 64), riffChunk('ICCP', planted), body('lossy.webp'))],
    [
      'unknown chunks',
      riffFile(extended(0, 96, 64), riffChunk('abcd', planted), body('lossy.webp'), riffChunk('JUNK', planted)),
    ],
    ['EXIF behind a simple picture', riffFile(body('lossy.webp'), exif(1))],
    [
      'an extended header that is too long',
      riffFile(
        riffChunk('VP8X', Buffer.concat([extended(0, 96, 64).subarray(8), Buffer.from(planted)])),
        body('lossy.webp'),
      ),
    ],
    [
      'a second file behind the end',
      Buffer.concat([lossy, riffFile(extended(0x08, 96, 64), body('lossy.webp'), exif(1))]),
    ],
    ['a page behind the end', Buffer.concat([lossy, Buffer.from(`<script>${planted}</script>`)])],
    ['reserved flags', riffFile(extended(0xffffff01, 96, 64), body('lossy.webp'), riffChunk('XMP ', xmp))],
  ])('%s', async (_, bytes) => {
    await expectClean(bytes, bytes.includes('VP8L') ? sample('lossless.webp') : lossy);
  });

  it('is gone from films and from their frames', async () => {
    const film = sample('film.webp');
    await expectClean(riffFile(film.subarray(12), riffChunk('XMP ', xmp)), film);
    const frameAt = Buffer.from(film).indexOf('ANMF');
    const length = Buffer.from(film).readUInt32LE(frameAt + 4);
    const frame = Buffer.concat([film.subarray(frameAt + 8, frameAt + 8 + length), riffChunk('EXIF', planted)]);
    await expectClean(
      riffFile(
        film.subarray(12, frameAt),
        riffChunk('ANMF', frame),
        film.subarray(frameAt + 8 + length + (length % 2)),
      ),
      film,
    );
  });

  it('says in its flags what is left', () => {
    const flagsOf = (bytes: Uint8Array): number => Buffer.from(cleanImage(bytes).bytes).readUInt32LE(20);
    expect(flagsOf(riffFile(extended(0x2c, 96, 64), body('lossy.webp'), exif(1)))).toBe(0);
    expect(flagsOf(riffFile(extended(0x2c, 96, 64), body('lossy.webp'), exif(6)))).toBe(0x08);
    expect(flagsOf(sample('transparent.webp'))).toBe(0x10);
    expect(flagsOf(sample('film.webp')) & 0x02).toBe(0x02);
  });

  it.each([2, 6, 8])('keeps how the picture is turned: %i', (orientation) => {
    const { bytes } = cleanImage(riffFile(extended(0x08, 96, 64), body('lossy.webp'), exif(orientation)));
    expect(Buffer.from(bytes).includes(planted)).toBe(false);
    expect(Buffer.from(bytes).readUInt16BE(bytes.length - 26 + 18)).toBe(orientation);
    expect(cleanImage(bytes).isClean).toBe(true);
  });
});

describe('broken WebP files', () => {
  it.each(Array.from({ length: 40 }, (_, index) => Math.floor((index * lossy.length) / 40)))(
    'cut off at byte %i',
    (length) => {
      expectFault(lossy.subarray(0, length), length < 12 ? 'kind' : 'damaged');
    },
  );

  const lossless = Buffer.from(body('lossless.webp'));
  lossless.writeUInt32LE(0x0fffffff, 9);

  it.each([
    ['16,384 pixels a side', riffFile(lossless), 'pixels'],
    ['a canvas that its picture does not fill', riffFile(extended(0, 97, 64), body('lossy.webp')), 'damaged'],
    ['no picture', riffFile(extended(0, 96, 64)), 'damaged'],
    ['no chunk', riffFile(), 'damaged'],
    ['a film without frames', riffFile(extended(0x02, 96, 64), riffChunk('ANIM', '\0\0\0\0\0\0')), 'damaged'],
    ['a film without settings', riffFile(extended(0x02, 96, 64), body('lossy.webp')), 'damaged'],
    ['another first chunk', insert(lossy, 12, riffChunk('JUNK', planted)), 'damaged'],
  ] as const)('%s', (_, bytes, code) => {
    expectFault(bytes, code);
  });

  it('has limits on its frames', () => {
    const film = sample('film.webp');
    const frameAt = Buffer.from(film).indexOf('ANMF');
    const length = Buffer.from(film).readUInt32LE(frameAt + 4);
    const frame = film.subarray(frameAt, frameAt + 8 + length + (length % 2));
    const frames = Array.from({ length: 40 }, () => frame);
    expect(cleanImage(riffFile(extended(0x12, 20, 20), riffChunk('ANIM', '\0\0\0\0\0\0'), ...frames)).size.frames).toBe(
      40,
    );
    expectFault(riffFile(extended(0x12, 2_000, 2_000), riffChunk('ANIM', '\0\0\0\0\0\0'), ...frames), 'animation');
  });
});
