import { collectionOf } from '../../../src/lint/locate-file.ts';
import { parseDocument, type AnyDocument } from '../../../src/lint/parse-document.ts';
import { readPlainYaml } from '../../../src/lint/read-plain-yaml.ts';
import { indexSite, type Site } from '../../../src/lint/site.ts';
import { collections, type CollectionName } from '../../../src/schema/collections.ts';
import type { ContentReader } from '../repository/content-reader.ts';
import { UnreadableObject } from '../repository/objects/object-reader.ts';
import type { Change } from '../repository/objects/tree.ts';
import { changeSite } from './change-site.ts';

/**
 * The parsed entries of the edited branch. From one commit to the next only what differs is read and indexed again:
 * with thousands of entries a save would otherwise spend most of its time on the others.
 */
export function createContentIndex(
  repository: ContentReader,
  mediaFolder: string,
  onContentRead: () => void,
): ContentIndex {
  let last: Promise<Content> | undefined;
  /** Files that could not be read, with their ids; each is tried again before it is relied on. */
  const damaged = new Map<string, string>();

  const readCollection = async (path: string, id: string): Promise<AnyDocument | undefined> => {
    const name = collectionOf(path);
    if (name === undefined) return undefined;
    const text = await readUnlessDamaged(path, id);
    return parseDocument(path, text, name, readPlainYaml) as AnyDocument;
  };

  /** Empty for a file that Git cannot read: it is there, so that others may refer to it, and says nothing. */
  const readUnlessDamaged = async (path: string, id: string): Promise<string> => {
    try {
      const text = (await repository.readFile(id)).toString();
      damaged.delete(path);
      return text;
    } catch (error) {
      if (!(error instanceof UnreadableObject)) throw error;
      damaged.set(path, id);
      return '';
    }
  };

  const readAll = async (tree: string, today: string): Promise<Content> => {
    const documents = new Map<string, AnyDocument>();
    for (const name of collectionNames) {
      for (const { path, id } of await repository.listFiles(
        tree,
        `content/${collections[name].folder}`,
        8,
        () => undefined,
      )) {
        const document = await readCollection(path, id);
        if (document) documents.set(path, document);
        if (documents.size % 20 === 0) await new Promise(setImmediate);
      }
    }
    const media = new Set(
      (await repository.listFiles(tree, mediaFolder, 8, () => undefined)).map(({ path }) => addressOf(path)),
    );
    return { tree, site: indexSite({ documents: [...documents.values()], today, media }) };
  };

  const follow = async (content: Content, tree: string, today: string): Promise<Content> => {
    const ofToday = content.site.today === today ? content : { tree: content.tree, site: { ...content.site, today } };
    const healed = [...damaged].map(([path, after]) => ({ path, before: undefined, after }));
    if (content.tree === tree && healed.length === 0) return ofToday;
    const compared = await repository.compare(content.tree, tree);
    const changes = [...healed.filter(({ path }) => !compared.some((change) => change.path === path)), ...compared];
    if (changes.length > maxFollowed) return readAll(tree, today);
    return apply(ofToday, tree, {
      texts: await readTexts(changes),
      images: imagesOf(changes, true),
      removedImages: new Set(imagesOf(changes, false)),
    });
  };

  const readTexts = async (changes: readonly Change[]): Promise<[string, AnyDocument | undefined][]> => {
    const entries = changes.filter(({ path }) => path.startsWith('content/'));
    return Promise.all(
      entries.map(
        async ({ path, after }) =>
          [path, after === undefined ? undefined : await readCollection(path, after)] as [
            string,
            AnyDocument | undefined,
          ],
      ),
    );
  };

  const imagesOf = (changes: readonly Change[], isThere: boolean): string[] =>
    changes
      .filter(({ path, after }) => path.startsWith(`${mediaFolder}/`) && (after !== undefined) === isThere)
      .map(({ path }) => path);

  return {
    read: async (tree, today, changes) => {
      const before = last;
      last =
        before === undefined
          ? readAll(tree, today)
          : before.then(
              (content) => follow(content, tree, today),
              () => readAll(tree, today),
            );
      const current = await last;
      onContentRead();
      const texts = [...changes.texts].map(
        ([path, entry]) =>
          [path, entry && (parseDocument(path, entry.text, entry.collection, readPlainYaml) as AnyDocument)] as [
            string,
            AnyDocument | undefined,
          ],
      );
      const next = apply(current, tree, { ...changes, texts });
      return { changed: texts.flatMap(([, document]) => document ?? []), before: current.site, after: next.site };
    },
  };
}

const collectionNames = Object.keys(collections) as CollectionName[];

/** More differences than these, as after a large pull, are slower to follow than to read anew. */
const maxFollowed = 300;

function apply({ site }: Content, tree: string, { texts, images, removedImages }: ReadChanges): Content {
  const gone = texts.flatMap(([path]) => site.documents.get(path) ?? []);
  const removed = new Set([...removedImages].map(addressOf));
  const media =
    images.length + removed.size === 0
      ? site.media
      : new Set([...site.media, ...images.map(addressOf)].filter((address) => !removed.has(address)));
  return { tree, site: changeSite(site, { gone, come: texts.flatMap(([, document]) => document ?? []), media }) };
}

/** `public/images/plan.png` is `/images/plan.png` to readers. */
function addressOf(path: string): string {
  return path.replace(/^public/, '');
}

interface Content {
  tree: string;
  site: Site;
}

interface ReadChanges {
  texts: readonly [string, AnyDocument | undefined][];
  images: readonly string[];
  removedImages: ReadonlySet<string>;
}

export interface ContentIndex {
  /** The site of `tree`, and as it would be with some entries and images changed. */
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
  before: Site;
  after: Site;
}
