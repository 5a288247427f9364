import type { BestPlace, SearchResult } from '../engine.ts';
import { formatShortDay } from '../../strings/dates.ts';
import { summaryAnchor } from '../record.ts';
import { searchWords as words } from '../../strings/search.ts';
import { build } from './build.ts';
import { describeLikeness, type OwnBody } from './own-body.ts';
import { showSegments } from './segments.ts';

/** One result as a list item: question, summary, who and when, and the place in the page that matched. */
export function showResult(result: SearchResult, own?: OwnBody): HTMLLIElement {
  const { meta } = result;
  const likeness = describeLikeness(own, meta.bodies ?? '');
  return build(
    'li',
    { class: 'qa-item result', 'data-id': result.id, 'data-who': meta.answerer ?? '', 'data-when': meta.answered ? formatShortDay(meta.answered) : '', 'data-label': warnings(result) },
    build('h3', { class: 'qa-question' }, build('a', { href: result.url, 'data-result-link': true }, ...showSegments(result.question))),
    result.alias && build('p', { class: 'result-alias' }, build('span', {}, words.alias), ...showSegments(result.alias)),
    build('p', { class: 'qa-summary' }, ...showSegments(result.summary)),
    build(
      'p',
      { class: 'qa-meta' },
      meta.status !== 'current' && build('span', { class: `status status-${meta.status}` }, meta.statusName ?? ''),
      meta.provenance === 'sample' && build('span', { class: 'tag tag-sample' }, words.sample),
      likeness !== undefined && build('span', { class: 'tag tag-near' }, likeness),
      meta.answerer && build('span', {}, meta.answerer),
      meta.answered && build('time', { datetime: meta.answered }, formatShortDay(meta.answered)),
      meta.groupName && build('span', {}, meta.groupName),
    ),
    result.best && showPlace(result.url, result.best),
    ...showReasons(result),
  );
}

/** What must be said along with the answer wherever it is taken. */
function warnings({ meta }: SearchResult): string {
  return [meta.provenance === 'sample' ? words.sample : '', meta.status === 'current' ? '' : (meta.statusName ?? '')].filter((warning) => warning !== '').join('・');
}

/** The place on the page, and what stands there. */
function showPlace(url: string, { anchor, heading, excerpt, fragment }: BestPlace): HTMLParagraphElement {
  const label = anchor === summaryAnchor ? words.matchedSummary : heading || words.matchedPlace;
  const link = build('a', { href: `${url}#${anchor}` }, label);
  // The address that is copied stays short; who follows the link comes to the line below the heading.
  for (const event of ['click', 'auxclick']) {
    link.addEventListener(event, () => (link.href = `${url}#${anchor}${toTextFragment(fragment)}`));
  }
  return build('p', { class: 'result-place' }, link, excerpt.length > 0 && build('span', { class: 'result-excerpt' }, ...showSegments(excerpt)));
}

/** A text directive (WICG Scroll to Text Fragment); in it a hyphen stands for context. */
function toTextFragment(text: string | undefined): string {
  return text === undefined ? '' : `:~:text=${encodeURIComponent(text).replaceAll('-', '%2D')}`;
}

/** Why a page is here although the typed word is not on it. */
function showReasons({ matched, near = [] }: SearchResult): (HTMLElement | false)[] {
  const list = (label: string, isNear: boolean) => {
    const found = matched.filter((match) => match.reason !== 'same' && near.includes(match.found) === isNear).slice(0, 3);
    return found.length > 0 && build('p', { class: 'result-reasons' }, label, found.map((match) => words.reason(match.typed, match.found)).join('、'));
  };
  return [list(words.reasons, false), list(words.reasonsNear, true)];
}
