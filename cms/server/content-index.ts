import { parseDocument, type AnyDocument } from '../../src/lint/parse-document.ts';
import { indexSite, type Site } from '../../src/lint/site.ts';
import { collections, type CollectionName } from '../../src/schema/collections.ts';
import type { Repository } from './repository.ts';
import { createRecent } from './repository/recent.ts';
import { isEditablePath } from './paths.ts';

/** Parsed entries of any commit. A text is parsed once, however many commits it is in. */
export function createContentIndex(repository: Repository, mediaFolder: string): ContentIndex {
  const parsed = createRecent<AnyDocument>(20_000);

  const parse = (path: string, collection: CollectionName, id: string, text: () => Promise<string> | string): Promise<AnyDocument> | AnyDocument => {
    const key = `${id} ${path}`;
    const known = parsed.get(key);
    if (known) return known;
    return (async () => {
      const document = parseDocument(path, await text(), collection) as AnyDocument;
      parsed.set(key, document);
      return document;
    })();
  };

  return {
    read: async (tree, today, changes) => {
      const documents: AnyDocument[] = [];
      for (const name of Object.keys(collections) as CollectionName[]) {
        const { folder, extension } = collections[name];
        for (const { path, id } of await repository.listFiles(tree, `content/${folder}`, 8)) {
          if (!path.endsWith(`.${extension}`) || !isEditablePath(path, mediaFolder) || changes.texts.has(path)) continue;
          documents.push(await parse(path, name, id, async () => (await repository.readFile(id)).toString()));
        }
      }
      const changed: AnyDocument[] = [];
      for (const [path, entry] of changes.texts) {
        if (entry) changed.push(parseDocument(path, entry.text, entry.collection) as AnyDocument);
      }
      const images = (await repository.listFiles(tree, mediaFolder, 8)).map(({ path }) => path);
      const media = new Set([...images, ...changes.images].filter((path) => !changes.removedImages.has(path)).map((path) => path.replace(/^public/, '')));
      return { changed, documents: [...documents, ...changed], site: indexSite({ documents: [...documents, ...changed], today, media }) };
    },
  };
}

export interface ContentIndex {
  /** The site as it would be with some entries and images changed in `tree`. */
  read: (tree: string, today: string, changes: ContentChanges) => Promise<ContentView>;
}

export interface ContentChanges {
  /** By path; `undefined` for what is removed. */
  texts: ReadonlyMap<string, { text: string; collection: CollectionName } | undefined>;
  /** Paths of images that are added. */
  images: readonly string[];
  removedImages: ReadonlySet<string>;
}

export interface ContentView {
  changed: AnyDocument[];
  documents: AnyDocument[];
  site: Site;
}
