import { isRecord, isSameValue } from '../backend/same-value.ts';
import { toPlain, type ImmutableMap } from '../decap/decap.ts';
import { isDrawn } from '../widgets/drawn.ts';
import { filledValues } from './filled-values.ts';
import type { Reducer } from './store-types.ts';

/**
 * A form has something to save once it holds other words than those with which it was opened. Decap also counts the
 * id that a new form draws, and a field that was filled and emptied again.
 */
export function countChanges(reducer: Reducer): Reducer {
  return (state, action) => {
    const next = reducer(state, action);
    const draft = next.entryDraft;
    if (!draft) return next;
    if (action.type === 'DRAFT_CREATE_EMPTY') return { ...next, entryDraft: draft.set(begunKey, dataOf(draft)) };
    if (action.type === 'DRAFT_CREATE_DUPLICATE_FROM_ENTRY') return { ...next, entryDraft: draft.delete(begunKey) };
    if (action.type !== 'DRAFT_CHANGE_FIELD' || draft.get('hasChanged') !== true) return next;
    const begun =
      draft.getIn(['entry', 'newRecord']) === true ? [draft.get(begunKey)] : listSaved(action.payload?.entries);
    return !hasNewImage(draft) && begun.some((data) => isSameForm(data, dataOf(draft)))
      ? { ...next, entryDraft: draft.set('hasChanged', false) }
      : next;
  };
}

/** Whether two sets of form values are saved as the same file, ids aside that the form has drawn. */
export function isSameForm(one: unknown, other: unknown): boolean {
  const [before, after] = [toPlain(one), toPlain(other)];
  return (
    isRecord(before) && isRecord(after) && isSameValue(filledValues(before, isDrawn), filledValues(after, isDrawn))
  );
}

/** The published entry and its draft, as Decap compares the form with them. */
function listSaved(entries: unknown): unknown[] {
  return Array.isArray(entries) ? entries.map((entry: ImmutableMap) => entry.get('data')) : [];
}

function dataOf(draft: ImmutableMap): unknown {
  return draft.getIn(['entry', 'data']);
}

function hasNewImage(draft: ImmutableMap): boolean {
  const files = toPlain(draft.getIn(['entry', 'mediaFiles'])) as { draft?: boolean }[] | undefined;
  return files?.some((file) => file.draft === true) === true;
}

/** Where the values stay with which a new form began. */
const begunKey = 'begunWith';
