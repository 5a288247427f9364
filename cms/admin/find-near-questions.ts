import type { Catalogue } from './catalogue.ts';
import type { FindQuestions } from './find-questions.ts';
import { measureNearness, weighByRarity } from './near-questions.ts';

/**
 * Finds existing questions that ask nearly the same as what is typed, the nearest first; questions that only share a
 * word with it are left out. The site's search knows synonyms; the catalogue also has questions that are not in the
 * search index, such as those for members.
 */
export function createNearFinder({ base, findQuestions, catalogue }: NearFinderOptions): FindNear {
  let weigh: ((token: string) => number) | undefined;
  return async (typed, ownId) => {
    if ([...typed.trim()].length < minCharacters) return [];
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
      .filter(({ nearness }) => nearness >= minNearness)
      .sort((one, other) => other.nearness - one.nearness)
      .slice(0, maxShown);
  };
}

/** Characters of the shortest question that the schema accepts. */
const minCharacters = 10;
/** From 0 to 1. Chosen on one half of `tests/search/near-questions/pairs.tsv`; measured on the other half. */
const minNearness = 0.35;
const maxShown = 4;

/** `ownId` is that of the question in the form. */
export type FindNear = (typed: string, ownId: unknown) => Promise<NearQuestion[]>;

interface NearQuestion {
  id: string;
  question: string;
  /** Address of its page, or of its form if the site has no page of it. */
  address: string;
}

interface NearFinderOptions {
  /** The site's own path, with slashes at both ends. */
  base: string;
  findQuestions: FindQuestions;
  catalogue: Catalogue;
}
