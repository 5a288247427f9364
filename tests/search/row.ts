/** One of `ids` must stand among the first `within` results. */
export function one(query: string, ids: string | readonly string[], within: number, why: string): Row {
  return { query, expected: [ids].flat(), within, wants: 'one', absent: [], isUnanswered: false, why };
}

/** Each of `ids` must stand among the first `within` results. */
export function each(query: string, ids: readonly string[], within: number, why: string): Row {
  return { ...one(query, ids, within, why), wants: 'each' };
}

/** None of `ids` may be among the results, at any rank. */
export function without(row: Row, ids: readonly string[]): Row {
  return { ...row, absent: ids };
}

/** Nothing in the content answers this: there is no result, or the page says that the word was left out. */
export function unanswered(query: string, why: string): Row {
  return { query, expected: [], within: 0, wants: 'one', absent: [], isUnanswered: true, why };
}

/** Whatever else is found, none of `ids` may be. */
export function never(query: string, ids: readonly string[], why: string): Row {
  return { query, expected: [], within: 0, wants: 'one', absent: ids, isUnanswered: false, why };
}

export interface Row {
  readonly query: string;
  /** Ids of the Q&As that a clerk who types this looks for. */
  readonly expected: readonly string[];
  readonly within: number;
  readonly wants: 'one' | 'each';
  readonly absent: readonly string[];
  readonly isUnanswered: boolean;
  readonly why: string;
}
