/**
 * Decap looks for a copy of unsaved work on the device while it is still loading the entry, and shows whichever comes last:
 * a copy that was found first is lost under the entry. This holds the copy back until the form is there. Decap offers
 * developer tools a place in front of its store, and that is where it is done; to be called before Decap loads.
 */
export function holdBackups(scope: StoreScope): void {
  scope.__REDUX_DEVTOOLS_EXTENSION_COMPOSE__ =
    (...enhancers) =>
    (createStore) =>
      enhancers.reduceRight<CreateStore>((inner, enhance) => enhance(inner), holding(createStore));
}

function holding(createStore: CreateStore): CreateStore {
  return (...parts) => {
    const store = createStore(...parts);
    let held: Action | undefined;
    let hasForm = false;
    const dispatch = (action: Action): unknown => {
      if (action.type === 'DRAFT_LOCAL_BACKUP_RETRIEVED' && !hasForm) {
        held = action;
        return action;
      }
      const result = store.dispatch(action);
      if (action.type === 'DRAFT_DISCARD') {
        hasForm = false;
        held = undefined;
      } else if (action.type === 'DRAFT_CREATE_FROM_ENTRY' || action.type === 'DRAFT_CREATE_EMPTY') {
        hasForm = true;
        const found = held;
        held = undefined;
        if (found) store.dispatch(found);
      }
      return result;
    };
    return { ...store, dispatch };
  };
}

export interface StoreScope {
  __REDUX_DEVTOOLS_EXTENSION_COMPOSE__?: (...enhancers: Enhancer[]) => Enhancer;
}

type Enhancer = (createStore: CreateStore) => CreateStore;
type CreateStore = (...parts: unknown[]) => Store;

interface Store {
  dispatch: (action: Action) => unknown;
}

interface Action {
  type: string;
}
