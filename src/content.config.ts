import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { toLibraryQa } from './library/library-qa.ts';
import type {
  StoredQaWithRange,
  StoredEvent,
  StoredGroup,
  StoredPride,
  StoredQa,
  StoredTopic,
} from './library/stored.ts';
import { address, paths } from './links/address.ts';
import { createLoaders } from './loader/create-loaders.ts';
import { readFixedPages } from './loader/fixed-pages.ts';
import { toIndexDocuments } from './loader/index-documents.ts';
import type { Entry } from './loader/make-store.ts';
import { toSiteParts } from './loader/site-parts.ts';
import type { CollectionName } from './schema/collections.ts';
import { page } from './schema/page.ts';
import type { Vocabulary } from './schema/vocabulary.ts';
import { indexOfBuild } from './search/indexing/index-of-build.ts';
import type { NamedPlace } from './search/suggestions/record.ts';

const { CONTENT_ROOT: root, AUDIENCE: audience, BUILD_DAY: today } = import.meta.env;
const { BASE_URL: basePath, SITE: site, CONTENT_STORE: contentStore } = import.meta.env;
/** Written by maintainers, and so not below `CONTENT_ROOT`. */
const fixedPages = 'content/pages';
const loader = createLoaders({ root, basePath, site, audience, today, contentStore, whenRead: startIndex });

/** A build has its search index made as soon as the content is read. */
async function startIndex(entriesOf: (name: CollectionName) => readonly Entry[]): Promise<void> {
  const index = indexOfBuild();
  if (!index) return;
  const pages = await readFixedPages(fixedPages);
  const parents = new Map(entriesOf('topics').map(({ id, data }) => [id, (data as unknown as StoredTopic).parent]));
  const qas = entriesOf('qa').map(({ data }) => toLibraryQa(data as unknown as StoredQa));
  index.start(
    toIndexDocuments(qas, parents),
    entriesOf('vocabulary').map(({ data }) => data as unknown as Vocabulary),
    [
      ...entriesOf('topics').map(({ id, data }) => toPlace('topic', paths.topic(id), data as unknown as StoredTopic)),
      ...entriesOf('groups').map(({ id, data }) => toPlace('group', paths.group(id), data as unknown as StoredGroup)),
    ],
    toSiteParts({
      qas,
      groups: named<StoredGroup>(entriesOf('groups')),
      topics: named<StoredTopic>(entriesOf('topics')),
      events: named<StoredEvent>(entriesOf('events')),
      prides: named<StoredPride>(entriesOf('pride')),
      pages,
    }),
  );
}

function toPlace(kind: NamedPlace['kind'], path: string, data: StoredTopic | StoredGroup): NamedPlace {
  return { kind, name: 'groupName' in data ? data.groupName : data.name, kana: data.kana, url: address(path) };
}

function named<Data>(entries: readonly Entry[]): { id: string; data: Data }[] {
  return entries.map(({ id, data }) => ({ id, data: data as unknown as Data }));
}

/** The loaders check and shape the data; the store only needs to know its type. */
const stored = <Data>() => z.custom<Data>();

export const collections = {
  qa: defineCollection({ loader: loader('qa'), schema: stored<StoredQaWithRange>() }),
  groups: defineCollection({ loader: loader('groups'), schema: stored<StoredGroup>() }),
  topics: defineCollection({ loader: loader('topics'), schema: stored<StoredTopic>() }),
  events: defineCollection({ loader: loader('events'), schema: stored<StoredEvent>() }),
  pride: defineCollection({ loader: loader('pride'), schema: stored<StoredPride>() }),
  vocabulary: defineCollection({ loader: loader('vocabulary'), schema: stored<Vocabulary>() }),
  pages: defineCollection({ loader: glob({ pattern: '*.mdx', base: fixedPages }), schema: page }),
};
