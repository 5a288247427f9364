import type { SearchAnswer } from '../engine.ts';
import { searchMessages as words } from '../../strings/search.ts';
import { build } from './build.ts';
import type { OwnBody } from './own-body.ts';
import { showResult } from './result-list.ts';

/**
 * Below the results, folded: questions that only touch the query. They are fetched when the fold is opened, so many at
 * a time; closed, nothing of them stands on the page.
 */
export function createFold(): Fold {
  const summary = build('summary', { 'data-result-link': true });
  const list = build('ol', { class: 'qa-list results' });
  const more = build('button', { type: 'button', hidden: true }, words.more);
  const failure = build('p', { class: 'notice notice-warning', role: 'alert', hidden: true });
  const root = build('details', { class: 'touching', hidden: true }, summary, list, failure, more);
  let ask: Ask | undefined;
  let count = 0;
  let own: OwnBody | undefined;

  const fetchMore = async (): Promise<void> => {
    const asked = ask;
    if (!asked) return;
    more.disabled = true;
    try {
      const items = (await asked(list.childElementCount, atOnce)).map((result) => showResult(result, own));
      if (asked !== ask) return;
      const isFirst = list.childElementCount === 0;
      list.append(...items);
      failure.hidden = true;
      more.hidden = list.childElementCount >= count;
      if (!isFirst) items[0]?.querySelector<HTMLElement>('[data-result-link]')?.focus();
    } catch {
      // Only now: what stands on the page hidden is found by who looks for it in its text.
      failure.textContent = words.failed;
      failure.hidden = asked !== ask;
      more.hidden = asked !== ask;
    } finally {
      more.disabled = false;
    }
  };
  root.addEventListener('toggle', () => {
    if (root.open && list.childElementCount === 0) void fetchMore();
  });
  more.addEventListener('click', () => void fetchMore());

  return {
    root,
    show: ({ total, touching }, fetchPart, ownBody) => {
      own = ownBody;
      ask = touching > 0 ? fetchPart : undefined;
      count = touching;
      root.open = false;
      root.hidden = touching === 0;
      more.hidden = failure.hidden = true;
      list.replaceChildren();
      summary.textContent = words.touching(touching, total > 0);
    },
  };
}

const atOnce = 20;

type Ask = (from: number, limit: number) => Promise<SearchAnswer['results']>;

export interface Fold {
  readonly root: HTMLDetailsElement;
  /** Closed, for `touching` questions beside `total` others; `fetchPart` gives them when they are asked for. */
  readonly show: (
    answer: Pick<SearchAnswer, 'total' | 'touching'>,
    fetchPart: Ask,
    ownBody: OwnBody | undefined,
  ) => void;
}
