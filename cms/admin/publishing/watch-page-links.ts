import type { DeskStore } from '../form/desk-store.ts';
import type { Action } from '../form/store-types.ts';
import type { PageFollower } from './follow-page.ts';
import { pageOf } from './page-of.ts';

/**
 * Lets Decap show its link to the page of a published entry only once the page is there; until then its button looks
 * again. Of an entry without a page there is neither. `isPage` tells such a link from that to a draft.
 */
export function watchPageLinks(store: DeskStore, pages: PageFollower, isPage: (address: string) => boolean): void {
  const passing = new Set<Action>();
  store.refuse((action) => {
    const { type, payload } = action;
    if (!type.startsWith('DEPLOY_PREVIEW_') || passing.delete(action)) return false;
    const [collection, slug] = [String(payload?.collection), String(payload?.slug)];
    if (pageOf(collection, slug) === undefined && !isDraft(store)) return true;
    if (type !== 'DEPLOY_PREVIEW_SUCCESS' || !isPage(payload?.url ?? '')) return false;
    void pages.isThere(collection, slug).then((isThere) => {
      const answer: Action = isThere ? action : { type: 'DEPLOY_PREVIEW_FAILURE', payload: { collection, slug } };
      passing.add(answer);
      store.send(answer);
    });
    return true;
  });
}

/** A draft has a page of its own at the desk, whatever it is of. */
function isDraft(store: DeskStore): boolean {
  return store.form()?.isDraft === true;
}
