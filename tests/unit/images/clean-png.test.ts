import { describe, expect, it } from 'vitest';
import { PNG } from 'pngjs';
import { cleanImage } from '../../../src/images/clean-image.ts';
import { expectClean, expectFault } from './expect-clean.ts';
import { insert, makeExif, planted, pngChunk, xmp } from './plant-metadata.ts';
import { makeSamples } from './sample-images.ts';

const samples = new Map((await makeSamples()).map(({ name, bytes }) => [name, bytes]));
const sample = (name: string): Uint8Array => samples.get(name) ?? new Uint8Array();
const photo = sample('photo.png');
const afterHeader = 33;
const end = photo.length - 12;
const firstData = Buffer.from(photo).indexOf('IDAT') - 4;
const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const header = (width: number, height: number, rest = '\x08\x02\0\0\0') =>
  pngChunk('IHDR', Buffer.concat([uint32(width), uint32(height), Buffer.from(rest, 'latin1')]));
const withHeader = (chunk: Buffer): Buffer => Buffer.concat([photo.subarray(0, 8), chunk, photo.subarray(afterHeader)]);

describe('metadata of PNGs', () => {
  it.each([
    ['tEXt', pngChunk('tEXt', `Author\0${planted}`)],
    ['zTXt', pngChunk('zTXt', `Raw profile type exif\0\0${planted}`)],
    ['iTXt', pngChunk('iTXt', Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\0\0\0\0'), xmp]))],
    ['eXIf', pngChunk('eXIf', makeExif(1))],
    ['tIME', pngChunk('tIME', '\x07\xea\x0b\x1e\x09\x15\0')],
    ['iCCP', pngChunk('iCCP', `${planted}\0\0x`)],
    ['private chunks', pngChunk('prVt', planted)],
    ['dSIG, hIST, sPLT, sTER', Buffer.concat(['dSIG', 'hIST', 'sPLT', 'sTER'].map((type) => pngChunk(type, planted)))],
    ['a colour chunk of the wrong length', pngChunk('gAMA', planted)],
    ['animation frames without acTL', Buffer.concat([pngChunk('fcTL', planted), pngChunk('fdAT', planted)])],
  ])('removes %s before and after the image data', async (_, chunk) => {
    await expectClean(insert(photo, afterHeader, chunk), photo);
    await expectClean(insert(photo, end, chunk), photo);
    await expectClean(insert(sample('palette.png'), afterHeader, chunk), sample('palette.png'));
  });

  it.each([
    ['a ZIP', `PK\x03\x04${planted}`],
    ['the rest of a longer file that a shorter one replaced', Buffer.from(photo.subarray(100, 400)).toString('latin1')],
    ['an HTML page', '<html><script>alert(1)</script>'],
  ])('removes %s after the end', async (_, tail) => {
    await expectClean(Buffer.concat([photo, Buffer.from(tail, 'latin1')]), photo);
  });

  it('texts with a wrong checksum are no reason to refuse the picture', async () => {
    for (const type of ['tEXt', 'iTXt', 'eXIf', 'iCCP']) {
      const chunk = pngChunk(type, planted);
      chunk.fill(0, chunk.length - 4);
      await expectClean(insert(photo, afterHeader, chunk), photo);
    }
  });

  it('an independent decoder (pngjs) reads the same pixels', () => {
    const cleaned = cleanImage(
      insert(
        photo,
        afterHeader,
        pngChunk('tEXt', `Author\0${planted}`),
        pngChunk('gAMA', '\0\0\xb1\x8f'),
        pngChunk('gAMA', '\0\0\xb1\x8f'),
      ),
    );
    expect(PNG.sync.read(Buffer.from(cleaned.bytes)).data.equals(PNG.sync.read(Buffer.from(photo)).data)).toBe(true);
  });

  it('keeps the orientation, wherever the file states it', () => {
    for (const at of [afterHeader, end]) {
      const { bytes } = cleanImage(insert(photo, at, pngChunk('eXIf', makeExif(6, 'MM'))));
      expect(Buffer.from(bytes).indexOf('eXIf')).toBeLessThan(Buffer.from(bytes).indexOf('IDAT'));
      expect(bytes.length).toBe(photo.length + 12 + 26);
      expect(Buffer.from(bytes).includes(planted)).toBe(false);
      expect(cleanImage(bytes).isClean).toBe(true);
    }
  });
});

describe('animated PNGs', () => {
  const control = (sequence: number, width = 96, height = 64) =>
    pngChunk('fcTL', Buffer.concat([...[sequence, width, height, 0, 0].map(uint32), Buffer.from([0, 1, 0, 10, 0, 0])]));
  const data = photo.subarray(firstData + 8, end - 4);
  const animation = (frames: number) =>
    insert(
      insert(photo, end, control(1), pngChunk('fdAT', Buffer.concat([uint32(2), data]))),
      firstData,
      pngChunk('acTL', Buffer.concat([uint32(frames), uint32(0)])),
      control(0),
    );

  it('are kept', () => {
    expect(cleanImage(animation(2))).toMatchObject({ isClean: true, size: { width: 96, height: 64, frames: 2 } });
  });

  it.each([
    ['more frames than acTL declares', animation(1)],
    ['fewer frames than acTL declares', animation(3)],
    ['no frame', animation(0)],
    [
      'frames in the wrong order',
      insert(photo, firstData, pngChunk('acTL', Buffer.concat([uint32(1), uint32(0)])), control(1)),
    ],
    [
      'a frame beyond the picture',
      insert(photo, firstData, pngChunk('acTL', Buffer.concat([uint32(1), uint32(0)])), control(0, 97)),
    ],
  ])('%s', (_, bytes) => {
    expectFault(bytes, 'damaged');
  });

  it('have limits', () => {
    const large = withHeader(header(4_000, 4_000));
    const frames = Array.from({ length: 7 }, (_, index) => [
      control(2 * index + 1),
      pngChunk('fdAT', Buffer.concat([uint32(2 * index + 2), data])),
    ]).flat();
    expectFault(
      insert(
        insert(large, end, ...frames),
        firstData,
        pngChunk('acTL', Buffer.concat([uint32(8), uint32(0)])),
        control(0),
      ),
      'animation',
    );
  });
});

describe('broken PNGs', () => {
  it.each(Array.from({ length: 40 }, (_, index) => Math.floor((index * photo.length) / 40)))(
    'cut off at byte %i',
    (length) => {
      expectFault(photo.subarray(0, length), length < 8 ? 'kind' : 'damaged');
    },
  );

  it('every changed byte of a chunk is noticed', () => {
    for (let at = 8; at < photo.length; at += 7) {
      const bytes = Uint8Array.from(photo);
      bytes[at] = (bytes[at] ?? 0) ^ 0x20;
      expectFault(bytes, 'damaged');
    }
  });

  it.each([
    ['30,000 pixels a side', withHeader(header(30_000, 30_000, '\x01\0\0\0\0')), 'pixels'],
    ['no width', withHeader(header(0, 64)), 'damaged'],
    ['no height', withHeader(header(96, 0)), 'damaged'],
    ['an unknown depth', withHeader(header(96, 64, '\x03\x02\0\0\0')), 'damaged'],
    ['an unknown compression', withHeader(header(96, 64, '\x08\x02\x01\0\0')), 'damaged'],
    ['two headers', insert(photo, afterHeader, photo.subarray(8, afterHeader)), 'damaged'],
    ['data in two places', insert(photo, end, pngChunk('tEXt', 'a\0b'), pngChunk('IDAT', 'x')), 'damaged'],
    ['no data', Buffer.concat([photo.subarray(0, firstData), photo.subarray(end)]), 'damaged'],
    [
      'more chunks than any program writes',
      insert(photo, end, Buffer.alloc(12 * 30_000, pngChunk('tEXt', ''))),
      'damaged',
    ],
    ['no palette', withHeader(header(96, 64, '\x08\x03\0\0\0')), 'damaged'],
    ['a palette behind the data', insert(photo, end, pngChunk('PLTE', 'abc')), 'damaged'],
    ['two palettes', insert(photo, afterHeader, pngChunk('PLTE', 'abc'), pngChunk('PLTE', 'abc')), 'damaged'],
    ['an unknown critical chunk', insert(photo, afterHeader, pngChunk('CgBI', 'abcd')), 'damaged'],
  ] as const)('%s', (_, bytes, code) => {
    expectFault(bytes, code);
  });
});
