import type {
  Answer,
  Article,
  BreadcrumbList,
  Event as SchemaEvent,
  Graph,
  Organization,
  QAPage,
  Question,
  Thing,
  WebPage,
  WebSite,
} from 'schema-dts';
import { introduceAnswerer, prefectureName } from '../library/answerers.ts';
import type { LibraryEvent } from '../library/event-times.ts';
import type { LibraryQa } from '../library/qas.ts';
import { sayState } from '../library/status.ts';
import { linkWords } from '../strings/links.ts';
import { siteWords } from '../strings/site.ts';
import { paths } from './address.ts';

/**
 * A Q&A in schema.org's words. What somebody asked in a group is a `QAPage`; an example or a summary of an article is
 * an `Article`, since nobody asked it. Answers come from kinds of organisations, never from persons.
 */
export function describeQa(qa: LibraryQa, trail: readonly Step[], absolute: Absolute): Graph {
  const url = absolute(paths.qa(qa.id));
  const general = {
    '@id': url,
    url,
    name: qa.question,
    description: qa.summary,
    inLanguage: 'ja',
    license: linkWords.licence.url,
    isPartOf: { '@id': websiteId(absolute) },
    publisher: { '@id': publisherId(absolute) },
    breadcrumb: { '@id': `${url}#breadcrumb` },
    ...datesOf(qa),
  };
  const page: QAPage | WebPage =
    qa.provenance === 'chat'
      ? { '@type': 'QAPage', ...general, mainEntity: describeQuestion(qa, url) }
      : { '@type': 'WebPage', ...general, mainEntity: describeArticle(qa, url, absolute) };
  return graph([page, describeTrail(url, trail, absolute), describePublisher(absolute), describeWebsite(absolute)]);
}

/** A page that is no Q&A: where it stands in the site. */
export function describePage(
  page: { title: string; description: string; path: string },
  trail: readonly Step[],
  absolute: Absolute,
): Graph {
  const url = absolute(page.path);
  const web: WebPage = {
    '@type': 'WebPage',
    '@id': url,
    url,
    name: page.title,
    description: page.description,
    inLanguage: 'ja',
    isPartOf: { '@id': websiteId(absolute) },
    publisher: { '@id': publisherId(absolute) },
    ...(trail.length > 0 ? { breadcrumb: { '@id': `${url}#breadcrumb` } } : {}),
  };
  return graph([
    web,
    ...(trail.length > 0 ? [describeTrail(url, trail, absolute)] : []),
    describePublisher(absolute),
    describeWebsite(absolute),
  ]);
}

/** The page of an event. An example, which nobody could visit, and an event without a date stay a page. */
export function describeEvent(event: LibraryEvent, trail: readonly Step[], absolute: Absolute): Graph {
  const page = describePage(
    { title: event.title, description: event.summary, path: paths.event(event.id) },
    trail,
    absolute,
  );
  if (!event.start || !event.end || event.provenance === 'sample') return page;
  const url = absolute(paths.event(event.id));
  const described: SchemaEvent = {
    '@type': 'Event',
    '@id': `${url}#event`,
    url,
    name: event.title,
    description: event.summary,
    startDate: event.start,
    endDate: event.end,
    eventStatus: 'https://schema.org/EventScheduled',
    ...(event.online === undefined ? {} : { eventAttendanceMode: attendance(event) }),
    ...(event.place ? { location: { '@type': 'Place', name: event.place } } : {}),
    ...(event.group
      ? {
          organizer: {
            '@type': 'Organization',
            name: `${prefectureName(event.group)}人会`,
            url: absolute(paths.group(event.group)),
          },
        }
      : {}),
  };
  return { ...page, '@graph': [...page['@graph'], described] };
}

function attendance({
  online,
  kind,
}: LibraryEvent):
  | 'https://schema.org/OnlineEventAttendanceMode'
  | 'https://schema.org/MixedEventAttendanceMode'
  | 'https://schema.org/OfflineEventAttendanceMode' {
  if (!online) return 'https://schema.org/OfflineEventAttendanceMode';
  return kind === 'online'
    ? 'https://schema.org/OnlineEventAttendanceMode'
    : 'https://schema.org/MixedEventAttendanceMode';
}

