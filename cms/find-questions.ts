import type { SearchResult } from '../src/search/engine.ts';

/** Existing questions that come close to some words, through the site's own search; none where there is no index. */
export function createQuestionFinder(base: string): FindQuestions {
  let engine: Promise<{ search: Search }> | undefined;
  return async (words, { withTouching = false } = {}) => {
    if ([...words.trim()].length < 2) return [];
    engine ??= import('../src/search/engine.ts').then(({ createSearch }) => {
      const { search } = createSearch({ basePath: base });
      const fixed = { filters: {}, sort: 'relevance', offset: 0, limit: 6, counts: false } as const;
      return { search: async (text, withTouching) => (await search({ ...fixed, text, withTouching })).results };
    });
    try {
      return (await (await engine).search(words, withTouching)).map(describe);
    } catch {
      engine = undefined;
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

type Search = (words: string, withTouching: boolean) => Promise<readonly SearchResult[]>;
