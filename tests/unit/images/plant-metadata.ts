import { crc32 } from 'node:zlib';

/** A word that no picture holds by chance, in the place of a name, a place, a device. */
export const planted = 'PLANTED-Kenjinkai-35.68N';

/** An EXIF block in either byte order with an orientation, a camera's name and a GPS directory's tag. */
export function makeExif(orientation: number, order: 'II' | 'MM' = 'II'): Buffer {
  const isLittle = order === 'II';
  const number = (value: number, size: number): Buffer => {
    const bytes = Buffer.alloc(size);
    if (isLittle) bytes.writeUIntLE(value, 0, size);
    else bytes.writeUIntBE(value, 0, size);
    return bytes;
  };
  const text = Buffer.from(`${planted}\0GPS\0`);
  const entries = [
    [0x0110, 2, text.length, number(8 + 2 + 3 * 12 + 4, 4)],
    [0x0112, 3, 1, Buffer.concat([number(orientation, 2), Buffer.alloc(2)])],
    [0x8825, 4, 1, number(8, 4)],
  ] as const;
  const directory = entries.map(([tag, type, count, value]) =>
    Buffer.concat([number(tag, 2), number(type, 2), number(count, 4), value]),
  );
  return Buffer.concat([
    Buffer.from(order),
    number(42, 2),
    number(8, 4),
    number(3, 2),
    ...directory,
    number(0, 4),
    text,
  ]);
}

export const xmp = Buffer.from(
  `<?xpacket begin=""?><x:xmpmeta><rdf:RDF>${planted}</rdf:RDF></x:xmpmeta><?xpacket end="w"?>`,
);

export function jpegSegment(marker: number, body: Uint8Array | string): Buffer {
  const bytes = Buffer.from(body as string, 'latin1');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, bytes]);
}

export function pngChunk(type: string, body: Uint8Array | string): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(body as string, 'latin1')]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(named.length - 4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

export function riffChunk(type: string, body: Uint8Array | string): Buffer {
  const bytes = Buffer.from(body as string, 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([Buffer.from(type, 'latin1'), length, bytes, Buffer.alloc(bytes.length % 2)]);
}

/** A RIFF file around chunks, its length right. */
export function riffFile(...chunks: Uint8Array[]): Buffer {
  const body = Buffer.concat(chunks);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length + 4);
  return Buffer.concat([Buffer.from('RIFF'), length, Buffer.from('WEBP'), body]);
}

export function gifExtension(label: number, ...blocks: (Uint8Array | string)[]): Buffer {
  const parts = blocks.map((block) => Buffer.from(block as string, 'latin1'));
  return Buffer.concat([
    Buffer.from([0x21, label]),
    ...parts.flatMap((part) => [Buffer.from([part.length]), part]),
    Buffer.from([0]),
  ]);
}

export function box(type: string, ...bodies: (Uint8Array | string)[]): Buffer {
  const body = Buffer.concat(bodies.map((part) => Buffer.from(part as string, 'latin1')));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length + 8);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), body]);
}

/** `inserted` put before the byte at `at`. */
export function insert(bytes: Uint8Array, at: number, ...inserted: Uint8Array[]): Buffer {
  return Buffer.concat([bytes.subarray(0, at), ...inserted, bytes.subarray(at)]);
}
