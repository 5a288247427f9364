import { regions } from '../schema/choices.ts';
import type { Group } from '../schema/group.ts';
import { formatMonth } from '../strings/dates.ts';
import { groupWords as words } from '../strings/groups.ts';
import { h, type Html, type HtmlChild } from './html.ts';

/** The name of a group with its reading. */
export function groupHeading({ name, kana }: Pick<Group, 'name' | 'kana'>): Html {
  return h('h1', {}, h('ruby', {}, name, h('rp', {}, '（'), h('rt', {}, kana), h('rp', {}, '）')), '人会');
}

/** `count` says how many Q&As the group has; a preview does not know it. */
export function groupIntroduction({ introduction, region, founded }: ShownGroup, count?: string): Html {
  const fact = (label: string, value: HtmlChild) => [h('dt', {}, label), h('dd', {}, value)];
  return h(
    'section',
    {},
    h('p', { class: 'lead' }, introduction),
    h('h2', { class: 'visually-hidden' }, words.facts),
    h(
      'dl',
      { class: 'group-facts' },
      region && fact(words.region, regions[region]),
      founded && fact(words.founded, h('time', { datetime: founded }, formatMonth(founded))),
      count !== undefined && fact(words.count, count),
    ),
  );
}

export type ShownGroup = Pick<Group, 'introduction' | 'founded'> & { region: Group['region'] | undefined };
