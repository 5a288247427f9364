import { describe, expect, it } from 'vitest';
import { cleanImage } from '../../../src/images/clean-image.ts';
import { expectClean, expectFault } from './expect-clean.ts';
import { gifExtension, insert, planted, xmp } from './plant-metadata.ts';
import { makeSamples } from './sample-images.ts';

const samples = new Map((await makeSamples()).map(({ name, bytes }) => [name, bytes]));
const sample = (name: string): Uint8Array => samples.get(name) ?? new Uint8Array();
const still = sample('still.gif');
const film = sample('film.gif');
const tableEnd = (bytes: Uint8Array): number =>
  13 + ((bytes[10] ?? 0) & 0x80 ? 3 * 2 ** (((bytes[10] ?? 0) & 7) + 1) : 0);

describe('what GIFs tell beside their picture', () => {
  const magicTrailer = Buffer.from([1, ...Array.from({ length: 256 }, (_, index) => 255 - index), 0]);
  it.each([
    ['a comment', gifExtension(0xfe, planted)],
    ['a text', gifExtension(0x01, '0123456789ab', planted)],
    ['XMP in its own form', Buffer.concat([Buffer.from('\x21\xff\x0bXMP DataXMP', 'latin1'), xmp, magicTrailer])],
    ['a colour profile', gifExtension(0xff, 'ICCRGBG1012', planted)],
    ['another program', gifExtension(0xff, 'KENJINKAI1.', planted)],
    ['a loop with more behind it', gifExtension(0xff, 'NETSCAPE2.0', `\x01\0\0${planted}`)],
    ['a loop with a second block', gifExtension(0xff, 'NETSCAPE2.0', '\x01\0\0', planted)],
    ['a control block that is too long', gifExtension(0xf9, `\0\0\0\0${planted}`)],
    ['an unknown extension', gifExtension(0x7a, planted)],
  ])('%s', async (_, extension) => {
    for (const bytes of [still, film]) await expectClean(insert(bytes, tableEnd(bytes), extension), bytes);
    await expectClean(insert(still, still.length - 1, extension), still);
  });

  it('has nothing behind its end', async () => {
    await expectClean(Buffer.concat([still, Buffer.from(`%PDF-1.7 ${planted}`)]), still);
  });
});

describe('broken GIFs', () => {
  const withScreen = (width: number, height: number): Buffer => {
    const bytes = Buffer.from(still);
    bytes.writeUInt16LE(width, 6);
    bytes.writeUInt16LE(height, 8);
    return bytes;
  };

  it.each(Array.from({ length: 40 }, (_, index) => Math.floor((index * still.length) / 40)))(
    'cut off at byte %i',
    (length) => {
      expectFault(still.subarray(0, length), length < 6 ? 'kind' : 'damaged');
    },
  );

  it.each([
    ['30,000 pixels a side', withScreen(30_000, 30_000), 'pixels'],
    ['no width', withScreen(0, 24), 'damaged'],
    ['no picture', Buffer.concat([still.subarray(0, tableEnd(still)), Buffer.from(';')]), 'damaged'],
    [
      'more blocks than any program writes',
      insert(still, tableEnd(still), Buffer.alloc(3 * 30_000, gifExtension(0xfe))),
      'damaged',
    ],
    ['a text between blocks', insert(still, tableEnd(still), Buffer.from(planted)), 'damaged'],
  ] as const)('%s', (_, bytes, code) => {
    expectFault(bytes, code);
  });

  it('has limits on its frames', () => {
    const frame = still.subarray(tableEnd(still), -1);
    const repeat = (times: number, bytes: Uint8Array) =>
      Buffer.concat([bytes.subarray(0, -1), ...Array.from({ length: times }, () => frame), Buffer.from(';')]);
    expect(cleanImage(repeat(20, still)).size.frames).toBe(21);
    expectFault(repeat(1_100, still), 'animation');
    expectFault(repeat(30, withScreen(2_000, 2_000)), 'animation');
  });
});
