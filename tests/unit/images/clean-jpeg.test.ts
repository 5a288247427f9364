import { describe, expect, it } from 'vitest';
import { cleanImage } from '../../../src/images/clean-image.ts';
import { expectClean, expectFault } from './expect-clean.ts';
import { insert, jpegSegment, makeExif, planted, xmp } from './plant-metadata.ts';
import { makeSamples } from './sample-images.ts';

const samples = new Map((await makeSamples()).map(({ name, bytes }) => [name, bytes]));
const sample = (name: string): Uint8Array => samples.get(name) ?? new Uint8Array();
const baseline = sample('baseline.jpg');
const exif = (orientation: number, order: 'II' | 'MM' = 'II') =>
  jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), makeExif(orientation, order)]));
const fill = (count: number) => Buffer.alloc(count, 0xff);
const exifFirst = insert(baseline, 2, exif(1));

/** Where the segment with this marker begins. */
function find(bytes: Uint8Array, marker: number, from = 2): number {
  return Buffer.from(bytes).indexOf(Buffer.from([0xff, marker]), from);
}

describe('what JPEGs tell beside their picture', () => {
  const progressive = sample('progressive.jpg');
  const secondScan = find(progressive, 0xda, find(progressive, 0xda) + 2);
  const jfif = Buffer.from('JFIF\0\x01\x02\x01\0H\0H\x01\x01abc', 'latin1');

  it.each([
    ['EXIF at the start', exifFirst],
    ['EXIF behind fill bytes', insert(baseline, 2, fill(7), exif(1))],
    ['fill bytes between the marker and its code', insert(baseline, 2, fill(1), exif(1), fill(300))],
    ['EXIF before the scan', insert(baseline, find(baseline, 0xda), exif(1))],
    ['EXIF behind the scan', insert(baseline, baseline.length - 2, exif(1))],
    ['segments between scans', insert(progressive, secondScan, exif(1), jpegSegment(0xfe, planted))],
    [
      'tables and texts between scans',
      insert(
        progressive,
        secondScan,
        fill(3),
        jpegSegment(0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), xmp])),
      ),
    ],
    ['a second JPEG behind the end', Buffer.concat([baseline, exifFirst])],
    ['a film behind the end', Buffer.concat([baseline, Buffer.from('\0\0\0\x18ftypmp42'), Buffer.from(planted)])],
    ['a ZIP behind the end', Buffer.concat([baseline, Buffer.from(`PK\x03\x04${planted}`)])],
    ['a list of further pictures (MPF)', insert(baseline, 2, jpegSegment(0xe2, `MPF\0${planted}`))],
    ['FlashPix', insert(baseline, 2, jpegSegment(0xe2, `FPXR\0${planted}`))],
    ['a colour profile that names a device', insert(baseline, 2, jpegSegment(0xe2, `ICC_PROFILE\0\x01\x01${planted}`))],
    ['a preview in JFIF', insert(baseline, 2, jpegSegment(0xe0, jfif))],
    [
      'a preview in JFXX',
      insert(baseline, 2, jpegSegment(0xe0, jfif.subarray(0, 14)), jpegSegment(0xe0, `JFXX\0\x10${planted}`)),
    ],
    ['IPTC', insert(baseline, 2, jpegSegment(0xed, `Photoshop 3.0\x008BIM${planted}`))],
    [
      'XMP',
      insert(baseline, 2, jpegSegment(0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), xmp]))),
    ],
    ['a long text behind Adobe', insert(baseline, 2, jpegSegment(0xee, `Adobe\0d\0\0\0\0\x01${planted}`))],
    ['comments', insert(baseline, 2, jpegSegment(0xfe, planted), jpegSegment(0xfe, '<script>alert(1)</script>'))],
    [
      'every other application',
      insert(baseline, 2, ...Array.from({ length: 16 }, (_, index) => jpegSegment(0xe0 + index, planted))),
    ],
    ['a marker without a segment', insert(baseline, 2, Buffer.from([0xff, 0x01]))],
  ])('%s', async (_, bytes) => {
    await expectClean(bytes);
  });

  it('is gone from every kind of frame', async () => {
    for (const name of ['baseline.jpg', 'progressive.jpg', 'grey.jpg', 'cmyk.jpg']) {
      await expectClean(insert(sample(name), 2, exif(1), jpegSegment(0xfe, planted)), sample(name));
    }
  });
});

