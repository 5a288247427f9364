import { openGit } from './git/git.ts';
import { openKeptFolder } from './objects/kept-folder.ts';
import { openObjects } from './objects/objects.ts';
import { compareTrees, findFile, listFiles } from './objects/tree.ts';
import type { Repository } from './repository.ts';

/** Reads files at trees, for a thread of its own: it moves nothing and takes part in no queue. */
export async function openContentReader(root: string): Promise<ContentReader> {
  const git = await openGit(root);
  const objects = openObjects(git, openKeptFolder(git).recall);
  return {
    listFiles: (tree, folder, depth, onUnreadable) => listFiles(objects, tree, folder, depth, onUnreadable),
    findFile: async (tree, file) => (await findFile(objects, tree, file))?.id,
    readFile: objects.file,
    compare: (before, after) => compareTrees(objects, before, after),
  };
}

export type ContentReader = Pick<Repository, 'listFiles' | 'findFile' | 'readFile' | 'compare'>;
