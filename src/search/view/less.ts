import { listWords } from '../../text/word-beginnings.ts';
import { searchMessages as words } from '../../strings/search.ts';
import { filterNames, type SearchState } from './address-state.ts';
import { labelOf, type Facets } from './facet-panel.ts';

/** What could be had instead of nothing. */
export interface Choice {
  readonly label: string;
  readonly state: SearchState;
}

type Count = (state: SearchState) => Promise<number>;

/** For a search that finds nothing with its filters: each without which it finds something; all, if it takes that. */
export async function filtersToLift(state: SearchState, facets: Facets | undefined, count: Count): Promise<Choice[]> {
  const chosen = filterNames.filter((name) => state.filters[name] !== undefined);
  const lifted = chosen.map((name) => {
    const { [name]: values = [], ...filters } = state.filters;
    return { labels: values.map((value) => labelOf(facets, name, value)), state: { ...state, filters } };
  });
  const single = await offer(
    lifted.map(({ labels, state }) => ({ label: (found) => words.lift(labels, found), state })),
    count,
  );
  if (single.length > 0 || chosen.length < 2) return single;
  return offer([{ label: words.liftAll, state: { ...state, filters: {} } }], count);
}

/** For a search that finds nothing: what those of its words find that find anything, together and one by one. */
export async function fewerWords(
  state: SearchState,
  count: Count,
  asked: readonly string[] = listWords(state.text),
): Promise<Choice[]> {
  const all = [...new Set(asked)].slice(0, maxTried);
  const counts = await Promise.all(all.map((text) => count({ ...state, text })));
  const useful = all.filter((_, place) => (counts[place] ?? 0) > 0);
  const texts = [...new Set([useful.join(' '), ...useful])].filter((text) => text !== '' && text !== state.text.trim());
  return offer(
    texts
      .slice(0, maxOffered)
      .map((text) => ({ label: (found) => words.fewer(text, found), state: { ...state, text } })),
    count,
  );
}

const maxTried = 8;
const maxOffered = 4;

async function offer(
  given: readonly { label: (found: number) => string; state: SearchState }[],
  count: Count,
): Promise<Choice[]> {
  const counts = await Promise.all(given.map(({ state }) => count(state)));
  return given.flatMap(({ label, state }, place) => {
    const found = counts[place] ?? 0;
    return found > 0 ? [{ label: label(found), state }] : [];
  });
}
