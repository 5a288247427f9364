import type { Catalogue, CatalogueData } from './catalogue.ts';
import type { FindQuestions } from './find-questions.ts';
import { indexQuestions, measureNearness, type QuestionIndex } from './near-questions.ts';

/**
 * Finds existing questions that ask nearly the same as what is typed, the nearest first; questions that only share a
 * word with it are left out. The site's search knows synonyms; the catalogue also has questions that are not in the
 * search index, such as those for members.
 */
export function createNearFinder({ base, findQuestions, catalogue }: NearFinderOptions): NearFinder {
  let indexed: Promise<Indexed> | undefined;
  const prepare = (): Promise<Indexed> => {
    // What came to nothing, as where the server did not answer, is tried again.
    indexed ??= indexCatalogue(catalogue).then((made) => {
      if (made.questions.length === 0) indexed = undefined;
      return made;
    });
    return indexed;
  };
  const find = async (typed: string, ownId: unknown): Promise<NearQuestion[]> => {
    if ([...typed.trim()].length < minCharacters) return [];
    const [inIndex, { questions, index, withdrawn }] = await Promise.all([
      findQuestions(typed, { withTouching: true }),
      prepare(),
    ]);
    const weigh = questions.length === 0 ? () => 1 : index.weigh;
    const known = new Map(inIndex.map((found) => [found.id, { ...found, address: `${base}q/${found.id}/` }]));
    const others = index
      .findSharing(typed, minShare)
      .flatMap((number) => questions[number] ?? [])
      .filter(({ id }) => !known.has(id))
      .map(({ id, question, group }) => ({
        id,
        question,
        matched: [],
        address: `${base}admin/#/collections/qa/entries/${group}/${id}`,
      }));
    return [...known.values(), ...others]
      .filter(({ id }) => id !== ownId && !withdrawn.has(id))
      .map((found) => ({
        ...found,
        nearness: measureNearness(typed, found.question, { weigh, sameWords: found.matched ?? [] }),
      }))
      .filter(({ nearness }) => nearness >= minNearness)
      .sort((one, other) => other.nearness - one.nearness)
      .slice(0, maxShown);
  };
  return { prepare: () => void prepare(), find };
}

/** Cutting thousands of questions into words takes more than a second: somebody may type meanwhile. */
async function indexCatalogue(catalogue: Catalogue): Promise<Indexed> {
  const { questions } = await catalogue.load();
  const index = indexQuestions();
  let pauseAt = performance.now() + sliceMilliseconds;
  for (const { question } of questions) {
    index.add(question);
    if (performance.now() < pauseAt) continue;
    await new Promise((resolve) => setTimeout(resolve));
    pauseAt = performance.now() + sliceMilliseconds;
  }
  const withdrawn = new Set(questions.flatMap(({ id, status }) => (status === 'withdrawn' ? [id] : [])));
  return { questions, index, withdrawn };
}

/** Characters of the shortest question that the schema accepts. */
const minCharacters = 10;
/** From 0 to 1. Chosen on one half of `tests/search/near-questions/pairs.tsv`; measured on the other half. */
const minNearness = 0.35;
/** The least share of the typed words that a question as near as this holds, if all of its own were typed. */
const minShare = minNearness / (2 - minNearness);
const maxShown = 4;
/** Shorter than what somebody who types would notice. */
const sliceMilliseconds = 10;

export interface NearFinder {
  /** Gets ready before something is typed. */
  prepare(): void;
  /** `ownId` is that of the question in the form. */
  find(typed: string, ownId: unknown): Promise<NearQuestion[]>;
}

interface Indexed {
  questions: CatalogueData['questions'];
  index: QuestionIndex;
  /** Ids. */
  withdrawn: ReadonlySet<string>;
}

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
