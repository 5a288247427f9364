import type { SearchResult, Segment } from '../engine.ts';
import { formatShortDay } from '../../strings/dates.ts';
import { searchWords as words } from '../../strings/search.ts';
import { build } from './build.ts';
import { describeLikeness, type OwnBody } from './own-body.ts';

/** One result as a list item: question, summary, who and when, and the place in the page that matched. */
export function showResult(result: SearchResult, own?: OwnBody): HTMLLIElement {
  const { meta } = result;
  const likeness = describeLikeness(own, meta.bodies ?? '');
  const best = result.best;
  return build(
    'li',
    { class: 'qa-item result', 'data-id': result.id, 'data-who': meta.answerer ?? '', 'data-when': meta.answered ? formatShortDay(meta.answered) : '', 'data-label': warnings(result) },
    build('h3', { class: 'qa-question' }, build('a', { href: result.url, 'data-result-link': true }, ...showSegments(result.question))),
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
    best &&
      build(
        'p',
        { class: 'result-place' },
        build('a', { href: `${result.url}#${best.anchor}` }, best.heading || words.matchedPlace),
        build('span', { class: 'result-excerpt' }, ...showSegments(best.excerpt)),
      ),
    showReasons(result),
  );
}

/** What must be said along with the answer wherever it is taken. */
function warnings({ meta }: SearchResult): string {
  return [meta.provenance === 'sample' ? words.sample : '', meta.status === 'current' ? '' : (meta.statusName ?? '')].filter((warning) => warning !== '').join('・');
}

/** Why a page is here although the typed word is not on it. */
function showReasons(result: SearchResult): HTMLParagraphElement | undefined {
  const indirect = result.matched.filter((match) => match.reason !== 'same').slice(0, 3);
  if (indirect.length === 0) return undefined;
  return build('p', { class: 'result-reasons' }, words.reasons, indirect.map((match) => words.reason(match.typed, match.found)).join('、'));
}

function showSegments(segments: readonly Segment[]): (Node | string)[] {
  return segments.map((segment) => (segment.marked ? build('mark', { class: segment.reason !== undefined && 'mark-other', title: segment.reason }, segment.text) : segment.text));
}