/** As the content of a `<script type="application/ld+json">`: no `<` that could end it. */
export function toJsonLd(content: Graph): string {
  return JSON.stringify(content).replaceAll('<', '\\u003c');
}

function describeQuestion(qa: LibraryQa, url: string): Question {
  const [accepted, ...suggested] = qa.answers.map((answer, index): Answer => ({
    '@type': 'Answer',
    '@id': `${url}#a${index + 1}`,
    url: `${url}#a${index + 1}`,
    text: textOf(qa, index),
    dateCreated: answer.date,
    author: { '@type': 'Organization', name: introduceAnswerer(answer.by, qa.provenance) },
  }));
  const holds = qa.shownStatus === 'current';
  return {
    '@type': 'Question',
    name: qa.question,
    text: qa.question,
    answerCount: qa.answers.length,
    dateCreated: qa.asked,
    author: { '@type': 'Organization', name: `${prefectureName(qa.group)}人会` },
    // The editors put first the answer that settled the question; once it no longer holds, none is accepted.
    ...(holds && accepted ? { acceptedAnswer: accepted } : {}),
    suggestedAnswer: holds || !accepted ? suggested : [accepted, ...suggested],
  };
}

function describeArticle(qa: LibraryQa, url: string, absolute: Absolute): Article {
  return {
    '@type': 'Article',
    '@id': `${url}#article`,
    headline: qa.question,
    abstract: qa.summary,
    articleBody: qa.answers.map((_answer, index) => textOf(qa, index)).join('\n\n'),
    creativeWorkStatus: qa.provenance === 'sample' ? siteWords.sample : sayState(qa.shownStatus, qa.reviewBy),
    ...datesOf(qa),
    expires: qa.reviewBy,
    author: { '@id': publisherId(absolute) },
    publisher: { '@id': publisherId(absolute) },
    license: linkWords.licence.url,
    ...(qa.sources.length > 0
      ? {
          citation: qa.sources.map((source) =>
            source.url ? { '@type': 'CreativeWork' as const, name: source.title, url: source.url } : source.title,
          ),
        }
      : {}),
  };
}

function datesOf({ answered, changed }: LibraryQa): { datePublished: string; dateModified?: string } {
  return { datePublished: answered, ...(changed === null ? {} : { dateModified: changed }) };
}

function textOf(qa: LibraryQa, index: number): string {
  return qa.answerTexts[index]?.sections.map((section) => section.text).join('\n') ?? '';
}

function describeTrail(url: string, trail: readonly Step[], absolute: Absolute): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    '@id': `${url}#breadcrumb`,
    itemListElement: [{ name: siteWords.home, path: paths.home }, ...trail].map(({ name, path }, index) => ({
      '@type': 'ListItem' as const,
      position: index + 1,
      name,
      item: path === undefined ? url : absolute(path),
    })),
  };
}

function describePublisher(absolute: Absolute): Organization {
  return {
    '@type': 'Organization',
    '@id': publisherId(absolute),
    name: siteWords.name,
    url: absolute(paths.home),
    logo: absolute('/icon-512.png'),
  };
}

function describeWebsite(absolute: Absolute): WebSite {
  const search = {
    '@type': 'SearchAction' as const,
    target: `${absolute(paths.search)}?q={query}`,
    query: 'required name=query',
  };
  return {
    '@type': 'WebSite',
    '@id': websiteId(absolute),
    name: siteWords.name,
    alternateName: siteWords.tagline,
    description: siteWords.description,
    url: absolute(paths.home),
    inLanguage: 'ja',
    publisher: { '@id': publisherId(absolute) },
    potentialAction: search,
  };
}

function publisherId(absolute: Absolute): string {
  return `${absolute(paths.home)}#publisher`;
}

function websiteId(absolute: Absolute): string {
  return `${absolute(paths.home)}#website`;
}

function graph(things: readonly Thing[]): Graph {
  return { '@context': 'https://schema.org', '@graph': things };
}

/** Site path → address with host. */
export type Absolute = (path: string) => string;

export interface Step {
  name: string;
  path?: string;
}
