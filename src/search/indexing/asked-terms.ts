import { analyseQuery } from '../query/analyse-query.ts';
import { prepareVocabulary } from '../query/match-vocabulary.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** What a question asks the index for. The vocabulary is prepared when the first question comes. */
export function createAsk(vocabulary: Vocabulary): (question: string) => readonly AskedTerm[] {
  let prepared: ReturnType<typeof prepareVocabulary> | undefined;
  return (question) => {
    prepared ??= prepareVocabulary(vocabulary);
    return analyseQuery(question, prepared).terms.map(({ token, weight }) => [token, weight] as const);
  };
}

export type AskedTerm = readonly [token: string, weight: number];
