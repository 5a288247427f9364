import type { Catalogue } from './catalogue.ts';
import type { FindQuestions } from './find-questions.ts';
import { measureNearness, weighByRarity } from './near-questions.ts';

/**
 * Questions that are answered by nearly the same as what is typed; nothing rather than what only shares a word with it.
 * The site's search knows other words for the same thing; the catalogue also has questions that are not in its index,
 * such as those for members.
 */
export function createNearFinder({ base, findQuestions, catalogue }: NearFinderOptions): FindNear {
  let weigh: ((token: string) => number) | undefined;
  return async (typed, ownId) => {
    if ([...typed.trim()].length < fewestCharacters) return [];
    const [inIndex, { questions }] = await Promise.all([
      findQuestions(typed, { withTouching: true }),
      catalogue.load(),
    ]);
    weigh ??= questions.length === 0 ? undefined : weighByRarity(questions.map(({ question }) => question));
    const rarity = weigh ?? (() => 1);
    const withdrawn = new Set(questions.flatMap(({ id, status }) => (status === 'withdrawn' ? [id] : [])));
    const indexed = new Map(inIndex.map((found) => [found.id, { ...found, address: `${base}q/${found.id}/` }]));
    const others = questions
      .filter(({ id }) => !indexed.has(id))
      .map(({ id, question, group }) => ({
        id,
        question,
        matched: [],
        address: `${base}admin/#/collections/qa/entries/${group}/${id}`,
      }));
    return [...indexed.values(), ...others]
      .filter(({ id }) => id !== ownId && !withdrawn.has(id))
      .map((found) => ({
        ...found,
        nearness: measureNearness(typed, found.question, { weigh: rarity, sameWords: found.matched ?? [] }),
      }))
      .filter(({ nearness }) => nearness >= leastNearness)
      .sort((one, other) => other.nearness - one.nearness)
      .slice(0, mostShown);
  };
}

/** A question has at least as many. */
const fewestCharacters = 10;
/** Chosen on half of `tests/search/near-questions/pairs.tsv`; the other half says how good it is. */
const leastNearness = 0.35;
const mostShown = 4;

/** `ownId` is that of the question in the form. */
export type FindNear = (typed: string, ownId: unknown) => Promise<NearQuestion[]>;

interface NearQuestion {
  id: string;
  question: string;
  /** Of its page, or of its form where the site has no page of it. */
  address: string;
}

interface NearFinderOptions {
  /** The site's own path, with slashes at both ends. */
  base: string;
  findQuestions: FindQuestions;
  catalogue: Catalogue;
}
