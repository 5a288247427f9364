import type { LibraryQa } from '../library/qas.ts';
import type { LibraryTopic } from '../library/topics.ts';
import { paths } from './address.ts';
import { listMonthByTopic, listTopic } from './lists.ts';
import type { MovedPage } from './redirects.ts';

/** A renamed topic keeps the addresses below its former ones: its older pages, and its pages in the months. */
export function listMovedLists(all: readonly LibraryQa[], topics: readonly LibraryTopic[]): MovedPage[] {
  return topics.flatMap((topic) => {
    const formerIds = topic.redirectFrom.flatMap((path) => /^\/topics\/([^/]+)\/$/.exec(path)?.[1] ?? []);
    if (formerIds.length === 0) return [];
    const lists = [
      { at: paths.topic, pages: listTopic(all, topic).slice(1) },
      ...Array.from({ length: 12 }, (_, index) => ({
        at: (id: string) => paths.monthTopic(index + 1, id),
        pages: topic.parent ? [] : listMonthByTopic(all, index + 1, [topic]).flatMap(({ pages }) => pages),
      })),
    ];
    return lists.flatMap(({ at, pages }) =>
      pages.map(({ path }) => ({
        path,
        redirectFrom: formerIds.map((id) => at(id) + path.slice(at(topic.id).length)),
      })),
    );
  });
}
