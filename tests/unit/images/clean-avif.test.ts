import { describe, expect, it } from 'vitest';
import { cleanImage } from '../../../src/images/clean-image.ts';
import { expectClean, expectFault, expectSilent } from './expect-clean.ts';
import { makeAvif, number, type AvifItem } from './make-avif.ts';
import { box, makeExif, planted, xmp } from './plant-metadata.ts';
import { decode, makeSamples } from './sample-images.ts';

const samples = new Map((await makeSamples()).map(({ name, bytes }) => [name, bytes]));
const photo = samples.get('photo.avif') ?? new Uint8Array();
const cutOut = samples.get('transparent.avif') ?? new Uint8Array();
const picture: AvifItem = { id: 1, type: 'av01', from: photo };
const exif: AvifItem = {
  id: 7,
  type: 'Exif',
  data: Buffer.concat([number(6, 4), Buffer.from('Exif\0\0'), makeExif(6)]),
  refers: { type: 'cdsc', to: [1] },
};
const about: AvifItem = {
  id: 8,
  type: 'mime',
  name: 'application/rdf+xml',
  data: xmp,
  refers: { type: 'cdsc', to: [1] },
};
const preview: AvifItem = { id: 9, type: 'av01', from: photo, refers: { type: 'thmb', to: [1] } };

describe('what AVIF files tell beside their picture', () => {
  it.each([
    ['EXIF and XMP', makeAvif([picture, exif, about])],
    ['the same before the picture', makeAvif([about, exif, picture], { primary: 1 })],
    ['EXIF in the description itself', makeAvif([picture, { ...exif, isInside: true }])],
    ['EXIF in pieces', makeAvif([picture, { ...exif, pieces: 5 }])],
    ['a picture in pieces with a text between them', makeAvif([{ ...picture, pieces: 3 }, exif])],
    ['names of items', makeAvif([{ ...picture, name: planted }])],
    ['a preview', makeAvif([picture, preview])],
    ['unknown items', makeAvif([picture, { id: 5, type: 'abcd', data: Buffer.from(planted) }])],
    [
      'unknown boxes at the top',
      makeAvif([picture], {
        top: [
          box('uuid', '0123456789abcdef', planted),
          box('free', planted),
          box('skip', planted),
          box('Exif', planted),
        ],
      }),
    ],
    [
      'unknown boxes in the description',
      makeAvif([picture], {
        inside: [
          box('uuid', '0123456789abcdef', planted),
          box('xml ', planted),
          box('grpl', planted),
          box('dinf', planted),
          box('meta', planted),
        ],
      }),
    ],
    ['a handler with a name', makeAvif([picture], { handler: planted })],
    ['brands that nobody knows', makeAvif([picture], { brands: `avifmif1${planted}` })],
    [
      'properties that do not draw',
      makeAvif([picture], {
        properties: [box('udes', '\0\0\0\0', planted), box('rloc', planted), box('abcd', planted)],
      }),
    ],
    ['a colour profile', makeAvif([picture], { properties: [box('colr', 'prof', planted)] })],
    ['a size with more behind it', makeAvif([picture], { properties: [box('clli', '\0\0\0\0', planted)] })],
    ['data that no item uses', makeAvif([picture], { unused: Buffer.from(planted) })],
    [
      'metadata in the AV1 stream',
      makeAvif([{ ...picture, before: Buffer.concat([Buffer.from([0x2a, planted.length]), Buffer.from(planted)]) }]),
    ],
    [
      'padding in the AV1 stream',
      makeAvif([{ ...picture, after: Buffer.concat([Buffer.from([0x7a, planted.length]), Buffer.from(planted)]) }]),
    ],
    ['a ZIP behind the end', Buffer.concat([makeAvif([picture]), Buffer.from(`PK\x03\x04${planted}`)])],
    ['a page behind the end', Buffer.concat([makeAvif([picture]), Buffer.from('<script>alert(1)</script>')])],
  ])('%s', async (_, bytes) => {
    await expectClean(bytes, photo);
  });

  it('is gone from pictures with transparency', async () => {
    await expectClean(Buffer.concat([cutOut, box('uuid', '0123456789abcdef', planted)]), cutOut);
    expect(
      Buffer.from(cleanImage(cutOut).bytes).includes('auxid') ||
        Buffer.from(cleanImage(cutOut).bytes).includes('auxiliary:alpha'),
    ).toBe(true);
  });

  it('is gone from pictures made of tiles', async () => {
    const tiles = [2, 3, 4, 5].map((id) => ({ id, type: 'av01', from: photo }) as const);
    const grid: AvifItem = {
      id: 1,
      type: 'grid',
      data: Buffer.from([0, 0, 1, 1, 0, 192, 0, 128]),
      size: [192, 128],
      refers: { type: 'dimg', to: [2, 3, 4, 5] },
    };
    const bytes = makeAvif([grid, ...tiles, exif]);
    await expectClean(bytes);
    expect(await decode(cleanImage(bytes).bytes)).toMatchObject({ width: 192, height: 128 });
    expectFault(makeAvif([grid, ...tiles.slice(1)]), 'damaged');
    expectFault(makeAvif([{ ...grid, data: Buffer.from([0, 0, 2, 1, 0, 192, 0, 128]) }, ...tiles]), 'damaged');
    expectFault(
      makeAvif([
        { ...grid, data: Buffer.from([0, 1, 1, 1, 0, 0, 117, 48, 0, 0, 117, 48]), size: [30_000, 30_000] },
        ...tiles,
      ]),
      'pixels',
    );
  });

  it('keeps how the picture is turned and mirrored', () => {
    const { bytes } = cleanImage(makeAvif([picture, exif], { properties: [box('irot', '\x01'), box('imir', '\0')] }));
    expectSilent(bytes);
    expect(Buffer.from(bytes).includes('irot\x01') && Buffer.from(bytes).includes('imir\0')).toBe(true);
  });
});

describe('broken AVIF files', () => {
  it.each(Array.from({ length: 40 }, (_, index) => Math.floor((index * photo.length) / 40)))(
    'cut off at byte %i',
    (length) => {
      expectFault(photo.subarray(0, length), length < 12 ? 'kind' : 'damaged');
    },
  );

  it.each([
    ['30,000 pixels a side', makeAvif([{ ...picture, size: [30_000, 30_000] }]), 'pixels'],
    ['no width', makeAvif([{ ...picture, size: [0, 64] }]), 'damaged'],
    [
      'a stream that is larger than its file says',
      makeAvif([{ ...picture, before: Buffer.from([0x0a, 7, 0x18, 0x3f, 0xff, 0xff, 0xff, 0xff, 0xff]) }]),
      'pixels',
    ],
    ['no item', makeAvif([]), 'damaged'],
    ['another codec', makeAvif([{ ...picture, type: 'hvc1' }]), 'unsupported'],
    [
      'a property that must be known',
      makeAvif([picture], { properties: [box('abcd', planted)], areEssential: true }),
      'unsupported',
    ],
    ['data beyond the end', makeAvif([picture], { shift: 100_000 }), 'damaged'],
  ] as const)('%s', (_, bytes, code) => {
    expectFault(bytes, code);
  });
});
