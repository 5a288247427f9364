import { toPlain, type ImmutableMap } from '../decap.ts';
import { countChanges } from './count-changes.ts';
import type { FormAddress } from './form-address.ts';
import { orderBoard } from './order-board.ts';

/**
 * Decap's store as the desk needs it: which form is open, what happens to it, a way to refuse an action and one to put
 * unsaved work back. Decap offers developer tools a place around its store; to be called before Decap loads.
 */
export function connectStore(scope: StoreScope): DeskStore {
  const listeners: ((action: Action) => void)[] = [];
  const rules: ((action: Action) => boolean)[] = [];
  let store: Store | undefined;
  const connect =
    (createStore: CreateStore): CreateStore =>
    (reducer, ...rest) => {
      const made = createStore(acceptRestored(orderBoard(countChanges(reducer))), ...rest);
      store = made;
      const dispatch = (action: Action): unknown => {
        if (rules.some((refuses) => refuses(action))) return action;
        const result = made.dispatch(action);
        for (const listener of listeners) listener(action);
        return result;
      };
      return { ...made, dispatch };
    };
  scope.__REDUX_DEVTOOLS_EXTENSION_COMPOSE__ =
    (...enhancers) =>
    (createStore) =>
      withoutDecapBackups(enhancers.reduceRight<CreateStore>((inner, enhance) => enhance(inner), connect(createStore)));

  return {
    form: () => readForm(store?.getState().entryDraft),
    login: () => store?.getState().auth?.user?.login,
    listen: (listener) => void listeners.push(listener),
    refuse: (rule) => void rules.push(rule),
    restore: (entry) => void store?.dispatch({ type: restoreType, payload: { entry } }),
  };
}

/** Both of Decap's own steps at once: between them it would ask in its own way. */
function acceptRestored(reducer: Reducer): Reducer {
  return (state, action) => {
    if (action.type !== restoreType) return reducer(state, action);
    const found = reducer(state, { ...action, type: 'DRAFT_LOCAL_BACKUP_RETRIEVED' });
    return reducer(found, { type: 'DRAFT_CREATE_FROM_LOCAL_BACKUP' });
  };
}

/**
 * Decap's own backups know one new form for each collection and wait for a pause in typing. The desk keeps its own;
 * Decap's three thunks are known by the method that they call, whose name no minifier changes.
 */
function withoutDecapBackups(createStore: CreateStore): CreateStore {
  return (...parts) => {
    const made = createStore(...parts);
    const dispatch = (action: Action): unknown =>
      typeof action === 'function' && /LocalDraftBackup\b/.test(String(action))
        ? Promise.resolve()
        : made.dispatch(action);
    return { ...made, dispatch };
  };
}

function readForm(draft: ImmutableMap | undefined): OpenForm | undefined {
  const entry = draft?.get('entry') as ImmutableMap | undefined;
  const collection = entry?.get('collection');
  if (!draft || !entry || typeof collection !== 'string') return undefined;
  const slug = entry.get('newRecord') === true ? undefined : String(entry.get('slug'));
  return {
    address: { collection, ...(slug === undefined ? {} : { slug }) },
    hasChanged: draft.get('hasChanged') === true,
    isSaving: entry.get('isPersisting') === true,
    data: entry.get('data') as ImmutableMap,
    draftFiles: () => (toPlain(entry.get('mediaFiles')) as DraftFile[] | undefined)?.filter(({ draft }) => draft) ?? [],
    toPlain: () => entry.toJS(),
  };
}

const restoreType = 'DESK_RESTORE_FORM';

export interface DeskStore {
  /** The form that Decap shows; undefined while there is none. */
  form(): OpenForm | undefined;
  /** Login of whoever is signed in. */
  login(): string | undefined;
  /** Calls `listener` after each action. */
  listen(listener: (action: Action) => void): void;
  /** Keeps actions from Decap for which `rule` returns true. */
  refuse(rule: (action: Action) => boolean): void;
  /** Shows an entry with its unsaved values in the open form. */
  restore(entry: Record<string, unknown>): void;
}

export interface OpenForm {
  address: FormAddress;
  /** Whether there is something that was not saved. */
  hasChanged: boolean;
  isSaving: boolean;
  /** Values of the form's fields. The object is another one after each change. */
  data: ImmutableMap;
  /** Images that will be saved with the entry. */
  draftFiles(): DraftFile[];
  toPlain(): Record<string, unknown>;
}

export interface DraftFile {
  draft?: boolean;
  path: string;
  file?: File;
  [key: string]: unknown;
}

export interface Action {
  type: string;
  payload?: { entry?: unknown; entries?: unknown; collection?: unknown; slug?: unknown; error?: unknown };
}

export interface StoreScope {
  __REDUX_DEVTOOLS_EXTENSION_COMPOSE__?: (
    ...enhancers: ((createStore: CreateStore) => CreateStore)[]
  ) => (createStore: CreateStore) => CreateStore;
}

export type Reducer = (state: State | undefined, action: Action) => State;
type CreateStore = (reducer: Reducer, ...rest: unknown[]) => Store;

interface Store {
  dispatch: (action: Action) => unknown;
  getState: () => State;
}

export interface State {
  entryDraft?: ImmutableMap;
  /** The drafts of the board under `entities`. */
  editorialWorkflow?: ImmutableMap;
  auth?: { user?: { login?: string } };
}
