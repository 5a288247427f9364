import { expect, it } from 'vitest';
import { cleanImage, type CleanedImage } from '../../../src/images/clean-image.ts';
import { exifHeader, writeOrientation } from '../../../src/images/exif-orientation.ts';
import { ImageFault } from '../../../src/images/image-fault.ts';
import { createRandom, type Random } from '../../random.ts';
import { expectSilent } from './expect-clean.ts';
import { makeAvif, type AvifItem } from './make-avif.ts';
import * as plant from './plant-metadata.ts';
import { decode, makeSamples } from './sample-images.ts';
import { splitImage } from './split-image.ts';

const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000);
const rounds = Number(process.env['FUZZ_ROUNDS'] ?? 400);
const samples = await makeSamples();

it(`metadata at every place is gone, and the pixels stay (FUZZ_SEED=${seed})`, async () => {
  const random = createRandom(seed);
  for (let round = 0; round < rounds; round += 1) {
    const { name, bytes: original } = pick(samples, random);
    const bytes = plantAtRandom(name, original, random);
    const cleaned = cleanImage(bytes);
    expectSilent(cleaned.bytes);
    expect(cleanImage(cleaned.bytes).isClean).toBe(true);
    if (round % 5 === 0) expect(await decode(cleaned.bytes)).toEqual(await decode(original));
  }
});

it(`${rounds * 30} broken files never crash or hang, and tell nothing (FUZZ_SEED=${seed})`, () => {
  const random = createRandom(seed);
  let taken = 0;
  let longest = 0;
  for (let round = 0; round < rounds * 30; round += 1) {
    const { name, bytes: original } = pick(samples, random);
    const bytes = breakAtRandom(plantAtRandom(name, original, random), random);
    const started = performance.now();
    const cleaned = clean(bytes);
    longest = Math.max(longest, performance.now() - started);
    if (!cleaned) continue;
    taken += 1;
    const text = withoutOrientation(cleaned.bytes);
    expect(signatures.filter((word) => text.includes(word))).toEqual([]);
    // The checksum of every chunk notices each change.
    if (cleaned.kind === 'png') expectSilent(cleaned.bytes);
    expect(cleanImage(cleaned.bytes).isClean).toBe(true);
  }
  console.log(`FUZZ_SEED=${seed}: ${taken} of ${rounds * 30} taken, the slowest in ${longest.toFixed(0)} ms`);
  // A generator that makes nothing but scrap would prove nothing.
  expect(taken).toBeGreaterThan(rounds);
});

const signatures = ['Exif\0\0', 'xpacket', 'xmpmeta', 'ns.adobe.com', 'Photoshop 3.0', 'ICC_PROFILE'];

/** Without the block of one entry that says how the picture is turned, which cleaning writes anew. */
function withoutOrientation(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  const blocks = [2, 3, 4, 5, 6, 7, 8].map(
    (orientation) => exifHeader + Buffer.from(writeOrientation(orientation)).toString('latin1'),
  );
  return blocks.reduce((left, block) => left.replaceAll(block, ''), text);
}

/** `undefined` for what is refused; every other error is a mistake of the parser. */
function clean(bytes: Uint8Array): CleanedImage | undefined {
  try {
    return cleanImage(bytes);
  } catch (error) {
    if (error instanceof ImageFault) return undefined;
    throw error;
  }
}

/** One to five blocks of metadata of the file's own kind between its parts, and sometimes a tail. */
function plantAtRandom(name: string, original: Uint8Array, random: Random): Buffer {
  if (name === 'photo.avif') return plantInAvif(original, random);
  const { parts, join } = splitImage(original);
  const blocks = blocksOf(name.slice(name.indexOf('.') + 1));
  // A box before the data of an AVIF would move them away from where the file says they lie.
  const last = parts.list.length;
  const [first, end] = name.endsWith('.avif') ? [last, last] : [parts.first, last - 1];
  const list = [...parts.list];
  for (let count = 1 + random.below(5); count > 0 && blocks.length > 0; count -= 1) {
    list.splice(
      first + random.below(Math.max(1, end - first + 1 + (list.length - parts.list.length))),
      0,
      pick(blocks, random),
    );
  }
  const tail = random.below(3) === 0 ? [Buffer.from(`PK\x03\x04${plant.planted}`, 'latin1')] : [];
  return Buffer.concat([join(list), ...tail]);
}

