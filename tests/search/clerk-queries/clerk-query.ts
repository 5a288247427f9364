/** One of `best` stands first; whoever types this can also use those of `also`. */
export function answered(kind: Kind, query: string, best: readonly string[], also: readonly string[] = []): ClerkQuery {
  return { query, kind, best, right: [...best, ...also] };
}

/** A question of municipal work whose subject is nowhere on the site. */
export function unanswered(kind: Kind, query: string): ClerkQuery {
  return { query, kind, best: [], right: [] };
}

/** A query as a clerk types it, judged by what the Q&As hold and not by what the search does. */
export interface ClerkQuery {
  readonly query: string;
  readonly kind: Kind;
  /** Ids of Q&As of which any may stand first; none where the site has no answer. */
  readonly best: readonly string[];
  /** Ids of all Q&As that are of use, `best` among them; one that only mentions the word is not. */
  readonly right: readonly string[];
}

export const kinds = [
  'question',
  'keywords',
  'everyday-word',
  'katakana-part',
  'kana',
  'shorthand',
  'name',
  'date',
  'slip',
  'romaji',
  'life',
] as const;

export type Kind = (typeof kinds)[number];
