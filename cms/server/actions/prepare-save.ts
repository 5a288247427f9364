import type { CollectionName } from '../../../src/schema/collections.ts';
import type { Desk } from '../desk.ts';
import { checkImage } from '../image.ts';
import { checkCollection, checkEntryPath, checkMediaPath, checkSlug } from '../paths.ts';
import type { ParamsOf } from '../protocol.ts';
import { Refusal } from '../refusal.ts';
import type { Edit } from '../repository/tree-writer.ts';
import { refusalWords as words } from '../words.ts';

/** Checks what a save asks for and stores its texts and images; nothing refers to them yet. */
export async function prepareSave(desk: Desk, { dataFiles, assets, options }: ParamsOf<'persistEntry'>): Promise<Save> {
  const { repository, mediaFolder } = desk;
  const collection = checkCollection(options.collectionName);
  const slug = checkSlug(dataFiles[0]?.slug ?? '');
  const images = assets.map(({ path, content }) => {
    const bytes = Buffer.from(content, 'base64');
    checkMediaPath(path, mediaFolder);
    checkImage(path, bytes);
    return { path, bytes };
  });
  const checked = dataFiles.map((file) => {
    checkEntryPath(file.path, collection, mediaFolder);
    const expected = file.revision === undefined && options.newEntry === true ? null : file.revision;
    if (expected === undefined) throw new Refusal(422, 'revision', words.revisionMissing);
    return { ...file, expected: expected ?? undefined, target: file.newPath === undefined ? file.path : checkEntryPath(file.newPath, collection, mediaFolder) };
  });
  const touched = [...checked.flatMap(({ path, target }) => [...new Set([path, target])]), ...images.map(({ path }) => path)];
  if (new Set(touched).size !== touched.length) throw new Refusal(422, 'path', words.path);
  return {
    collection,
    slug,
    files: await Promise.all(
      checked.map(async ({ path, target, raw, expected, mainRevision, resolution }) => ({
        path,
        target,
        text: raw,
        id: await repository.writeFile(Buffer.from(raw)),
        expected,
        main: mainRevision === undefined ? undefined : { id: mainRevision ?? undefined },
        resolution,
      })),
    ),
    images: await Promise.all(images.map(async ({ path, bytes }) => ({ path, id: await repository.writeFile(bytes) }))),
    reason: options.privacyReason,
    status: options.status ?? 'draft',
  };
}

/** The save as changes to a tree. */
export function editsOf({ files, images }: Save): Edit[] {
  const moved = files.filter(({ path, target }) => path !== target).map(({ path }) => ({ path, id: undefined }));
  return [...moved, ...files.map(({ target, id }) => ({ path: target, id })), ...images];
}

/** Whether everything already stands there: the answer to this very save was lost, and it was sent again. */
export async function isAlreadyThere(desk: Desk, tree: string, save: Save): Promise<boolean> {
  for (const { path, id } of editsOf(save)) {
    if ((await desk.repository.findFile(tree, path)) !== id) return false;
  }
  return true;
}

export interface Save {
  collection: CollectionName;
  slug: string;
  files: SavedFile[];
  images: { path: string; id: string }[];
  reason: string | undefined;
  status: 'draft' | 'pending_review' | 'pending_publish';
}

export interface SavedFile {
  path: string;
  /** Where it goes; another path than `path` when it is renamed. */
  target: string;
  text: string;
  id: string;
  /** The version from which the change began; `undefined` for a new file. */
  expected: string | undefined;
  /** The published version that the text already takes into account, if it was asked to. */
  main: { id: string | undefined } | undefined;
  resolution: 'overwrite' | 'merge' | undefined;
}
