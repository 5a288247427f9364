import type * as z from 'zod';
import { event } from './event.ts';
import { group } from './group.ts';
import { page } from './page.ts';
import { pride } from './pride.ts';
import { qa } from './qa.ts';
import { topic } from './topic.ts';
import { vocabulary } from './vocabulary.ts';

/** Every collection: its schema, its folder below `content/`, its file extension and its Japanese name. */
export const collections = {
  qa: { schema: qa, folder: 'qa', extension: 'mdx', label: '質問と回答' },
  groups: { schema: group, folder: 'groups', extension: 'yaml', label: '都道府県人会' },
  topics: { schema: topic, folder: 'topics', extension: 'yaml', label: '話題' },
  events: { schema: event, folder: 'events', extension: 'yaml', label: '催し' },
  pride: { schema: pride, folder: 'pride', extension: 'yaml', label: 'まち自慢' },
  vocabulary: { schema: vocabulary, folder: 'vocabulary', extension: 'yaml', label: '検索の言葉' },
  pages: { schema: page, folder: 'pages', extension: 'mdx', label: '固定ページ' },
} as const satisfies Record<string, Collection>;

export type CollectionName = keyof typeof collections;

export interface Collection {
  schema: z.ZodType;
  folder: string;
  extension: 'mdx' | 'yaml';
  label: string;
}
