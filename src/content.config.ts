import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import type { StoredEvent, StoredGroup, StoredPride, StoredQa, StoredTopic } from './library/stored.ts';
import { createLoaders } from './loader/create-loaders.ts';
import { page } from './schema/page.ts';
import type { Vocabulary } from './schema/vocabulary.ts';

const { CONTENT_ROOT: root, AUDIENCE: audience, BUILD_DAY: today } = import.meta.env;
const loader = createLoaders({ root, basePath: import.meta.env.BASE_URL, audience, today });

/** The loaders check and shape the data; the store only needs to know its type. */
const stored = <Data>() => z.custom<Data>();

export const collections = {
  qa: defineCollection({ loader: loader('qa'), schema: stored<StoredQa>() }),
  groups: defineCollection({ loader: loader('groups'), schema: stored<StoredGroup>() }),
  topics: defineCollection({ loader: loader('topics'), schema: stored<StoredTopic>() }),
  events: defineCollection({ loader: loader('events'), schema: stored<StoredEvent>() }),
  pride: defineCollection({ loader: loader('pride'), schema: stored<StoredPride>() }),
  vocabulary: defineCollection({ loader: loader('vocabulary'), schema: stored<Vocabulary>() }),
  pages: defineCollection({ loader: glob({ pattern: '*.mdx', base: 'content/pages' }), schema: page }),
};
