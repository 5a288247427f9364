import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Git } from './git.ts';
import { openLineProcess } from './line-process.ts';

/** Stores files, trees and commits. They pass through files of our own, by which one `git hash-object` can serve all. */
export function openObjectWriter(git: Git, scratchFolder: string): ObjectWriter {
  const hash = (type: string) => openLineProcess(git, ['hash-object', '-t', type, '-w', '--no-filters', '--stdin-paths']);
  const processes = { blob: hash('blob'), tree: hash('tree'), commit: hash('commit') };
  let number = 0;

  return async (type, bytes) => {
    number += 1;
    const file = path.join(scratchFolder, String(number));
    try {
      // Small files, written in a tenth of a millisecond: waiting for one of Node's few file threads takes longer.
      writeFileSync(file, bytes);
      const [id = ''] = await processes[type].ask(`${file}\n`);
      return id;
    } finally {
      rmSync(file, { force: true });
    }
  };
}

export type ObjectWriter = (type: 'blob' | 'tree' | 'commit', bytes: Buffer) => Promise<string>;
