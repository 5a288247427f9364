import { toPlain, type ImmutableMap } from '../decap/decap.ts';
import { countChanges } from './count-changes.ts';
import type { FormAddress } from './form-address.ts';
import type { ChosenField, ListOrder } from '../lists/list-order.ts';
import { orderBoard } from './order-board.ts';
import type { Action, FieldFault, Reducer, State } from './store-types.ts';

/**
 * Decap's store as the desk needs it: which form is open, what happens to it, a way to refuse an action and one to put
 * unsaved work back. Decap offers developer tools a place around its store; to be called before Decap loads.
 */
export function connectStore(scope: StoreScope): DeskStore {
  const listeners: ((action: Action) => void)[] = [];
  const rules: ((action: Action) => boolean)[] = [];
  const steps: ((step: Step, outcome: Promise<unknown>) => void)[] = [];
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
      withSteps(
        enhancers.reduceRight<CreateStore>((inner, enhance) => enhance(inner), connect(createStore)),
        steps,
      );

  return {
    form: () => readForm(store?.getState().entryDraft),
    login: () => store?.getState().auth?.user?.login,
    order: (collection) => readOrder(store?.getState().entries, collection),
    listen: (listener) => void listeners.push(listener),
    refuse: (rule) => void rules.push(rule),
    send: (action) => void store?.dispatch(action),
    listenToSteps: (listener) => void steps.push(listener),
    errors: () =>
      ((store?.getState().entryDraft?.get('fieldsErrors') as ImmutableMap | undefined)?.toJS() ?? {}) as FaultsOfForm,
    setErrors: (uniquefieldId, errors) =>
      void store?.dispatch({ type: 'DRAFT_VALIDATION_ERRORS', payload: { uniquefieldId, errors } }),
    restore: (entry) => void store?.dispatch({ type: restoreType, payload: { entry } }),
  };
}

/** How the list of a collection is sorted, filtered and grouped by what somebody pressed. */
function readOrder(entries: ImmutableMap | undefined, collection: string): ListOrder {
  const read = <Item>(kind: string): Item[] => {
    const chosen = entries?.getIn([kind, collection]) as ImmutableMap | undefined;
    return Object.values(chosen?.toJS() ?? {}) as Item[];
  };
  const [sort] = read<{ key: string; direction: string }>('sort').filter(({ direction }) => direction !== 'None');
  return {
    sort: sort && { field: sort.key, isDescending: sort.direction === 'Descending' },
    filters: read<ChosenField & { active?: boolean }>('filter').filter(({ active }) => active),
    group: read<ChosenField & { active?: boolean }>('group').find(({ active }) => active),
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
 * Decap's steps are functions, known by a name or a phrase in them that no minifier changes. Its own backups know one
 * new form for each collection and wait for a pause in typing: the desk keeps its own. Of two others the desk is told.
 */
function withSteps(createStore: CreateStore, listeners: readonly StepListener[]): CreateStore {
  return (...parts) => {
    const made = createStore(...parts);
    const dispatch = (action: Action): unknown => {
      if (typeof action !== 'function') return made.dispatch(action);
      const source = String(action);
      if (/LocalDraftBackup\b/.test(source)) return Promise.resolve();
      const step = signs.find(({ sign }) => sign.test(source))?.step;
      if (step === undefined) return made.dispatch(action);
      // Told before the step runs, so that what it sends can be taken for its part.
      let settle = (_outcome: unknown): void => undefined;
      const told = new Promise<unknown>((resolve) => (settle = resolve));
      for (const listener of listeners) listener(step, told);
      const outcome = made.dispatch(action);
      settle(outcome);
      // Nothing follows a save that was refused, and the desk has said so: the browser's log need not.
      return step === 'save' ? Promise.resolve(outcome).catch(() => new Promise(() => undefined)) : outcome;
    };
    return { ...made, dispatch };
  };
}

const signs = [
  { step: 'save', sign: /missingRequiredField\b/ },
  { step: 'unpublish', sign: /reopenIssueForUnpublishedEntry\b/ },
] as const;

function readForm(draft: ImmutableMap | undefined): OpenForm | undefined {
  const entry = draft?.get('entry') as ImmutableMap | undefined;
  const collection = entry?.get('collection');
  if (!draft || !entry || typeof collection !== 'string') return undefined;
  const slug = entry.get('newRecord') === true ? undefined : String(entry.get('slug'));
  return {
    address: { collection, ...(slug === undefined ? {} : { slug }) },
    hasChanged: draft.get('hasChanged') === true,
    isSaving: entry.get('isPersisting') === true,
    isModification: entry.get('isModification') === true,
    isDraft: String(entry.get('status') ?? '') !== '',
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
  /** How somebody has the list of a collection shown. */
  order(collection: string): ListOrder;
  /** Calls `listener` after each action. */
  listen(listener: (action: Action) => void): void;
  /** Gives Decap an action, as if it were its own. */
  send(action: Action): void;
  /** Keeps actions from Decap for which `rule` returns true. */
  refuse(rule: (action: Action) => boolean): void;
  /** Calls `listener` when Decap begins to save or to unpublish; the outcome rejects where it did not come to that. */
  listenToSteps(listener: StepListener): void;
  /** What Decap found wrong in the open form, by the id of the field. */
  errors(): FaultsOfForm;
  /** Shows what is wrong with a field beside it, until the field changes or is checked again. */
  setErrors(fieldId: string, errors: readonly FieldFault[]): void;
  /** Shows an entry with its unsaved values in the open form. */
  restore(entry: Record<string, unknown>): void;
}

type Step = 'save' | 'unpublish';
type StepListener = (step: Step, outcome: Promise<unknown>) => void;

type FaultsOfForm = Record<string, FieldFault[]>;

export interface OpenForm {
  address: FormAddress;
  /** Whether there is something that was not saved. */
  hasChanged: boolean;
  isSaving: boolean;
  /** Whether it was read from a draft. */
  isDraft: boolean;
  /** Whether the form holds a change of what is published. */
  isModification: boolean;
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

export interface StoreScope {
  __REDUX_DEVTOOLS_EXTENSION_COMPOSE__?: (
    ...enhancers: ((createStore: CreateStore) => CreateStore)[]
  ) => (createStore: CreateStore) => CreateStore;
}

type CreateStore = (reducer: Reducer, ...rest: unknown[]) => Store;

interface Store {
  dispatch: (action: Action) => unknown;
  getState: () => State;
}
