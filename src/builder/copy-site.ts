import { copyFile, link, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * Hard-links every file of a built site into another, empty folder: 30,000 files take about a second and no
 * space. A file of the new folder must be replaced, never written into.
 */
export async function copySite(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const entries = await readdir(from, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory());
  const files = entries.filter((entry) => !entry.isDirectory());
  for (let start = 0; start < files.length; start += atOnce)
    await Promise.all(
      files.slice(start, start + atOnce).map(({ name }) => place(path.join(from, name), path.join(to, name))),
    );
  for (let start = 0; start < folders.length; start += atOnce)
    await Promise.all(
      folders.slice(start, start + atOnce).map(({ name }) => copySite(path.join(from, name), path.join(to, name))),
    );
}

/** Some disks know no hard links: there it takes time and space. */
async function place(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to));
}

const atOnce = 64;
