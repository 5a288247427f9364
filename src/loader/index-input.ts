import { cacheKeyOf } from '../library/cache-key.ts';
import type { LibraryQa } from '../library/library-qa.ts';
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

/** What is searched and suggested of a site, whose Q&As are `qas`; of these only `isWanted` ones. */
export async function toIndexInput(
  { groups, topics, events, pride: prides, vocabulary }: StoredSite,
  qas: readonly LibraryQa[],
  basePath: string,
  isWanted: (id: string) => boolean = () => true,
): Promise<SiteIndexInput> {
  const wanted = qas.filter(({ id }) => isWanted(id));
  return {
    documents: toIndexDocuments(wanted, parentsOf(topics), basePath),
    vocabulary: vocabulary.map(({ data }) => data),
    places: [
      ...topics.map(({ id, data }) => toPlace('topic', address(paths.topic(id), basePath), data)),
      ...groups.map(({ id, data }) => toPlace('group', address(paths.group(id), basePath), data)),
    ],
    site: toSiteParts({ qas, groups, topics, events, prides, pages: await readFixedPages(fixedPages) }, basePath),
  };
}

/** For each Q&A that is searched what tells its document from one of another time. */
export function listIndexKeys({ topics }: StoredSite, qas: readonly LibraryQa[]): Map<string, string> {
  const parents = parentsOf(topics);
  return new Map(
    qas
      .filter(({ status }) => status !== 'withdrawn')
      .map((qa) => [qa.id, cacheKeyOf([qa, qa.fileVersion, qa.topics.map((id) => parents.get(id) ?? id)])]),
  );
}

function parentsOf(topics: StoredSite['topics']): Map<string, string | undefined> {
  return new Map(topics.map(({ id, data }) => [id, data.parent]));
}

function toPlace(kind: NamedPlace['kind'], url: string, data: StoredTopic | StoredGroup): NamedPlace {
  return { kind, name: 'groupName' in data ? data.groupName : data.name, kana: data.kana, url };
}

export interface SiteIndexInput {
  readonly documents: readonly IndexDocument[];
  readonly vocabulary: readonly VocabularyFile[];
  readonly places: readonly NamedPlace[];
  readonly site: SiteParts;
}
