import type { LibraryEvent } from '../library/event-times.ts';
import { yearlyMonths } from '../library/months.ts';
import type { LibraryGroup } from '../library/groups.ts';
import type { LibraryQa } from '../library/qas.ts';
import type { LibraryTopic } from '../library/topics.ts';
import { toDayInJapan } from '../strings/days.ts';
import { paths } from './address.ts';
import { filePaths } from './file-paths.ts';

/** Every page that a search engine should know, with the day of its last change where one is known. */
export function listSitePages({ qas, groups, topics, events, pages }: SiteContent): SitePage[] {
  const newest = (shown: readonly LibraryQa[]): string | undefined =>
    shown
      .flatMap((qa) => toDay(qa.changed) ?? [])
      .reduce<string | undefined>((latest, day) => (latest !== undefined && latest > day ? latest : day), undefined);
  const ofAll = newest(qas);
  return [
    ...[paths.home, paths.search, paths.topics, paths.groups, paths.months].map((path) => ({ path, changed: ofAll })),
    ...[paths.events, paths.pride, filePaths.data].map((path) => ({ path, changed: undefined })),
    ...qas.map((qa) => ({ path: paths.qa(qa.id), changed: toDay(qa.changed) })),
    ...groups.map((group) => ({
      path: paths.group(group.id),
      changed: newest(qas.filter((qa) => qa.group === group.id)),
    })),
    ...topics.map((topic) => {
      const ids = new Set([topic.id, ...topic.children.map((child) => child.id)]);
      return { path: paths.topic(topic.id), changed: newest(qas.filter((qa) => qa.topics.some((id) => ids.has(id)))) };
    }),
    ...Array.from({ length: 12 }, (_, index) => ({
      path: paths.month(index + 1),
      changed: newest(qas.filter((qa) => yearlyMonths(qa).includes(index + 1))),
    })),
    ...events.map((event) => ({ path: paths.event(event.id), changed: undefined })),
    ...pages.map((page) => ({ path: paths.page(page.slug), changed: page.updated })),
  ];
}

/** The sitemap. One file holds at most 50,000 addresses (sitemaps.org). */
export function writeSitemap(pages: readonly SitePage[], absolute: (path: string) => string): string {
  if (pages.length > maxInSitemap)
    throw new Error(`サイトマップに書けるのは${maxInSitemap}件までです（いま${pages.length}件）。`);
  const entries = pages.map(
    ({ path, changed }) =>
      `<url><loc>${escapeXml(absolute(path))}</loc>${changed === undefined ? '' : `<lastmod>${changed}</lastmod>`}</url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`;
}

const maxInSitemap = 50_000;

function toDay(moment: string | null): string | undefined {
  return moment === null ? undefined : toDayInJapan(new Date(moment));
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

export interface SiteContent {
  qas: readonly LibraryQa[];
  groups: readonly Pick<LibraryGroup, 'id'>[];
  topics: readonly LibraryTopic[];
  events: readonly Pick<LibraryEvent, 'id'>[];
  pages: readonly { slug: string; updated: string }[];
}

export interface SitePage {
  path: string;
  /** ISO day. */
  changed: string | undefined;
}
