import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

/** Every file of a built site, hidden ones too, what is compressed opened first. */
export function readOutput(folder: string): { file: string; bytes: Buffer }[] {
  return globSync('**/{*,.*}', { cwd: folder })
    .filter((file) => statSync(path.join(folder, file)).isFile())
    .map((file) => ({ file, bytes: open(file, readFileSync(path.join(folder, file))) }));
}

function open(file: string, bytes: Buffer): Buffer {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return open(file, gunzipSync(bytes));
  if (file.endsWith('.br')) return open(file.slice(0, -3), brotliDecompressSync(bytes));
  if (bytes[0] === 0x78 && bytes.readUInt16BE(0) % 31 === 0) return tryInflate(bytes);
  return bytes;
}

/** A text may begin like a compressed file. */
function tryInflate(bytes: Buffer): Buffer {
  try {
    return inflateSync(bytes);
  } catch {
    return bytes;
  }
}
