import type { LibraryEvent } from '../../library/event-times.ts';
import type { LibraryGroup } from '../../library/groups.ts';
import type { LibraryQa } from '../../library/qas.ts';
import type { LibraryTopic } from '../../library/topics.ts';
import { prefectureName } from '../../library/answerers.ts';
import type { GroupCount } from '../../library/counts.ts';
import { eventTitle } from '../../library/event-times.ts';
import { dayInWords } from '../../library/qa-facts.ts';
import { shownStates } from '../../library/status.ts';
import { eventKinds, type Provenance, type Status } from '../../schema/choices.ts';
import { formatShortDay } from '../../strings/dates.ts';
import { toDayInJapan } from '../../strings/days.ts';
import { linkWords } from '../../strings/links.ts';
import { siteWords } from '../../strings/site.ts';
import type { Card, CardTag } from './card.ts';

/** What the card of each kind of page says. */

export function cardOfQa(qa: LibraryQa): Card {
  if (qa.status === 'withdrawn') return cardOfPage(linkWords.withdrawnTitle);
  return {
    eyebrow: linkWords.card.belongsTo(prefectureName(qa.group), qa.provenance === 'sample'),
    title: qa.question,
    tags: [...sampleTag(qa.provenance), { text: shownStates[qa.shownStatus], tone: tones[qa.shownStatus] }],
    note: dayInWords(qa.provenance, qa.answered),
    group: qa.group,
  };
}

export function cardOfGroup(group: Pick<LibraryGroup, 'id' | 'groupName'>, count: GroupCount): Card {
  const { own, samples } = count;
  const others = samples > 0 ? linkWords.card.samples(samples) : siteWords.tagline;
  const note = own > 0 ? linkWords.card.count(own) : others;
  return { eyebrow: linkWords.card.site, title: group.groupName, tags: [], note, group: group.id };
}

export function cardOfTopic(topic: Pick<LibraryTopic, 'name'>, count: number): Card {
  return {
    eyebrow: linkWords.card.topics,
    title: topic.name,
    tags: [],
    note: count > 0 ? linkWords.card.count(count) : siteWords.tagline,
    group: '',
  };
}

export function cardOfEvent(event: LibraryEvent): Card {
  return {
    eyebrow: event.group ? `${prefectureName(event.group)}人会の催し` : siteWords.events,
    title: eventTitle(event.title),
    tags: [...sampleTag(event.provenance), { text: eventKinds[event.kind], tone: 'plain' }],
    note: event.start ? formatShortDay(toDayInJapan(new Date(event.start))) : (event.when ?? ''),
    group: event.group ?? '',
  };
}

/**
 * Every other page: its title and the site's. The home page says what the site is for, since its name stands on every
 * card.
 */
export function cardOfPage(title: string): Card {
  if (title === siteWords.name)
    return {
      eyebrow: linkWords.card.home,
      title: siteWords.tagline,
      tags: [],
      note: linkWords.card.homeNote,
      group: '',
    };
  return { eyebrow: linkWords.card.site, title, tags: [], note: siteWords.tagline, group: '' };
}

const tones: Record<Status, CardTag['tone']> = {
  current: 'plain',
  'needs-review': 'care',
  outdated: 'old',
  withdrawn: 'old',
};

function sampleTag(provenance: Provenance): CardTag[] {
  return provenance === 'sample' ? [{ text: siteWords.sample, tone: 'sample' }] : [];
}
