import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Every file of a built site as text, what is compressed opened first; images are left as bytes read as Latin-1. */
export function readOutput(folder: string): { file: string; text: string }[] {
  return globSync('**/*', { cwd: folder })
    .filter((file) => statSync(path.join(folder, file)).isFile())
    .map((file) => ({ file, text: open(readFileSync(path.join(folder, file))) }));
}

function open(bytes: Buffer): string {
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isCompressed ? gunzipSync(bytes) : bytes).toString('utf8');
}
