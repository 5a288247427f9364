import type { SearchResult } from '../src/search/engine.ts';

/** Existing questions that come close to some words, through the site's own search; none where there is no index. */
export function createQuestionFinder(base: string): FindQuestions {
  let engine: Promise<{ search: (words: string) => Promise<readonly SearchResult[]> }> | undefined;
  return async (words) => {
    if ([...words.trim()].length < 2) return [];
    engine ??= import('../src/search/engine.ts').then(({ createSearch }) => {
      const { search } = createSearch({ basePath: base });
      return { search: async (text: string) => (await search({ text, filters: {}, sort: 'relevance', offset: 0, limit: 6 })).results };
    });
    try {
      return (await (await engine).search(words)).map(describe);
    } catch {
      engine = undefined;
      return [];
    }
  };
}

function describe(result: SearchResult): FoundQuestion {
  return { id: result.id, question: result.question.map(({ text }) => text).join('') };
}

export type FindQuestions = (words: string) => Promise<FoundQuestion[]>;

export interface FoundQuestion {
  id: string;
  question: string;
}
