import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { joinFiles, type NamedFile } from '../bundle.ts';
import { digest } from './digest.ts';

/**
 * Bundles all `files` of an index that may be held whole in the browser, in their order, so that a few downloads stand
 * for hundreds. Returns the bundles' names; none where the index is too large for that.
 */
export async function writeBundles(outDir: string, files: readonly string[]): Promise<string[]> {
  const least = await Promise.all(files.map((file) => leastPacked(join(outDir, file))));
  if (least.reduce((sum, size) => sum + size, 0) > maxBytesAhead) return [];
  const bundles: { name: string; packed: Buffer }[] = [];
  let total = 0;
  for await (const part of cut(outDir, files)) {
    const packed = gzipSync(joinFiles(part), { level: 9 });
    total += packed.length;
    if (total > maxBytesAhead) return [];
    bundles.push({ name: `ahead.${digest(packed)}.bundle`, packed });
  }
  await Promise.all(bundles.map(({ name, packed }) => writeFile(join(outDir, name), packed)));
  return bundles.map(({ name }) => name);
}

/** Compressed: about 2,000 Q&As. */
const maxBytesAhead = 2_000_000;
/** Before compression, to about half a megabyte. */
const bytesInBundle = 1_200_000;

/** What a file takes in a bundle at least: those of Pagefind are compressed already. */
async function leastPacked(file: string): Promise<number> {
  const { size } = await stat(file);
  return size / (file.endsWith('.json') ? 8 : 1.5);
}

async function* cut(outDir: string, files: readonly string[]): AsyncGenerator<NamedFile[]> {
  let part: NamedFile[] = [];
  let size = 0;
  for (const name of files) {
    const content = await readFile(join(outDir, name));
    // Compressed together they are smaller than each by itself, and the browser unpacks them faster than Pagefind's
    // script.
    const bytes = new Uint8Array(name.endsWith('.json') ? content : gunzipSync(content));
    part.push({ name, bytes });
    size += bytes.length;
    if (size < bytesInBundle) continue;
    yield part;
    part = [];
    size = 0;
  }
  if (part.length > 0) yield part;
}
