import { coverPages, type Cover, type Lists } from './cover-pages.ts';
import type { QueryPlan } from './analyse-query.ts';
import { isUnitWritten, type StrictMatches } from './find-strict-matches.ts';
import {
  minAlone,
  minCover,
  likelyCover,
  likelyScore,
  missingBelow,
  maxUnsure,
  nearestShare,
  sureCover,
} from './scoring.ts';

/**
 * Which of the ranked pages answer the query, and which only touch it. A page answers if it comes near the best in its
 * score and in how much of the query it holds. Where even the best holds little, a few stand for what there is.
 */
export function chooseLikely(
  plan: QueryPlan,
  lists: Lists,
  given: readonly number[],
  scores: Float64Array,
  holders?: StrictMatches,
): Choice {
  // Beside pages that say it, those that hold something near to it answer something else: a carpet is no bulky refuse.
  const saying = holders ? given.filter((page) => holders.literal.has(page)) : [];
  const ranked = saying.length > 0 ? saying : given;
  const best = scores[ranked[0] ?? 0] ?? 0;
  const scored = ranked.filter((page) => (scores[page] ?? 0) >= best * likelyScore).slice(0, maxCovered);
  const covered = coverPages(plan, lists, scored);
  const { pages: near, cover } =
    holders && saying.length === 0 ? keepNearest(scored, covered) : { pages: scored, cover: covered };
  const [first = 0] = cover.shares;
  // A word that was asked for alone and is written somewhere has been found; of other words for it a page must hold
  // much.
  if (holders?.isWritten === false && first < minAlone) return { likely: [], missing: [] };
  const missing = holders?.isWritten === true ? [] : nameMissing(plan, lists, cover);
  if (first < sureCover || missing.length > 0) return { likely: near.slice(0, maxUnsure), missing };
  // So few that hold the one thing that was asked for are all worth a look.
  if (holders?.isWritten === true && ranked.length <= maxUnsure) return { likely: ranked, missing };
  const minShare = Math.max(first * likelyCover, minCover);
  return { likely: near.filter((_, slot) => (cover.shares[slot] ?? 0) >= minShare), missing };
}

/**
 * Where no page says it, only those count that hold the nearest words about as much as the one that holds them most.
 */
function keepNearest(pages: readonly number[], { shares, units }: Cover): { pages: readonly number[]; cover: Cover } {
  const minShare = Math.max(0, ...shares) * nearestShare;
  const slots = pages.flatMap((_, slot) => ((shares[slot] ?? 0) >= minShare ? [slot] : []));
  const pick = <T>(values: ArrayLike<T>) => slots.flatMap((slot) => values[slot] ?? []);
  const held = units.map((unit) => ({ ...unit, held: Float64Array.from(slots, (slot) => unit.held[slot] ?? 0) }));
  return { pages: pick(pages), cover: { shares: pick(shares), units: held } };
}

/** Beyond this many pages nobody reads; they are not looked at. */
const maxCovered = 100;

/**
 * The heaviest part of what was asked for, if it stands nowhere and no page is about it in other words; as it was
 * typed.
 */
function nameMissing(plan: QueryPlan, lists: Lists, { units }: Cover): string[] {
  const heaviest = Math.max(...units.map(({ worth }) => worth));
  return units.flatMap(({ place, worth, held }) => {
    const [first, last] = [plan.words[plan.units[place]?.[0] ?? 0], plan.words[plan.units[place]?.at(-1) ?? 0]];
    const isMissing = worth === heaviest && worth > 0 && held.every((hold) => hold < missingBelow);
    const isWritten = isMissing && isUnitWritten(plan, plan.units[place] ?? [], lists);
    return isMissing && !isWritten && first && last ? [plan.asWritten(first.start, last.end)] : [];
  });
}

export interface Choice {
  readonly likely: readonly number[];
  /** What was asked for, where it stands nowhere. */
  readonly missing: readonly string[];
}
