import type { ImmutableMap } from '../decap/decap.ts';
import type { Reducer } from './store-types.ts';

/** Keeps the drafts of the board in order, the one changed last first; Decap's own map has none. */
export function orderBoard(reducer: Reducer): Reducer {
  return (state, action) => {
    const next = reducer(state, action);
    const board = next.editorialWorkflow;
    const drafts = board?.get('entities') as ImmutableMap | undefined;
    if (!board || !drafts || drafts === state?.editorialWorkflow?.get('entities')) return next;
    const ordered = drafts.sortBy(readTime, (one, other) => Number(other) - Number(one));
    return { ...next, editorialWorkflow: board.set('entities', ordered) };
  };
}

/** Milliseconds since 1970; a draft that was saved just now has no time yet and comes first. */
function readTime(draft: unknown): number {
  const time = Date.parse(String((draft as ImmutableMap).get('updatedOn')));
  return Number.isNaN(time) ? Number.MAX_SAFE_INTEGER : time;
}
