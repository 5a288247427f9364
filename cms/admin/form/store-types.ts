import type { ImmutableMap } from '../decap/decap.ts';

export type Reducer = (state: State | undefined, action: Action) => State;

export interface State {
  entryDraft?: ImmutableMap;
  /** The drafts of the board under `entities`. */
  editorialWorkflow?: ImmutableMap;
  /** How lists are sorted, filtered and grouped, among others. */
  entries?: ImmutableMap;
  auth?: { user?: { login?: string } };
}

export interface Action {
  type: string;
  payload?: {
    entry?: unknown;
    entries?: unknown;
    collection?: unknown;
    slug?: unknown;
    error?: unknown;
    uniquefieldId?: string;
    uniqueFieldId?: string;
    url?: string;
    errors?: readonly FieldFault[];
  };
}

/** As Decap has it. */
export interface FieldFault {
  type: string;
  message?: string;
  parentIds?: string[];
}
