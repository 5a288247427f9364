import type * as z from 'zod';
import { event } from './event.ts';
import { group } from './group.ts';
import { page } from './page.ts';
import { pride } from './pride.ts';
import { qa } from './qa.ts';
import { topic } from './topic.ts';
import { vocabulary } from './vocabulary.ts';

/**
 * Every collection: its schema, its folder below `content/`, its file extension, its Japanese name and who writes it.
 * What `maintainers` write may hold code that the build runs; it is changed through Git alone.
 */
export const collections = {
  qa: { schema: qa, folder: 'qa', extension: 'mdx', label: '質問と回答', writers: 'editors' },
  groups: { schema: group, folder: 'groups', extension: 'yaml', label: '都道府県人会', writers: 'editors' },
  topics: { schema: topic, folder: 'topics', extension: 'yaml', label: '話題', writers: 'editors' },
  events: { schema: event, folder: 'events', extension: 'yaml', label: '催し', writers: 'editors' },
  pride: { schema: pride, folder: 'pride', extension: 'yaml', label: 'まち自慢', writers: 'editors' },
  vocabulary: { schema: vocabulary, folder: 'vocabulary', extension: 'yaml', label: '検索の言葉', writers: 'editors' },
  pages: { schema: page, folder: 'pages', extension: 'mdx', label: '固定ページ', writers: 'maintainers' },
} as const satisfies Record<string, Collection>;

export type CollectionName = keyof typeof collections;

export interface Collection {
  schema: z.ZodType;
  folder: string;
  extension: 'mdx' | 'yaml';
  label: string;
  writers: 'editors' | 'maintainers';
}