describe('how a picture is turned', () => {
  it.each([2, 3, 4, 5, 6, 7, 8])('stays: %i', (orientation) => {
    for (const order of ['II', 'MM'] as const) {
      const cleaned = cleanImage(insert(baseline, 2, exif(orientation, order)));
      const block = Buffer.from(cleaned.bytes).indexOf('Exif\0\0MM');
      expect(cleaned.bytes.length - baseline.length).toBe(2 + 2 + 6 + 26);
      expect(Buffer.from(cleaned.bytes).readUInt16BE(block + 6 + 18)).toBe(orientation);
      expect(Buffer.from(cleaned.bytes).includes(planted)).toBe(false);
      expect(cleanImage(cleaned.bytes).isClean).toBe(true);
    }
  });

  it.each([0, 1, 9, 65_535])('is left out where it says nothing: %i', (orientation) => {
    expect(Buffer.from(cleanImage(insert(baseline, 2, exif(orientation))).bytes).equals(baseline)).toBe(true);
  });

  it('is read from the first block alone, and from none behind the scan', () => {
    const cleaned = cleanImage(insert(insert(baseline, baseline.length - 2, exif(8)), 2, exif(6), exif(3)));
    expect(Buffer.from(cleaned.bytes).includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))).toBe(true);
  });
});

describe('broken JPEGs', () => {
  const frame = find(baseline, 0xc0);
  const withSides = (height: number, width: number): Buffer => {
    const bytes = Buffer.from(baseline);
    bytes.writeUInt16BE(height, frame + 5);
    bytes.writeUInt16BE(width, frame + 7);
    return bytes;
  };
  const withFrame = (marker: number): Buffer => {
    const bytes = Buffer.from(baseline);
    bytes[frame + 1] = marker;
    return bytes;
  };

  it.each([...Array.from({ length: 40 }, (_, index) => Math.floor((index * baseline.length) / 40))])(
    'cut off at byte %i',
    (length) => {
      expectFault(baseline.subarray(0, length), length < 3 ? 'kind' : 'damaged');
    },
  );

  it.each([
    ['no width', withSides(64, 0), 'damaged'],
    ['no height', withSides(0, 96), 'damaged'],
    ['30,000 pixels a side', withSides(30_000, 30_000), 'pixels'],
    ['a side that no screen shows', withSides(1, 65_000), 'pixels'],
    ['arithmetic coding', withFrame(0xc9), 'unsupported'],
    ['lossless', withFrame(0xc3), 'unsupported'],
    ['two frames', insert(baseline, frame, baseline.subarray(frame, frame + 19)), 'damaged'],
    ['no frame', Buffer.concat([baseline.subarray(0, frame), baseline.subarray(frame + 19)]), 'damaged'],
    ['a text between segments', insert(baseline, frame, Buffer.from(planted)), 'damaged'],
    ['a text in a table', insert(baseline, frame, jpegSegment(0xdb, `\0${'x'.repeat(64)}${planted}`)), 'damaged'],
    ['a text behind the restart interval', insert(baseline, frame, jpegSegment(0xdd, `\0\x08${planted}`)), 'damaged'],
    [
      'more segments than any camera writes',
      insert(baseline, 2, Buffer.alloc(4 * 30_000, jpegSegment(0xfe, ''))),
      'damaged',
    ],
    ['an image in an image', insert(baseline, frame, baseline.subarray(0, frame)), 'damaged'],
  ] as const)('%s', (_, bytes, code) => {
    expectFault(bytes, code);
  });
});
