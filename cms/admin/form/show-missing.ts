import { element } from '../element.ts';
import { explainError } from '../messages/plain-error.ts';
import type { DeskStore } from './desk-store.ts';
import { isSameForm, readFormAddress } from './form-address.ts';

/**
 * Says that the entry of the address cannot be shown, with a way on; Decap would show the bare sentence. `onMissing`
 * is told where.
 */
export function showMissing(view: Window, store: DeskStore, { collections, root, onMissing }: MissingOptions): void {
  const message = element('main', { class: 'kj-message kj-missing', hidden: true });
  root.before(message);
  const here = () => readFormAddress(view.location.hash, collections);
  view.addEventListener('hashchange', () => show(false));
  const show = (isMissing: boolean) => {
    message.hidden = !isMissing;
    root.hidden = isMissing;
  };
  store.listen(({ type, payload }) => {
    const address = { collection: String(payload?.collection), slug: String(payload?.slug) };
    if (type !== 'ENTRY_FAILURE' || !isSameForm(here(), address)) return;
    const { error } = payload ?? {};
    message.replaceChildren(
      element('h1', {}, 'この項目は開けません'),
      element('p', {}, explainError(error)),
      element('p', {}, element('a', { href: `#/collections/${address.collection}` }, '一覧へ戻る')),
    );
    show(true);
    onMissing(address);
  });
}

export interface MissingOptions {
  collections: readonly string[];
  /** Where Decap draws. */
  root: HTMLElement;
  onMissing: (address: { collection: string; slug: string }) => void;
}
