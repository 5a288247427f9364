import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { findFileFault } from './private-file.ts';

/**
 * A random key of 32 bytes that survives a restart, in a file that its owner alone can read. A file that others could
 * have read or written is replaced: what was signed with it counts no more.
 */
export async function openPrivateKey(file: string): Promise<Buffer> {
  const facts = await stat(file).catch(() => undefined);
  const known = facts && findFileFault(facts) === undefined ? await readFile(file) : undefined;
  if (known?.length === keyBytes) return known;
  const key = randomBytes(keyBytes);
  const fresh = `${file}.${process.pid}.new`;
  await rm(fresh, { force: true });
  await writeFile(fresh, key, { mode: 0o600, flag: 'wx', flush: true });
  await rename(fresh, file);
  return key;
}

const keyBytes = 32;
