import type { BestPlace, SearchResult } from '../engine.ts';
import { formatShortDay } from '../../strings/dates.ts';
import { sayBodiesInShort } from '../../schema/bodies.ts';
import { isKeyOf } from '../../schema/choices.ts';
import { namedDay, provenanceTag, provenanceWords } from '../../strings/provenance.ts';
import { summaryAnchor } from '../index-format.ts';
import { searchMessages as words } from '../../strings/search.ts';
import { build } from './build.ts';
import { describeLikeness, type OwnBody } from './own-body.ts';
import { showSegments } from './segments.ts';

/**
 * One result as a list item: question, two lines of its summary, one line on who and when, and the place that matched.
 */
export function showResult(result: SearchResult, own?: OwnBody): HTMLLIElement {
  const { meta } = result;
  return build(
    'li',
    {
      class: 'qa-item result',
      'data-id': result.id,
      'data-who': meta.answerer ?? '',
      'data-when': meta.answered ? namedDay(meta.provenance, formatShortDay(meta.answered)) : '',
      'data-label': warnings(result),
    },
    build(
      'h3',
      { class: 'qa-question' },
      showProvenance(meta.provenance),
      ' ',
      build('a', { href: result.url, 'data-result-link': true }, ...showSegments(result.question)),
    ),
    result.alias &&
      build('p', { class: 'result-alias' }, build('span', {}, words.alias), ...showSegments(result.alias)),
    build('p', { class: 'qa-summary' }, ...showSegments(result.summary)),
    showMeta(result, describeLikeness(own, meta.bodies ?? '')),
    result.best && showPlace(result.url, result.best),
    ...showReasons(result),
  );
}

/** `要確認・市5〜10万・2026-04・岐阜県人会`; where a question comes from stands before its title. */
function showMeta({ meta }: SearchResult, likeness: string | undefined): HTMLParagraphElement {
  const parts = [
    meta.status !== 'current' && build('span', { class: `status status-${meta.status}` }, meta.statusName ?? ''),
    likeness === undefined ? describeBodies(meta.bodies ?? '') : build('span', { class: 'tag tag-near' }, likeness),
    meta.answered && build('time', { datetime: meta.answered }, meta.answered.slice(0, 'YYYY-MM'.length)),
    meta.place,
  ].filter((part) => part);
  return build('p', { class: 'qa-meta' }, ...parts.flatMap((part, place) => (place === 0 ? [part] : ['・', part])));
}

/** 〈投稿〉, 〈記事〉 or 〈作例〉, as before the titles of other lists. */
function showProvenance(provenance = ''): HTMLElement | false {
  return (
    isKeyOf(provenanceWords, provenance) &&
    build('span', { class: `provenance provenance-${provenance}` }, provenanceTag(provenance))
  );
}

/** `city/from-50k town/unknown` → `市5〜10万ほか`. */
export function describeBodies(bodies: string): string {
  return sayBodiesInShort(
    bodies.split(' ').map((body) => {
      const [kind = '', population = ''] = body.split('/');
      return { kind, population };
    }),
  );
}

/** What must be said along with the answer wherever it is taken. */
function warnings({ meta }: SearchResult): string {
  return [meta.provenance === 'sample' ? words.sample : '', meta.status === 'current' ? '' : (meta.statusName ?? '')]
    .filter((warning) => warning !== '')
    .join('・');
}

/** The place on the page, and what stands there. */
function showPlace(url: string, { anchor, heading, excerpt, fragment }: BestPlace): HTMLParagraphElement {
  const label = anchor === summaryAnchor ? words.matchedSummary : heading || words.matchedPlace;
  const link = build(
    'a',
    { href: `${url}#${anchor}` },
    build('span', { 'aria-hidden': 'true' }, '→ '),
    build('span', {}, label),
  );
  // The address that is copied stays short; who follows the link comes to the line below the heading.
  for (const event of ['click', 'auxclick']) {
    link.addEventListener(event, () => (link.href = `${url}#${anchor}${toTextFragment(fragment)}`));
  }
  return build(
    'p',
    { class: 'result-place' },
    link,
    excerpt.length > 0 && build('span', { class: 'result-excerpt' }, ...showSegments(excerpt)),
  );
}

/** A text directive (WICG Scroll to Text Fragment); in it a hyphen stands for context. */
function toTextFragment(text: string | undefined): string {
  return text === undefined ? '' : `:~:text=${encodeURIComponent(text).replaceAll('-', '%2D')}`;
}

/** Why a page is here although the typed word is not on it. */
function showReasons({ matched, near = [] }: SearchResult): (HTMLElement | false)[] {
  const list = (label: string, isNear: boolean) => {
    const found = matched
      .filter((match) => match.reason !== 'same' && near.includes(match.found) === isNear)
      .slice(0, 3);
    return (
      found.length > 0 &&
      build(
        'p',
        { class: 'result-reasons' },
        label,
        found.map((match) => words.reason(match.typed, match.found)).join('、'),
      )
    );
  };
  return [list(words.reasons, false), list(words.reasonsNear, true)];
}