function plantInAvif(original: Uint8Array, random: Random): Buffer {
  const picture: AvifItem = { id: 1 + random.below(50), type: 'av01', from: original, pieces: 1 + random.below(4) };
  const others = Array.from({ length: 1 + random.below(4) }, (_, index): AvifItem => {
    const isExif = random.below(2) === 0;
    const body = isExif ? Buffer.concat([Buffer.from('\0\0\0\x06Exif\0\0'), plant.makeExif(6)]) : plant.xmp;
    const refers = { type: pick(['cdsc', 'thmb', 'auxl'], random), to: [picture.id] };
    return {
      id: 100 + index,
      type: isExif ? 'Exif' : 'mime',
      data: body,
      isInside: random.below(2) === 0,
      pieces: 1,
      refers,
    };
  });
  const items = random.below(2) === 0 ? [picture, ...others] : [...others, picture];
  const extra = () =>
    Array.from({ length: random.below(3) }, () =>
      plant.box(pick(['uuid', 'free', 'xml ', 'udta'], random), plant.planted),
    );
  return makeAvif(items, {
    primary: picture.id,
    top: extra(),
    inside: extra(),
    properties: extra(),
    unused: plant.xmp,
  });
}

function blocksOf(extension: string): Buffer[] {
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), plant.makeExif(1)]);
  switch (extension) {
    case 'jpg': {
      const kinds = [0xe1, 0xe2, 0xe3, 0xeb, 0xec, 0xed, 0xef, 0xfe];
      const named = kinds.map((marker) => plant.jpegSegment(marker, plant.planted));
      return [Buffer.alloc(3, 0xff), plant.jpegSegment(0xe1, exif), plant.jpegSegment(0xe1, plant.xmp), ...named];
    }
    case 'png':
      return ['tEXt', 'zTXt', 'iTXt', 'iCCP', 'tIME', 'prVt', 'sPLT'].map((type) =>
        plant.pngChunk(type, plant.planted),
      );
    case 'gif':
      return [plant.gifExtension(0xfe, plant.planted), plant.gifExtension(0xff, 'KENJINKAI1.', plant.planted)];
    case 'webp':
      return [
        plant.riffChunk('EXIF', exif),
        plant.riffChunk('XMP ', plant.xmp),
        plant.riffChunk('abcd', plant.planted),
      ];
    default:
      return [plant.box('uuid', '0123456789abcdef', plant.planted), plant.box('free', plant.planted)];
  }
}

/** One to four bytes changed, a piece cut out, doubled or moved, or the end cut off. */
function breakAtRandom(bytes: Buffer, random: Random): Buffer {
  let broken: Buffer = Buffer.from(bytes);
  for (let count = 1 + random.below(4); count > 0 && broken.length > 20; count -= 1) {
    const at = random.below(broken.length);
    const piece = broken.subarray(at, at + 1 + random.below(60));
    switch (random.below(6)) {
      case 0:
        broken = Buffer.concat([broken.subarray(0, at), broken.subarray(at + piece.length)]);
        break;
      case 1:
        broken = Buffer.concat([broken.subarray(0, at), piece, piece, broken.subarray(at + piece.length)]);
        break;
      case 2:
        broken = plant.insert(broken, random.below(broken.length), piece);
        break;
      case 3:
        broken = random.below(4) === 0 ? broken.subarray(0, at) : broken;
        break;
      default:
        broken[at] = random.below(2) === 0 ? random.below(256) : (broken[at] ?? 0) ^ (1 << random.below(8));
    }
  }
  return broken;
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[random.below(items.length)] as Item;
}
