import { entryKey } from '../backend/entry-path.ts';

/**
 * Tells 公開をやめる from a deletion: Decap asks its backend for the same deletion in both, then saves the text anew and
 * goes to the list. The server does it in one step, so that save is left out, and the editor stays with the entry.
 */
export function createUnpublishing(): Unpublishing {
  let asked: string | undefined;
  let done: string | undefined;
  let finishedAt = -Infinity;
  return {
    accept: ({ type, payload }) => {
      // Decap looks for the page of the entry that has just left the site.
      const isAboutPage =
        type === 'NOTIFICATION_SEND' && payload?.message?.key === 'ui.toast.onFailToLoadDeployPreview';
      if (isAboutPage && performance.now() - finishedAt < stayTimeoutMs) return false;
      if (type === 'UNPUBLISHED_ENTRY_PERSIST_REQUEST') asked = keyOf(payload?.collection ?? '', payload?.slug ?? '');
      if (type === 'UNPUBLISHED_ENTRY_PERSIST_SUCCESS' || type === 'UNPUBLISHED_ENTRY_PERSIST_FAILURE') {
        asked = undefined;
        done = undefined;
      }
      return true;
    },
    isAsked: (collection, slug) => asked === keyOf(collection, slug),
    finish: (collection, slug) => {
      done = keyOf(collection, slug);
      finishedAt = performance.now();
    },
    isDone: (collection, slug) => done === keyOf(collection, slug),
  };
}

/** Shows `accept` what Decap's store is to be told, and leaves out what it does not accept. */
export function observeStore(scope: ObservedScope, accept: (action: ObservedAction) => boolean): void {
  const compose = scope.__REDUX_DEVTOOLS_EXTENSION_COMPOSE__;
  const observing: Enhancer =
    (createStore) =>
    (...parts) => {
      const store = createStore(...parts);
      const dispatch = (action: ObservedAction): unknown => (accept(action) ? store.dispatch(action) : action);
      return { ...store, dispatch };
    };
  scope.__REDUX_DEVTOOLS_EXTENSION_COMPOSE__ = (...enhancers) =>
    compose
      ? compose(...enhancers, observing)
      : (createStore) => [...enhancers, observing].reduceRight((inner, enhance) => enhance(inner), createStore);
}

/** Comes back to the entry when Decap goes to the list behind it. */
export function stayAtEntry(collection: string, slug: string): void {
  const list = `#/collections/${collection}`;
  const listener = () => {
    if (location.hash !== list) return;
    removeEventListener('hashchange', listener);
    location.replace(`${list}/entries/${slug}`);
  };
  addEventListener('hashchange', listener);
  setTimeout(() => removeEventListener('hashchange', listener), stayTimeoutMs);
}

/** Decap goes to the list as soon as its own steps are done; what comes later is the editor's own doing. */
const stayTimeoutMs = 5_000;

function keyOf(collection: string, slug: string): string {
  return entryKey(`${collection}/${slug}`);
}

export interface Unpublishing {
  /** False for what is better left unsaid. */
  accept(action: ObservedAction): boolean;
  /** Whether the deletion that is asked for belongs to 公開をやめる. */
  isAsked(collection: string, slug: string): boolean;
  finish(collection: string, slug: string): void;
  /** Whether the save that follows has nothing left to do. */
  isDone(collection: string, slug: string): boolean;
}

export interface ObservedAction {
  type: string;
  payload?: { collection?: string; slug?: string; message?: { key?: string } };
}

export interface ObservedScope {
  __REDUX_DEVTOOLS_EXTENSION_COMPOSE__?: (...enhancers: Enhancer[]) => Enhancer;
}

type Enhancer = (createStore: CreateStore) => CreateStore;
type CreateStore = (...parts: unknown[]) => { dispatch: (action: ObservedAction) => unknown };
