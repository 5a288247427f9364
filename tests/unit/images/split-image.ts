/** Cuts a sound image between its segments, chunks, blocks or boxes; `first` is the first place for another one. */
export function splitImage(bytes: Uint8Array): SplitImage {
  const file = Buffer.from(bytes);
  const start = file.toString('latin1', 0, 4);
  if (start.startsWith('\xff\xd8'))
    return { parts: { list: splitJpeg(file), first: 1 }, join: (list) => Buffer.concat(list) };
  if (start.startsWith('\x89PNG'))
    return { parts: { list: splitPng(file), first: 2 }, join: (list) => Buffer.concat(list) };
  if (start.startsWith('GIF'))
    return { parts: { list: splitGif(file), first: 1 }, join: (list) => Buffer.concat(list) };
  if (start === 'RIFF') return { parts: { list: splitWebp(file), first: 2 }, join: joinWebp };
  return { parts: { list: splitBoxes(file), first: 1 }, join: (list) => Buffer.concat(list) };
}

/** Start, segments with the compressed data behind them, end. */
function splitJpeg(file: Buffer): Buffer[] {
  const parts = [file.subarray(0, 2)];
  for (let at = 2; at < file.length;) {
    let end = file[at + 1] === 0xd9 ? at + 2 : at + 2 + file.readUInt16BE(at + 2);
    if (file[at + 1] === 0xda)
      while (file[end] !== 0xff || file[end + 1] === 0 || (file[end + 1] ?? 0) >> 3 === 26) end += 1;
    parts.push(file.subarray(at, end));
    at = end;
  }
  return parts;
}

/** Signature, chunks; the data of the picture stay together. */
function splitPng(file: Buffer): Buffer[] {
  const parts = [file.subarray(0, 8)];
  for (let at = 8; at < file.length;) {
    const start = at;
    const type = file.toString('latin1', at + 4, at + 8);
    do at += 12 + file.readUInt32BE(at);
    while (type === 'IDAT' && file.toString('latin1', at + 4, at + 8) === 'IDAT');
    parts.push(file.subarray(start, at));
  }
  return parts;
}

/** Head with its table, blocks, trailer. A block that controls a frame stays with it. */
function splitGif(file: Buffer): Buffer[] {
  const tableOf = (flags = 0) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + tableOf(file[10]);
  const parts = [file.subarray(0, at)];
  for (let start = at; at < file.length;) {
    const isControl = file[at] === 0x21 && file[at + 1] === 0xf9;
    if (file[at] === 0x3b) at += 1;
    else {
      at += file[at] === 0x21 ? 2 : 11 + tableOf(file[at + 9]);
      while (file[at] !== 0) at += 1 + (file[at] ?? 0);
      at += 1;
    }
    if (isControl) continue;
    parts.push(file.subarray(start, at));
    start = at;
  }
  return parts;
}

/** Nothing, the extended header (made where there is none), chunks, nothing. */
function splitWebp(file: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 12; at < file.length;) {
    const length = file.readUInt32LE(at + 4);
    parts.push(file.subarray(at, at + 8 + length + (length % 2)));
    at += 8 + length + (length % 2);
  }
  if (parts[0]?.toString('latin1', 0, 4) !== 'VP8X') parts.unshift(makeExtended(parts[0] ?? Buffer.alloc(0)));
  return [Buffer.alloc(0), ...parts, Buffer.alloc(0)];
}

function makeExtended(picture: Buffer): Buffer {
  const isLossy = picture.toString('latin1', 0, 4) === 'VP8 ';
  const bits = picture.readUInt32LE(9);
  const width = isLossy ? picture.readUInt16LE(14) : (bits & 0x3fff) + 1;
  const height = isLossy ? picture.readUInt16LE(16) : ((bits >>> 14) & 0x3fff) + 1;
  const chunk = Buffer.from('VP8X\x0a\0\0\0\0\0\0\0\0\0\0\0\0\0', 'latin1');
  chunk.writeUIntLE(width - 1, 12, 3);
  chunk.writeUIntLE(height - 1, 15, 3);
  return chunk;
}

function joinWebp(list: readonly Buffer[]): Buffer {
  const body = Buffer.concat(list);
  const head = Buffer.from('RIFF\0\0\0\0WEBP');
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}

function splitBoxes(file: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 0; at < file.length; at += file.readUInt32BE(at))
    parts.push(file.subarray(at, at + file.readUInt32BE(at)));
  return parts;
}

interface SplitImage {
  parts: { list: Buffer[]; first: number };
  join: (list: readonly Buffer[]) => Buffer;
}
