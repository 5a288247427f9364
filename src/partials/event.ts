import { prefectureName } from '../library/answerers.ts';
import { eventTitle } from '../library/event-times.ts';
import { address, paths } from '../links/address.ts';
import { eventKinds } from '../schema/choices.ts';
import type { Event } from '../schema/event.ts';
import { formatSpan } from '../strings/dates.ts';
import { factRow, sampleNotice } from './marks.ts';
import { h, join, type Html, type HtmlChild } from './html.ts';
import { phrases } from './phrases.ts';

/**
 * What stands on an event's page before its description, but for the link into calendars. `base` is the site's path, by
 * default that of the build.
 */
export function eventHeading(event: ShownEvent, base?: string): Html {
  const { title, provenance, summary, kind, online, place, group } = event;
  return join(
    h('h1', {}, phrases(eventTitle(title))),
    provenance === 'sample' && sampleNotice('催しの載せ方を示す例です。実際には開かれません。'),
    h('p', { class: 'lead' }, summary),
    h(
      'dl',
      { class: 'facts' },
      factRow('日時', eventTime(event)),
      factRow('種類', [kind && eventKinds[kind], online === true && kind !== 'online' && '（オンライン）']),
      place !== undefined && place !== '' && factRow('場所', place),
      group && factRow('県人会', h('a', { href: address(paths.group(group), base) }, `${prefectureName(group)}人会`)),
    ),
  );
}

export function eventTime({ start, end, when }: Pick<Event, 'start' | 'end' | 'when'>): HtmlChild {
  return start && end ? h('time', { datetime: start }, formatSpan(start, end)) : when;
}

/** Of an event what its page shows; a form that is being filled may have no kind yet. */
export type ShownEvent = Pick<Event, 'title' | 'summary' | 'start' | 'end' | 'when' | 'place' | 'online' | 'group'> & {
  provenance: Event['provenance'] | undefined;
  kind: Event['kind'] | undefined;
};
