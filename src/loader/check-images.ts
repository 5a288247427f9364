import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { maxImageBytes } from '../images/image-limits.ts';
import type { Finding } from '../lint/finding.ts';
import { describe, lintImage, lintImageName } from '../lint/lint-image.ts';
import { imageFaultWords, imageFileWords as words } from '../strings/images.ts';

/** Folders whose images texts may show; what lies there goes into the public site as it is. */
const imageFolders = ['public/images', 'public/media'] as const;

/**
 * Looks at every file in the folders of images below `root`, whatever its name, kind or depth. `judge` says what is
 * wrong with an image, or knows it already.
 */
export async function checkImages(root: string, judge: JudgeImage = judgeImage): Promise<CheckedImages> {
  const files = (await Promise.all(imageFolders.map((folder) => listEntries(root, folder)))).flat();
  const findings: Finding[] = [];
  // One at a time: together they might not fit into memory.
  for (const entry of files) findings.push(...(await checkEntry(root, entry, judge)));
  return { addresses: new Set(files.map(({ file }) => file.replace(/^public/, ''))), count: files.length, findings };
}

/** Paths below `root` of all files that are named as images and lie where images lie. */
export async function listImages(root: string): Promise<string[]> {
  const entries = (await Promise.all(imageFolders.map((folder) => listEntries(root, folder)))).flat();
  return entries.filter(({ file, folder, isFile }) => isFile && !lintImageName(file, folder)).map(({ file }) => file);
}

/** Everything that is no folder, by its path below `root`; the folder itself if it is none. */
async function listEntries(root: string, folder: string): Promise<FolderEntry[]> {
  const top = await lstat(path.join(root, folder)).catch(() => undefined);
  if (!top) return [];
  if (!top.isDirectory()) return [{ folder, file: folder, isFile: false }];
  const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => {
      const file = path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/');
      return { folder, file, isFile: entry.isFile() };
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

async function checkEntry(root: string, { folder, file, isFile }: FolderEntry, judge: JudgeImage): Promise<Finding[]> {
  if (!isFile) return [describe(file, words.notFile)];
  const wrongName = lintImageName(file, folder);
  if (wrongName) return [wrongName];
  try {
    const place = path.join(root, file);
    const { size } = await lstat(place);
    const finding = size > maxImageBytes ? describe(file, imageFaultWords.bytes) : await judge(file, place);
    return finding ? [finding] : [];
  } catch (error) {
    if (error instanceof Error && 'code' in error) return [describe(file, words.unreadable)];
    throw error;
  }
}

async function judgeImage(file: string, place: string): Promise<Finding | undefined> {
  return lintImage(file, await readFile(place));
}

/** `file` is its path below the root, `place` where it lies. */
export type JudgeImage = (file: string, place: string) => Promise<Finding | undefined>;

export interface CheckedImages {
  /** As in `/images/plan.png`. */
  addresses: ReadonlySet<string>;
  count: number;
  findings: Finding[];
}

interface FolderEntry {
  folder: string;
  file: string;
  isFile: boolean;
}
