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
