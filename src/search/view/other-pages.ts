import type { NamedValue, SearchAnswer } from '../engine.ts';
import { searchMessages as words } from '../../strings/search.ts';
import type { FilterName } from './address-state.ts';
import { build } from './build.ts';
import { showSegments } from './segments.ts';

/**
 * Groups, topics, events and other pages, each with a tag that says what it is: a list of its own, short beside the
 * Q&As'.
 */
export function showOtherPages({ others }: SearchAnswer): HTMLElement[] {
  if (others.pages.length === 0) return [];
  return [
    build('h2', { id: 'other-pages' }, words.otherPages),
    build(
      'ul',
      { class: 'plain-list' },
      ...others.pages.map(({ url, title, summary, kind }) =>
        build(
          'li',
          {},
          build(
            'p',
            { class: 'other-page' },
            build('span', { class: 'tag' }, kind),
            build('a', { href: url }, ...showSegments(title)),
          ),
          build('p', { class: 'qa-summary' }, ...showSegments(summary)),
        ),
      ),
    ),
  ];
}

/** Above the answers: what stands at an address that was typed. */
export function showAddress({ address, total }: SearchAnswer): HTMLElement[] {
  const notice =
    address && !address.isOurs && (address.page !== undefined || total > 0)
      ? [build('p', { class: 'notice' }, words.foreignButKnown)]
      : [];
  const page = address?.page;
  if (page === undefined) return notice;
  const tag = page.kind !== '' && build('span', { class: 'tag' }, page.kind);
  const link = build('a', { href: page.url, 'data-result-link': true }, ...showSegments(page.title));
  return [...notice, build('p', { class: 'other-page' }, words.addressHere, tag, link)];
}

/** The groups that were named, each one click away. */
export function showNarrow({ narrow }: SearchAnswer, choose: (name: FilterName, value: string) => void): HTMLElement[] {
  return narrow.map((value) => narrowButton(value, choose));
}

function narrowButton(
  { name, value, label }: NamedValue,
  choose: (name: FilterName, value: string) => void,
): HTMLButtonElement {
  const button = build('button', { type: 'button', class: 'narrow' }, words.narrow(label));
  button.addEventListener('click', () => choose(name as FilterName, value));
  return button;
}
