import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { manifestFile } from '../index-format.ts';
import { suggestionsFile } from '../suggestions/record.ts';

/**
 * Brings the index in `next` into `folder`, whose index answers until the last moment and is whole if this is broken
 * off: all other files are named by their content, and what names them comes last. No file is ever written into.
 */
export async function putInPlace(next: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const wanted = new Set<string>();
  await moveFiles(next, folder, '', wanted);
  for (const name of opening) await moveFile(path.join(next, name), path.join(folder, name));
  await removeOthers(folder, '', wanted);
}

/** Each tells of other files. */
const opening: readonly string[] = [manifestFile, suggestionsFile];

async function moveFiles(from: string, to: string, below: string, wanted: Set<string>): Promise<void> {
  const there = new Set(await readdir(path.join(to, below)));
  for (const entry of await readdir(path.join(from, below), { withFileTypes: true })) {
    const name = path.join(below, entry.name);
    wanted.add(name);
    if (opening.includes(name)) continue;
    if (!entry.isDirectory()) await moveFile(path.join(from, name), path.join(to, name));
    else if (there.has(entry.name)) await moveFiles(from, to, name, wanted);
    else await moveFolder(from, to, name, wanted);
  }
}

/** Whole where that is possible. */
async function moveFolder(from: string, to: string, name: string, wanted: Set<string>): Promise<void> {
  for (const file of await readdir(path.join(from, name))) wanted.add(path.join(name, file));
  try {
    await rename(path.join(from, name), path.join(to, name));
  } catch (error) {
    if (!isOtherDisk(error)) throw error;
    await mkdir(path.join(to, name));
    await moveFiles(from, to, name, wanted);
  }
}

async function moveFile(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!isOtherDisk(error)) throw error;
    await replaceFile(to, (next) => copyFile(from, next));
  }
}

function isOtherDisk(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EXDEV';
}

async function removeOthers(folder: string, below: string, wanted: ReadonlySet<string>): Promise<void> {
  for (const entry of await readdir(path.join(folder, below), { withFileTypes: true })) {
    const name = path.join(below, entry.name);
    if (!wanted.has(name)) await rm(path.join(folder, name), { recursive: true, force: true });
    else if (entry.isDirectory()) await removeOthers(folder, name, wanted);
  }
}

/** Has `write` make a new file, which then takes the place of `file`: nobody sees half of it. */
export async function replaceFile(file: string, write: (next: string) => Promise<unknown>): Promise<void> {
  const next = path.join(path.dirname(file), randomName(path.basename(file)));
  try {
    await write(next);
    await rename(next, file);
  } catch (error) {
    await rm(next, { force: true });
    throw error;
  }
}

/** Two may work in the same folder. */
export function randomName(name: string): string {
  return `${name}.${randomBytes(4).toString('hex')}.part`;
}
