import { realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * Throws a Japanese sentence where a build would empty, or fill with its own files, a folder that holds something else:
 * Astro removes all that lies in the folder of the site before it writes.
 */
export function checkFolders({ outDir, siteCacheFolder, cacheFolder, contentRoot }: Folders): void {
  const project = process.cwd();
  const sources = [
    ...['src', 'cms', 'content', 'public', 'tests', 'docs', 'node_modules', '.git', '.astro'].map((name) =>
      path.join(project, name),
    ),
    ...['content', 'public', '.git'].map((name) => path.join(contentRoot, name)),
  ];
  const holds = (folder: string, others: readonly string[]) => others.find((other) => isIn(other, folder));
  const lies = (folder: string, others: readonly string[]) => others.find((other) => isIn(folder, other));

  const refuse = (setting: string, folder: string, why: string): never => {
    const cannot = setting === 'OUT_DIR' ? 'には組み立てられません' : 'は使えません';
    throw new Error(`${setting} の「${folder}」${cannot}。${why}`);
  };
  const emptied = holds(outDir, [project, contentRoot, siteCacheFolder, cacheFolder]);
  if (emptied !== undefined)
    refuse(
      'OUT_DIR',
      outDir,
      `組み立てるたびに中が空になり「${emptied}」が消えるため、サイトだけのフォルダーを指定してください。`,
    );
  for (const [setting, folder] of [
    ['OUT_DIR', outDir],
    ['CACHE_DIR', siteCacheFolder],
  ] as const) {
    const source = lies(folder, sources);
    if (source !== undefined)
      refuse(setting, folder, `「${source}」は別の用途のフォルダーなので、ほかのフォルダーを指定してください。`);
  }
  const mixed = [project, contentRoot].find((folder) => isIn(folder, siteCacheFolder) && isIn(siteCacheFolder, folder));
  if (mixed !== undefined)
    refuse('CACHE_DIR', siteCacheFolder, '控えだけのフォルダー（例：.cache/astro）を指定してください。');
  // Astro takes such a folder for one of the project's, and its own program there finds no packages.
  if (outDir.startsWith(project) && !isIn(outDir, project))
    refuse(
      'OUT_DIR',
      outDir,
      `このフォルダー「${project}」と同じ書き出しの場所は使えないので、別の名前にするか、このフォルダーの中を指定してください。`,
    );
}

/** Whether a folder is the other or lies in it, links followed. */
function isIn(folder: string, other: string): boolean {
  const way = path.relative(toReal(other), toReal(folder));
  return way === '' || (way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way));
}

/** The place without links; of what is not there yet the folders above are asked. */
function toReal(place: string): string {
  try {
    return realpathSync(place);
  } catch {
    const above = path.dirname(place);
    return above === place ? place : path.join(toReal(above), path.basename(place));
  }
}

interface Folders {
  outDir: string;
  siteCacheFolder: string;
  cacheFolder: string;
  contentRoot: string;
}
