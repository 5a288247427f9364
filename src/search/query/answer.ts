import type { DocumentMeta } from '../index-format.ts';
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
  /** True also tells whether the last word may go on, for which lists of words are fetched. */
  readonly isTyping?: boolean;
  /** What the reader's own body is: filter name → value. Kept on the device, it changes the order alone. */
  readonly near?: { readonly kind?: string | undefined; readonly population?: string | undefined };
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
  /** The things that were asked for, one by one, as they were typed. */
  readonly asked?: readonly string[];
  /**
   * The last word may be the beginning of one that the index has: nothing that it lacks is missing yet. Told to who is
   * typing.
   */
  readonly mayGoOn?: boolean;
  /** The query with likely slips corrected. */
  readonly suggestion?: string;
  /** Groups, topics, events and other pages that hold all that was asked for. */
  readonly others: OtherPages;
  /** Groups that were named and have Q&As, if they are not chosen already. */
  readonly narrow: readonly NamedValue[];
  /** An address was typed. Without a page and without results nothing stands there. */
  readonly address?: { readonly isOurs: boolean; readonly page?: OtherPage };
}

export interface OtherPages {
  readonly total: number;
  /** The first few. */
  readonly pages: readonly OtherPage[];
}

export interface OtherPage {
  readonly url: string;
  readonly title: readonly Segment[];
  readonly summary: readonly Segment[];
  /** What it is: 県人会, 話題, 催し. */
  readonly kind: string;
}

/** A value of a filter. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
  readonly label: string;
}

export interface SearchResult {
  readonly id: string;
  readonly url: string;
  readonly question: readonly Segment[];
  /** Another wording of the question, if it holds what was typed and neither question nor summary does. */
  readonly alias?: readonly Segment[];
  readonly summary: readonly Segment[];
  readonly meta: DocumentMeta;
  /** The section that holds most of the query. */
  readonly best?: BestPlace;
  readonly matched: readonly Match[];
  /** Words among `matched` that are only near to what was typed. */
  readonly near?: readonly string[];
}

export interface BestPlace {
  readonly anchor: string;
  readonly heading: string;
  readonly excerpt: readonly Segment[];
  /** The line of it that matched, as it stands once on the page. */
  readonly fragment?: string;
}
