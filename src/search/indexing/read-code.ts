import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

/** A digest of all that decides how texts are cut, weighed and asked for: what other code has kept is of no use. */
export async function readCode(): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const folder of folders) {
    const root = path.resolve(import.meta.dirname, folder);
    for (const file of (await readdir(root)).filter((name) => name.endsWith('.ts')).sort())
      hash.update(`${file}\0`).update(await readFile(path.join(root, file)));
  }
  return hash.digest('base64');
}

/** `src/search` with what it is made of, and `src/text`. */
const folders = ['.', '..', '../query', '../../text'];
