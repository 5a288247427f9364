import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Git } from './git.ts';
import { openLineProcess } from './line-process.ts';

/** Stores files and commits. They pass through files of our own, by which one `git hash-object` can serve all. */
export function openObjectWriter(git: Git, privateFolder: string): ObjectWriter {
  const hash = (type: string) => openLineProcess(git, ['hash-object', '-t', type, '-w', '--no-filters', '--stdin-paths']);
  const processes = { blob: hash('blob'), commit: hash('commit') };
  let number = 0;

  return async (type, bytes) => {
    number += 1;
    // By the number of the process a start after a kill knows what was left.
    const file = path.join(privateFolder, `object-${process.pid}-${number}`);
    await writeFile(file, bytes);
    try {
      const [id = ''] = await processes[type].ask(`${file}\n`);
      return id;
    } finally {
      await rm(file, { force: true });
    }
  };
}

export type ObjectWriter = (type: 'blob' | 'commit', bytes: Buffer) => Promise<string>;
