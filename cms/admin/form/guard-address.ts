import type { DeskStore } from './desk-store.ts';
import { isSameEntry, isSameForm, readFormAddress, type FormAddress } from './form-address.ts';
import type { Action } from './store-types.ts';

/**
 * Sees to it that the form on the screen is the one that the address names. Decap keeps a form when only the entry in
 * its address changes, and leaves the address wrong when somebody cancels Back; so moves between forms are made here:
 * what was not saved is asked about, and the page is read anew. To be called before Decap loads, so that this listener
 * runs first.
 */
export function guardAddress(view: Window, store: DeskStore, options: GuardOptions): void {
  const { collections, root, isHeld } = options;
  const here = () => readFormAddress(view.location.hash, collections);
  const place = createPlace(view);
  const question = createLeaveQuestion(view, options);
  let mayDuplicate = false;
  let createdIn: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const checkForm = () => {
    const form = store.form()?.address;
    const isWrong = form !== undefined && here() !== undefined && !isSameEntry(form, here());
    root.inert = isWrong || isHeld();
    if (isWrong) timer ??= setTimeout(() => view.location.reload(), wrongFormTimeoutMs);
    else timer = void clearTimeout(timer);
  };
  const move = (event: Event) => {
    const from = readFormAddress(place.hash(), collections);
    const to = here();
    const hasChanged = store.form()?.hasChanged === true;
    mayDuplicate = from?.slug !== undefined && isSameForm(to, { collection: from.collection });
    const isDecapsMove = question.wasAgreed() || (to !== undefined && isSameEntry(store.form()?.address, to));
    if (from === undefined || isSameEntry(from, to) || isDecapsMove) return place.accept();
    if (hasChanged && !question.ask()) {
      event.stopImmediatePropagation();
      return place.goBack();
    }
    closeDialogs(view.document);
    place.accept();
    // Decap itself can go from a form to a list and from a saved entry to a new one, but not from one entry to another.
    if (to === undefined || (mayDuplicate && !hasChanged)) return;
    event.stopImmediatePropagation();
    question.keepAgreed();
    // The form of the last address takes no input while the copy of what was given up goes.
    void question.whenLeft().then(() => view.location.reload());
  };
  view.addEventListener(
    'hashchange',
    (event) => {
      if (view.location.hash !== place.hash()) move(event);
      question.end();
      checkForm();
    },
    { capture: true },
  );

  store.refuse((action) => isForAnotherForm(action, here(), { mayDuplicate, createdIn }));
  store.listen(({ type }) => {
    const form = store.form()?.address;
    // An entry that was new is read under its own address before Decap goes there.
    if (type.endsWith('ENTRY_PERSIST_SUCCESS') && form && form.slug === undefined) createdIn = form.collection;
    else if (type === 'DRAFT_CREATE_FROM_ENTRY') createdIn = undefined;
    checkForm();
  });
}

/** A form that comes late, after somebody went on, must not replace the one that is shown now. */
function isForAnotherForm(action: Action, here: FormAddress | undefined, state: MoveState): boolean {
  const { type, payload } = action;
  if (type === 'DRAFT_CREATE_FROM_ENTRY') {
    const { collection, slug } = payload?.entry as { collection: string; slug: string };
    const isJustCreated = collection === state.createdIn && isSameForm(here, { collection });
    return !isSameEntry(here, { collection, slug }) && !isJustCreated;
  }
  if (type === 'DRAFT_CREATE_EMPTY') return !isSameForm(here, { collection: String(payload?.collection) });
  // A copy that was asked for and then cancelled would otherwise fill the next new form.
  return type === 'DRAFT_CREATE_DUPLICATE_FROM_ENTRY' && !state.mayDuplicate;
}

/** The last address whose form is on the screen, and the way back to it. */
function createPlace(view: Window) {
  const { navigation } = view as Window & { navigation?: { currentEntry: { index: number } | null } };
  let hash = view.location.hash;
  let index = navigation?.currentEntry?.index;
  return {
    hash: () => hash,
    accept: () => {
      hash = view.location.hash;
      index = navigation?.currentEntry?.index;
    },
    goBack: () => {
      const delta = (index ?? 0) - (navigation?.currentEntry?.index ?? 0);
      if (delta !== 0) view.history.go(delta);
      else view.history.replaceState(view.history.state, '', hash === '' ? view.location.pathname : hash);
    },
  };
}

/** Decap's question whether unsaved changes may go; it is asked once for each move, by whoever comes first. */
function createLeaveQuestion(view: Window, { leaveMessage, onLeave }: GuardOptions) {
  const confirm = view.confirm.bind(view);
  let isAgreed = false;
  let isLeaving = false;
  let left = Promise.resolve();
  const ask = () => {
    isAgreed = confirm(leaveMessage);
    if (isAgreed) left = onLeave();
    return isAgreed;
  };
  view.confirm = (message) => (message === leaveMessage ? isAgreed || ask() : confirm(message));
  const passUnasked = (event: Event) => void (isLeaving && event.stopImmediatePropagation());
  view.addEventListener('beforeunload', passUnasked, { capture: true });
  return {
    ask,
    wasAgreed: () => isAgreed,
    /** Once nothing of what was given up is left on the device. */
    whenLeft: () => left,
    /** The page itself is left by this move; nothing asks again. */
    keepAgreed: () => void (isLeaving = true),
    /** Decap hears of the move right after the guard, in the same event. */
    end: () => void setTimeout(() => (isAgreed = false), 0),
  };
}

/**
 * What a dialog asks is about the form that is left; it ends as if somebody had pressed Escape. A notice asks nothing
 * and stays until it was read.
 */
function closeDialogs(document: Document): void {
  for (const dialog of document.querySelectorAll('dialog[open]:not([data-notice])'))
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
}

const wrongFormTimeoutMs = 5_000;

interface MoveState {
  /** The last move was from an entry to a new one of its collection, as that of 「複製」 is. */
  mayDuplicate: boolean;
  /** Collection in which a new entry was saved that Decap has not read yet. */
  createdIn: string | undefined;
}

export interface GuardOptions {
  /** Names of the collections that the desk shows. */
  collections: readonly string[];
  /** Decap's words of the question whether to leave with unsaved changes. */
  leaveMessage: string;
  /** Somebody agreed to lose what was not saved; settles, and never fails, once it is gone from the device too. */
  onLeave: () => Promise<void>;
  /** Where Decap draws; it takes no input while its form is not the one of the address, or is held. */
  root: HTMLElement;
  /** Whether the form is about to be replaced by what Decap reads. */
  isHeld: () => boolean;
}
