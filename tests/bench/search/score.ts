import type { Ranking } from '../../../src/cli/search/rank-corpus.ts';
import type { QuerySet } from './rank-in-browser.ts';

/**
 * Means over all judged queries, each from 0 to 1: recall and nDCG of the first ten results, `hit` (share of queries
 * whose first result is relevant), `empty` (share without a result). A query without a ranking counts as one without
 * results.
 */
export function scoreRankings(judgements: QuerySet['judgements'], rankings: readonly Ranking[]): Score {
  const idsOf = new Map(rankings.map(({ query, ids }) => [query, ids]));
  const sum = { recall: 0, ndcg: 0, hit: 0, empty: 0 };
  for (const [query, relevant] of judgements) {
    const grades = (idsOf.get(query) ?? []).slice(0, 10).map((id) => relevant.get(id) ?? 0);
    const best = [...relevant.values()].sort((a, b) => b - a).slice(0, 10);
    sum.recall += grades.filter((grade) => grade > 0).length / relevant.size;
    sum.ndcg += discountedGain(grades) / discountedGain(best);
    sum.hit += (grades[0] ?? 0) > 0 ? 1 : 0;
    sum.empty += grades.length === 0 ? 1 : 0;
  }
  const share = (total: number): number => total / judgements.size;
  return { recall: share(sum.recall), ndcg: share(sum.ndcg), hit: share(sum.hit), empty: share(sum.empty) };
}

function discountedGain(grades: readonly number[]): number {
  return grades.reduce((total, grade, place) => total + grade / Math.log2(place + 2), 0);
}

interface Score {
  readonly recall: number;
  readonly ndcg: number;
  readonly hit: number;
  readonly empty: number;
}
