import { toMatchingKey } from '../../text/matching-key.ts';
import type { QueryPlan } from './analyse-query.ts';
import { chooseLikely } from './choose-likely.ts';
import { countUnits, findStrictMatches, pagesWithMeaning } from './find-strict-matches.ts';
import { rankPages, scoreDocuments, type PostingsOf } from './score-documents.ts';
import { floorByRelevance, trustIn } from './scoring.ts';
import type { SearchIndex } from './search-index.ts';
import type { Meaning } from './term-list.ts';
import { wholeFragments } from './whole-fragments.ts';
import { maxPagesRead, wholeText } from './whole-text.ts';

/** All pages that any word of a query finds, parted into those that answer it and those that only touch it. */
export function rank(
  plan: QueryPlan,
  postings: PostingsOf,
  { pageCount, cap }: SearchIndex,
  isWanted: (page: number) => boolean,
): Found {
  const scores = scoreDocuments(plan, postings, pageCount);
  const ranked = rankPages(scores, floorByRelevance, isWanted);
  // A phrase that must stand there verbatim decides by itself.
  if (plan.phrases.length > 0) return asFound(ranked, scores);
  const lists = { postings, pageCount, cap };
  const holders = countUnits(plan) === 1 ? findStrictMatches(plan, lists) : undefined;
  const holding = holders ? ranked.filter((page) => holders.pages.has(page)) : ranked;
  // Who asked for one thing is helped by nothing else: what is near to it is shown on request.
  if (holding.length === 0) return { likely: [], touching: ranked, missing: [], scores };
  const { likely, missing } = chooseLikely(plan, lists, holding, scores, holders);
  const placed = new Set(likely);
  const others = [...holding, ...ranked].filter((page) => !placed.has(page) && placed.add(page));
  return { likely, touching: others, missing, scores };
}

/**
 * Pages that hold in one what was typed in one, where the index has only single kanji of it; other words for it hold it
 * too.
 */
export async function keepWhole(
  found: Found,
  plan: QueryPlan,
  postings: PostingsOf,
  index: SearchIndex,
): Promise<Found> {
  const fragments = wholeFragments(plan);
  if (fragments.length === 0) return found;
  const isAnother = ({ typed, found, trust }: Meaning) => found !== typed && trust === trustIn.same;
  const others = plan.meanings.filter(isAnother).map((meaning) => pagesWithMeaning(meaning, postings, 'nearly'));
  const isWhole = async (page: number): Promise<boolean> => {
    if (others.some((pages) => pages.has(page))) return true;
    const text = toMatchingKey(wholeText(await index.readDocument(page)));
    return fragments.every((fragment) => text.includes(fragment));
  };
  const read = await Promise.all(found.likely.slice(0, maxPagesRead).map(isWhole));
  const likely = found.likely.filter((_, place) => read[place] === true);
  return { ...found, likely, touching: [...found.likely.filter((page) => !likely.includes(page)), ...found.touching] };
}

/** All of them, where no score tells which are likely. */
export function asFound(pages: readonly number[], scores: Float64Array = new Float64Array()): Found {
  return { likely: pages, touching: [], missing: [], scores };
}

/** Pages that are likely to answer, and those that only touch the query; best first. */
export interface Found {
  readonly likely: readonly number[];
  readonly touching: readonly number[];
  /** What was asked for and stands nowhere. */
  readonly missing: readonly string[];
  readonly scores: Float64Array;
}
