import type { LibraryEvent } from '../library/event-times.ts';
import { toListedQa, type ListedQa } from '../library/listed-qa.ts';
import { byMonthsNamed, groupByTopic, yearlyMonths } from '../library/months.ts';
import type { LibraryQa } from '../library/qas.ts';
import { withDescendants } from '../library/topic-families.ts';
import type { LibraryTopic } from '../library/topics.ts';
import { keysOf, provenances, type Provenance } from '../schema/choices.ts';
import { paths } from './address.ts';
import { toListPages, type ListPage } from './list-pages.ts';

/**
 * The lists of Q&As that the site shows, page by page. All are made from every Q&A, newest first, the withdrawn ones
 * among them, whose places stay.
 */

export function listNew(all: readonly LibraryQa[]): QaListPage[] {
  return toPages(all, paths.new);
}

export function listTopic(all: readonly LibraryQa[], topic: LibraryTopic): QaListPage[] {
  return topicPages(all, topic.id, () => {
    const ids = withDescendants(topic);
    return toPages(
      all.filter((qa) => qa.topics.some((id) => ids.has(id))),
      paths.topic(topic.id),
    );
  });
}

/**
 * Posts, articles and examples of a group, each a list of its own. Its page shows fifty of them together, posts first;
 * the others stand on pages below it.
 */
export function listsOfGroup(all: readonly LibraryQa[], group: string): GroupList[] {
  const own = qasOfGroups(all, '', () => Map.groupBy(all, (qa) => qa.group)).get(group) ?? [];
  let room = onGroupPage;
  return keysOf(provenances).flatMap((provenance) => {
    const qas = own.filter((qa) => qa.provenance === provenance);
    const shownFirst = Math.min(room, qas.length);
    room -= shownFirst;
    const pages = toListPages(qas.map(toSlot), {
      plain: paths.group(group),
      older: (number) => paths.ofGroup(group, provenance, number),
      shownFirst,
    });
    return (pages[0]?.place.total ?? 0) === 0 ? [] : [{ provenance, pages }];
  });
}

/** What a group's page itself shows of each. */
export function firstPages(lists: readonly GroupList[]): GroupPart[] {
  return lists.flatMap(({ provenance, pages: [page] }) => (page ? [{ provenance, page }] : []));
}

/** What was, the last first. */
export function listPastEvents(past: readonly LibraryEvent[]): ListPage<LibraryEvent>[] {
  return toListPages(past, { plain: paths.events, older: paths.pastEvents });
}

/** The work of a month, first what belongs to few other months, then the newest. */
export function listMonth(all: readonly LibraryQa[], month: number): QaListPage[] {
  return toPages(ofMonth(all, month), paths.month(month));
}

/** The same for each topic of the first level that has any. */
export function listMonthByTopic(
  all: readonly LibraryQa[],
  month: number,
  topics: readonly LibraryTopic[],
): MonthTopicList[] {
  return groupByTopic(ofMonth(all, month), topics)
    .map(({ topic, qas }) => ({ topic, pages: toPages(qas, paths.monthTopic(month, topic.id)) }))
    .filter(({ pages }) => (pages[0]?.place.total ?? 0) > 0);
}

function ofMonth(all: readonly LibraryQa[], month: number): readonly LibraryQa[] {
  return qasOfMonth(all, String(month), () => all.filter((qa) => yearlyMonths(qa).includes(month)).sort(byMonthsNamed));
}

/**
 * Remembers by name what was made of all Q&As, for as long as these are the same array: several pages ask for each
 * list, and of ten thousand Q&As to find those of every topic, group and month takes seconds.
 */
function remember<Made>(): (all: readonly LibraryQa[], name: string, make: () => Made) => Made {
  const known = new WeakMap<readonly LibraryQa[], Map<string, Made>>();
  return (all, name, make) => {
    const named = known.get(all) ?? new Map<string, Made>();
    known.set(all, named);
    const made = named.get(name) ?? make();
    named.set(name, made);
    return made;
  };
}

const topicPages = remember<QaListPage[]>();
const qasOfGroups = remember<ReadonlyMap<string, readonly LibraryQa[]>>();
const qasOfMonth = remember<readonly LibraryQa[]>();

function toPages(qas: readonly LibraryQa[], plain: string): QaListPage[] {
  return toListPages(qas.map(toSlot), { plain, older: (number) => paths.older(plain, number) });
}

function toSlot(qa: LibraryQa): ListedQa | null {
  return qa.status === 'withdrawn' ? null : toListedQa(qa);
}

const onGroupPage = 50;

export type QaListPage = ListPage<ListedQa>;

export interface GroupList {
  readonly provenance: Provenance;
  readonly pages: readonly QaListPage[];
}

export interface GroupPart {
  readonly provenance: Provenance;
  readonly page: QaListPage;
}

export interface MonthTopicList {
  readonly topic: LibraryTopic;
  readonly pages: readonly QaListPage[];
}
