import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate, deflateSync } from 'node:zlib';
import type { Git } from '../git/git.ts';
import type { KeptObjects } from './kept-objects.ts';

/**
 * Stores files, trees and commits as Git's own object files. `git hash-object` would do the same, but could neither
 * keep a second name for each nor tell when a file is on the disk; and a save would wait for its turn at one process.
 */
export function openObjectWriter(git: Git, kept: KeptObjects): ObjectWriter {
  const algorithm = git.idLength === 64 ? 'sha256' : 'sha1';
  return async (type, bytes) => {
    const content = Buffer.concat([Buffer.from(`${type} ${bytes.length}\0`), bytes]);
    const id = createHash(algorithm).update(content).digest('hex');
    const isLarge = content.length > largeBytes;
    kept.write(id, isLarge ? await deflateAside(content, { level: 1 }) : deflateSync(content, { level: 1 }));
    return id;
  };
}

/** From here on compressing takes so long that others should not wait for it. */
const largeBytes = 64 * 1024;

const deflateAside = promisify<Buffer, { level: number }, Buffer>(deflate);

export type ObjectWriter = (type: 'blob' | 'tree' | 'commit', bytes: Buffer) => Promise<string>;
