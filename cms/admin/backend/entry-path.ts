import { collections, type CollectionName } from '../../../src/schema/collections.ts';

/** The collection to which a file below `content/` belongs. */
export function collectionOf(path: string): CollectionName | undefined {
  return (Object.keys(collections) as CollectionName[]).find((name) =>
    path.startsWith(`content/${collections[name].folder}/`),
  );
}

export function isYamlPath(path: string): boolean {
  return path.endsWith('.yaml');
}

/** `content/qa/gifu/abcd2345.mdx` is `gifu/abcd2345`. */
export function slugOf(collection: CollectionName, path: string): string {
  const { folder, extension } = collections[collection];
  return path.slice(`content/${folder}/`.length, -(extension.length + 1));
}

/**
 * One key for a Q&A, whichever group's folder its path or its draft's id names: `qa/gifu/abcd2345` and
 * `qa/aichi/abcd2345` are the same entry, before and after its group was changed. Other paths and ids stay as they are.
 */
export function entryKey(pathOrId: string): string {
  return pathOrId.replace(/^((?:content\/)?qa\/)[^/]+\//, '$1');
}
