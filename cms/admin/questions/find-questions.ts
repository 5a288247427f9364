import { createSearch, type SearchResult } from '../../../src/search/engine.ts';

/** Existing questions that come close to some words, through the site's own search; none where there is no index. */
export function createQuestionFinder(base: string): FindQuestions {
  const { search } = createSearch({ basePath: base });
  return async (words, { withTouching = false } = {}) => {
    if ([...words.trim()].length < 2) return [];
    try {
      const fixed = { filters: {}, sort: 'relevance', offset: 0, limit: 6, counts: false } as const;
      return (await search({ ...fixed, text: words, withTouching })).results.map(describe);
    } catch {
      return [];
    }
  };
}

function describe(result: SearchResult): FoundQuestion {
  return { id: result.id, question: result.question.map(({ text }) => text).join(''), matched: result.matched };
}

/** `withTouching` also finds questions that hold only some of the words. */
export type FindQuestions = (words: string, options?: { withTouching?: boolean }) => Promise<FoundQuestion[]>;

export interface FoundQuestion {
  id: string;
  question: string;
  /** Which typed word found which word of the page; absent where the search did not find it. */
  matched?: SearchResult['matched'];
}
