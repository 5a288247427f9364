import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Git } from './git.ts';

/** Both changes to `base` in one text; `undefined` where they touch the same lines. */
export async function mergeTexts(
  git: Git,
  tempFolder: string,
  base: Buffer,
  ours: Buffer,
  theirs: Buffer,
): Promise<string | undefined> {
  const folder = await mkdtemp(path.join(tempFolder, 'merge-'));
  try {
    const files = await Promise.all(
      Object.entries({ ours, base, theirs }).map(async ([name, bytes]) => {
        const file = path.join(folder, name);
        await writeFile(file, bytes);
        return file;
      }),
    );
    const merged = await git.run(['merge-file', '-p', '-q', ...files]).catch(() => undefined);
    return merged?.toString();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
