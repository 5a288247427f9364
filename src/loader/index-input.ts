import { readTexts } from '../library/content-store.ts';
import { readLater } from '../library/library-qa.ts';
import type { StoredGroup, StoredSite, StoredTopic } from '../library/stored.ts';
import { address, paths } from '../links/address.ts';
import type { IndexDocument, SiteParts } from '../search/index-format.ts';
import type { NamedPlace } from '../search/suggestions/record.ts';
import type { VocabularyFile } from '../search/vocabulary.ts';
import { readFixedPages } from './fixed-pages.ts';
import { toIndexDocuments } from './index-documents.ts';
import { toSiteParts } from './site-parts.ts';

/** Written by maintainers, and so not beside the content that editors write. */
const fixedPages = 'content/pages';

/** What is searched and suggested of a site; `contentStore` is the folder with the texts. */
export async function toIndexInput(site: StoredSite, contentStore: string, basePath: string): Promise<IndexInput> {
  const { groups, topics, events, pride: prides, vocabulary, day } = site;
  const qas = site.qa.map((stored) => readLater(stored, day, (range) => readTexts(contentStore, range)));
  return {
    documents: toIndexDocuments(qas, new Map(topics.map(({ id, data }) => [id, data.parent])), basePath),
    vocabulary: vocabulary.map(({ data }) => data),
    places: [
      ...topics.map(({ id, data }) => toPlace('topic', address(paths.topic(id), basePath), data)),
      ...groups.map(({ id, data }) => toPlace('group', address(paths.group(id), basePath), data)),
    ],
    site: toSiteParts({ qas, groups, topics, events, prides, pages: await readFixedPages(fixedPages) }, basePath),
  };
}

function toPlace(kind: NamedPlace['kind'], url: string, data: StoredTopic | StoredGroup): NamedPlace {
  return { kind, name: 'groupName' in data ? data.groupName : data.name, kana: data.kana, url };
}

export interface IndexInput {
  readonly documents: readonly IndexDocument[];
  readonly vocabulary: readonly VocabularyFile[];
  readonly places: readonly NamedPlace[];
  readonly site: SiteParts;
}
