import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';

/** Rooms whose code decides what a file becomes and what is found in it. */
export const codeRooms = [
  'images',
  'lint',
  'loader',
  'mdx',
  'privacy',
  'schema',
  'strings',
  'text',
  'threads',
] as const;

/** What is installed, and what should be. */
const lists = ['package-lock.json', 'node_modules/.package-lock.json'];

/** Stands for the code, the packages and the Node that read content: what another made is not kept. */
export function readCodeVersion(): string {
  const hash = createHash('sha256').update(JSON.stringify([process.version, process.versions.unicode]));
  const files = codeRooms.flatMap((room) => globSync(`src/${room}/**/*.{ts,json}`)).sort();
  for (const file of [...files, ...lists.flatMap((list) => globSync(list))])
    hash.update(`\n${file}\n`).update(readFileSync(file));
  return hash.digest('hex');
}
