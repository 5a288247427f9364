import type { LibraryQa } from '../library/library-qa.ts';
import type { StoredEvent, StoredGroup, StoredPride, StoredTopic } from '../library/stored.ts';
import { address, paths } from '../links/address.ts';
import { filePaths } from '../links/file-paths.ts';
import { eventKinds, prideKinds } from '../schema/choices.ts';
import { fieldToken, type IndexDocument, type SiteParts } from '../search/index-format.ts';
import { formatMoment } from '../strings/dates.ts';
import { linkWords } from '../strings/links.ts';
import { footerPages, listPages, monthNames, siteWords } from '../strings/site.ts';
import { listFieldNames, type Named } from './field-names.ts';
import type { FixedPage } from './fixed-pages.ts';

/** What the search finds beside Q&As: every other page of the site that the audience may read. */
export function toSiteParts({ qas, groups, topics, events, prides, pages }: SiteContent, basePath: string): SiteParts {
  const withAddress = (page: IndexDocument) => ({ ...page, url: address(page.url, basePath) });
  const lists = Object.entries(listedAt).map(([path, { title, description }]) =>
    toPage(path, { title, summary: description, kind: siteWords.aboutSite }),
  );
  const months = monthNames.map((name, index) => {
    const { title, description } = listPages.month(name);
    return toPage(paths.month(index + 1), { title, summary: description, kind: siteWords.months });
  });
  return {
    others: [
      ...groups.map(toGroupPage),
      ...topics.map(toTopicPage),
      ...events.map(toEventPage),
      ...prides.map(toPridePage),
      ...pages.map(toFixedPage),
      ...lists,
      ...months,
    ].map(withAddress),
    names: listFieldNames(groups, topics),
    unsearched: [
      { url: address(paths.home, basePath), title: siteWords.name, addresses: [paths.home] },
      { url: address(paths.search, basePath), title: listPages.search.title, addresses: [paths.search] },
      ...qas
        .filter((qa) => qa.status === 'withdrawn')
        .map((qa) => ({
          url: address(paths.qa(qa.id), basePath),
          title: linkWords.withdrawnTitle,
          addresses: [paths.qa(qa.id), ...qa.redirectFrom],
        })),
    ],
  };
}

const listedAt = {
  [paths.groups]: listPages.groups,
  [paths.topics]: listPages.topics,
  [paths.months]: listPages.months,
  [paths.events]: listPages.events,
  [paths.pride]: listPages.pride,
  [filePaths.data]: listPages.data,
};

/** How much the name of a value weighs on the page about it, and on pages that are listed under it. */
const ofItsOwn = 3;
const listedUnder = 1;

function toGroupPage({ id, data }: Named<StoredGroup>): IndexDocument {
  return toPage(paths.group(id), {
    title: data.groupName,
    aliases: [data.name, data.kana],
    summary: data.introduction,
    kind: siteWords.groups,
    fields: [[fieldToken('group', id), ofItsOwn]],
    texts: data.sources.map((source) => source.title),
  });
}

function toTopicPage({ id, data }: Named<StoredTopic>): IndexDocument {
  return toPage(paths.topic(id), {
    title: data.name,
    aliases: [data.kana],
    summary: data.description,
    kind: siteWords.topics,
    fields: [[fieldToken('topic', id), ofItsOwn]],
    formerly: data.redirectFrom,
  });
}

function toEventPage({ id, data }: Named<StoredEvent>): IndexDocument {
  const { start, end, when, group } = data;
  return toPage(paths.event(id), {
    title: data.title,
    summary: data.summary,
    kind: siteWords.events,
    fields: [
      ...under(group),
      ...(start === undefined ? [] : daysOf(start).map((day) => [fieldToken('day', day), listedUnder] as const)),
    ],
    facts: [
      ...(start && end ? [formatMoment(start)] : []),
      ...(when ? [when] : []),
      ...(data.place ? [data.place] : []),
      eventKinds[data.kind],
      ...data.sources.map((source) => source.title),
    ],
    texts: data.text.sections.flatMap(({ heading, text }) => [heading, text]),
  });
}

function toPridePage({ id, data }: Named<StoredPride>): IndexDocument {
  return toPage(`${paths.pride}#${id}`, {
    title: data.title,
    summary: data.summary,
    kind: siteWords.pride,
    fields: under(data.group),
    facts: [data.place, prideKinds[data.kind], ...data.sources.map((source) => source.title)],
    texts: data.rendered.sections.map(({ text }) => text),
  });
}

function toFixedPage({ slug, title, description, headings }: FixedPage): IndexDocument {
  const aliases = footerPages.flatMap(([of, name]) => (of === slug && name !== title ? [name] : []));
  return toPage(paths.page(slug), { title, aliases, summary: description, kind: siteWords.aboutSite, texts: headings });
}

function under(group: string | undefined): IndexDocument['fields'] & object {
  return group === undefined ? [] : [[fieldToken('group', group), listedUnder]];
}

/** The day, its month and its year, as of Japan. */
function daysOf(moment: string): string[] {
  return [moment.slice(0, 4), moment.slice(0, 7), moment.slice(0, 10)];
}

function toPage(
  path: string,
  { title, summary, kind, aliases = [], fields = [], facts = [], texts = [], formerly = [] }: PageWords,
): IndexDocument {
  return {
    id: path,
    url: path,
    question: title,
    aliases,
    summary,
    sections: [
      { anchor: '', heading: '', text: texts.join('\n'), kind: 'body' },
      { anchor: '', heading: '', text: facts.join('\n'), kind: 'fact' },
    ],
    meta: { kind },
    filters: {},
    date: '',
    prior: 1,
    fields,
    addresses: [path, ...formerly],
  };
}

interface PageWords {
  readonly title: string;
  readonly summary: string;
  readonly kind: string;
  readonly aliases?: readonly string[];
  readonly fields?: IndexDocument['fields'] & object;
  readonly facts?: readonly string[];
  readonly texts?: readonly string[];
  readonly formerly?: readonly string[];
}

export interface SiteContent {
  readonly qas: readonly LibraryQa[];
  readonly groups: readonly Named<StoredGroup>[];
  readonly topics: readonly Named<StoredTopic>[];
  readonly events: readonly Named<StoredEvent>[];
  readonly prides: readonly Named<StoredPride>[];
  readonly pages: readonly FixedPage[];
}
