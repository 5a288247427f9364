import type { KanaWords } from '../../text/tokenise.ts';
import type { QueryPlan } from './analyse-query.ts';
import { correctSpelling } from './correct-spelling.ts';
import type { PostingsOf } from './score-documents.ts';
import type { SearchIndex } from './search-index.ts';
import { tokensOf } from './term-list.ts';

/** The postings of all that a query asks for, and of what was meant where it holds a slip. */
export async function lookUp(
  plan: QueryPlan,
  index: SearchIndex,
  kanaWords: KanaWords,
  withTails: boolean,
): Promise<LookedUp> {
  const tokens = [
    ...plan.terms.map((term) => term.token),
    ...plan.excluded.flatMap((word) => tokensOf(word, kanaWords).map((token) => token.token)),
  ];
  const postings = await index.lookUp([...new Set(tokens)], withTails);
  const correction = await correctSpelling(plan, postings, index.readWords);
  if (!correction) return { plan, postings };
  const known = new Set(tokens);
  const terms = correction.terms.filter((term) => !known.has(term.token));
  const more = await index.lookUp(
    terms.map((term) => term.token),
    withTails,
  );
  return {
    plan: { ...plan, terms: [...plan.terms, ...terms], meanings: [...plan.meanings, ...correction.meanings] },
    postings: (token) => (known.has(token) ? postings(token) : more(token)),
    suggestion: correction.text,
  };
}

interface LookedUp {
  readonly plan: QueryPlan;
  readonly postings: PostingsOf;
  readonly suggestion?: string;
}
