import path from 'node:path';
import { openContentReader, type CheckedContent } from './content-reader.ts';
import type { Say } from './progress.ts';

/**
 * Reads and checks all content below `root` once, for the content check and for a build alike: what one finds the other
 * finds too. `say` hears how far it is while that takes long.
 */
export function checkContent(root: string, today: string, basePath: string, say?: Say): Promise<CheckedContent> {
  return openContentReader({ root, basePath, say }).read(today);
}

/** `setting` names the folder: an option of the command, a variable of the build. */
export function sayNothingToCheck(root: string, setting: string): string {
  return `「${path.join(root, 'content')}」にファイルがありません。${setting} を確かめてください。`;
}
