import type { ListedQa } from '../library/listed-qa.ts';
import { metaOf } from '../library/qa-facts.ts';
import { address, paths } from '../links/address.ts';
import { h, type Html } from '../partials/html.ts';
import { provenanceMark, statusBadge } from '../partials/marks.ts';
import { phrases } from '../partials/phrases.ts';

/**
 * A Q&A in a list: where it comes from, question, one-line answer, whom it is like, when, whether it holds. It is kept
 * for as long as the Q&A is, since ten thousand pages name each a few times.
 */
export function qaListItem(qa: ListedQa, heading: 'h2' | 'h3'): Html {
  const known = items[heading].get(qa);
  if (known) return known;
  const { bodies, place } = metaOf(qa);
  const month = qa.answered.slice(0, 'YYYY-MM'.length);
  const item = h(
    'li',
    { class: 'qa-item' },
    h(
      heading,
      { class: 'qa-question' },
      provenanceMark(qa.provenance),
      h('a', { href: address(paths.qa(qa.id)) }, phrases(qa.question)),
    ),
    h('p', { class: 'qa-summary' }, qa.summary),
    h(
      'p',
      { class: 'qa-meta' },
      qa.shownStatus !== 'current' && statusBadge(qa.shownStatus),
      h('span', {}, bodies !== '' && `${bodies}・`, h('time', { datetime: qa.answered }, month), `・${place}`),
    ),
  );
  items[heading].set(qa, item);
  return item;
}

const items = { h2: new WeakMap<ListedQa, Html>(), h3: new WeakMap<ListedQa, Html>() };
