import { splitByTime, type LibraryEvent } from '../library/event-times.ts';
import type { LibraryGroup } from '../library/groups.ts';
import type { LibraryQa } from '../library/qas.ts';
import type { LibraryTopic } from '../library/topics.ts';
import { compareTexts } from '../strings/compare.ts';
import { toDayInJapan } from '../strings/days.ts';
import { paths } from './address.ts';
import { filePaths } from './file-paths.ts';
import {
  listMonth,
  listMonthByTopic,
  listNew,
  listPastEvents,
  listsOfGroup,
  listTopic,
  type QaListPage,
} from './lists.ts';

/**
 * Every page that a search engine should know, with the day of its last change where one is known, in parts of at most
 * a thousand. Q&As stand in parts by the year of the question, in its order: an address keeps its part, so that a
 * change of one page changes one part, and that of the lists it is in.
 */
export function listSitemapParts(content: SiteContent): SitemapPart[] {
  const changed = new Map(content.all.map((qa) => [qa.id, toDay(qa.changed)]));
  const lists = listLists(content);
  const pastEvents = listPastEvents(splitByTime(content.events, content.day).past);
  const toPage = ({ path, items }: QaListPage) => ({ path, changed: newest(items.map(({ id }) => changed.get(id))) });
  const ofAll = newest(content.all.filter(isShown).map(({ id }) => changed.get(id)));
  const single: SitePage[] = [
    ...[paths.home, paths.search, paths.topics, paths.groups, paths.months].map((path) => ({ path, changed: ofAll })),
    ...[paths.events, paths.pride, filePaths.data].map((path) => ({ path, changed: undefined })),
    ...content.pages.map((page) => ({ path: paths.page(page.slug), changed: page.updated })),
    // The page of a group shows several lists, that of a month or topic may have none.
    ...mergePages([
      ...content.groups.map(({ id }) => ({ path: paths.group(id), changed: undefined })),
      ...content.topics.map(({ id }) => ({ path: paths.topic(id), changed: undefined })),
      ...Array.from({ length: 12 }, (_, index) => ({ path: paths.month(index + 1), changed: undefined })),
      ...lists.flatMap((pages) => pages.slice(0, 1).map(toPage)),
    ]),
    ...content.events.map((event) => ({ path: paths.event(event.id), changed: undefined })),
  ];
  const years = Map.groupBy([...content.all].sort(byQuestion), (qa) => qa.asked.slice(0, 'YYYY'.length));
  return [
    ...cutPart('pages', single),
    ...cutPart('lists', [
      ...lists.flatMap((pages) => pages.slice(1).map(toPage)),
      ...pastEvents.slice(1).map(({ path }) => ({ path, changed: undefined })),
    ]),
    ...[...years].reverse().flatMap(([year, qas]) =>
      cutPart(
        year,
        qas.map((qa) => (isShown(qa) ? { path: paths.qa(qa.id), changed: changed.get(qa.id) } : null)),
      ).reverse(),
    ),
  ];
}

/** One part of the sitemap. */
export function writeSitemap(pages: readonly SitePage[], absolute: (path: string) => string): string {
  const entries = pages.map(({ path, changed }) => `<url>${writeAddress(absolute(path), changed)}</url>`);
  return `${declaration}<urlset ${namespace}>\n${entries.join('\n')}\n</urlset>\n`;
}

/** The sitemap itself: where its parts are, and when each last changed. */
export function writeSitemapIndex(parts: readonly SitemapPart[], absolute: (path: string) => string): string {
  const entries = parts.map(({ name, pages }) => {
    const changed = newest(pages.map((page) => page.changed));
    return `<sitemap>${writeAddress(absolute(filePaths.sitemapPart(name)), changed)}</sitemap>`;
  });
  return `${declaration}<sitemapindex ${namespace}>\n${entries.join('\n')}\n</sitemapindex>\n`;
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** Programs fetch a part again when one of its pages changes; sitemaps.org allows 50,000. */
const inPart = 1_000;

/** Every list of Q&As, each as its pages. */
function listLists({ all, groups, topics }: SiteContent): (readonly QaListPage[])[] {
  const tree = topics.filter((topic) => !topic.parent);
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  return [
    listNew(all),
    ...groups.flatMap(({ id }) => listsOfGroup(all, id).map(({ pages }) => pages)),
    ...topics.map((topic) => listTopic(all, topic)),
    ...months.flatMap((month) => [
      listMonth(all, month),
      ...listMonthByTopic(all, month, tree).map(({ pages }) => pages),
    ]),
  ];
}

/** Parts of at most a thousand; what is withdrawn (`null`) keeps its place. */
function cutPart(name: string, slots: readonly (SitePage | null)[]): SitemapPart[] {
  return Array.from({ length: Math.ceil(slots.length / inPart) }, (_, index) => ({
    name: `${name}-${index + 1}`,
    pages: slots.slice(index * inPart, (index + 1) * inPart).filter((page) => page !== null),
  })).filter(({ pages }) => pages.length > 0);
}

/** One entry for each address, with its last change. */
function mergePages(pages: readonly SitePage[]): SitePage[] {
  return [...Map.groupBy(pages, ({ path }) => path)].map(([path, same]) => ({
    path,
    changed: newest(same.map(({ changed }) => changed)),
  }));
}

function newest(days: readonly (string | undefined)[]): string | undefined {
  return days.reduce(
    (latest, day) => (latest === undefined || (day !== undefined && day > latest) ? day : latest),
    undefined,
  );
}

/** The day of a question is never changed. */
function byQuestion(a: LibraryQa, b: LibraryQa): number {
  return compareTexts(a.asked, b.asked) || compareTexts(a.id, b.id);
}

function toDay(moment: string | null): string | undefined {
  return moment === null ? undefined : toDayInJapan(new Date(moment));
}

function isShown(qa: LibraryQa): boolean {
  return qa.status !== 'withdrawn';
}

function writeAddress(url: string, changed: string | undefined): string {
  return `<loc>${escapeXml(url)}</loc>${changed === undefined ? '' : `<lastmod>${changed}</lastmod>`}`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

export interface SiteContent {
  /** Every Q&A, newest first, the withdrawn ones among them. */
  all: readonly LibraryQa[];
  groups: readonly Pick<LibraryGroup, 'id'>[];
  topics: readonly LibraryTopic[];
  events: readonly LibraryEvent[];
  /** ISO day of the build, which parts events that were from those to come. */
  day: string;
  pages: readonly { slug: string; updated: string }[];
}

export interface SitePage {
  path: string;
  /** ISO day. */
  changed: string | undefined;
}

export interface SitemapPart {
  /** `2026-1`, `pages-1`. */
  readonly name: string;
  readonly pages: readonly SitePage[];
}
