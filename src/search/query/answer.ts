import type { DocumentMeta } from '../record.ts';
import type { Match } from './explain.ts';
import type { Segment } from './mark-text.ts';

export interface SearchRequest {
  readonly text: string;
  /** Filter name → accepted values; a page needs one of each. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sort: 'relevance' | 'date';
  readonly offset: number;
  readonly limit: number;
  /** True lists the pages that only touch the query too, after those that are likely to answer it. */
  readonly withTouching?: boolean;
  /** False leaves `filterCounts` empty and saves fetching what they are counted from. */
  readonly counts?: boolean;
}

export interface SearchAnswer {
  /** Pages that are likely to answer. */
  readonly total: number;
  /** Pages that only touch the query; in the ranking they come after the others. */
  readonly touching: number;
  readonly results: readonly SearchResult[];
  /** For each filter and value how many results it would leave, given the other filters. */
  readonly filterCounts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** The subject, where no page is about it: what is listed is only near to it. */
  readonly missing: readonly string[];
  /** Typed words that none of the likely results holds in any form. */
  readonly leftOut: readonly string[];
  /** The query with likely slips corrected. */
  readonly suggestion?: string;
}

export interface SearchResult {
  readonly id: string;
  readonly url: string;
  readonly question: readonly Segment[];
  readonly summary: readonly Segment[];
  readonly meta: DocumentMeta;
  /** The section that holds most of the query. */
  readonly best?: { readonly anchor: string; readonly heading: string; readonly excerpt: readonly Segment[] };
  readonly matched: readonly Match[];
}
