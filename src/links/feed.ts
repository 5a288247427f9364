import { createHash } from 'node:crypto';
import { Feed } from 'feed';
import { cacheKeyOf } from '../library/cache-key.ts';
import { introduceAnswerer, prefectureName } from '../library/answerers.ts';
import type { LibraryQa } from '../library/qas.ts';
import { dayInWords } from '../library/qa-facts.ts';
import { sayState } from '../library/status.ts';
import { formatShortDay } from '../strings/dates.ts';
import { linkWords } from '../strings/links.ts';
import { siteWords } from '../strings/site.ts';
import { absoluteLinks } from './absolute-links.ts';
import { paths } from './address.ts';
import type { Absolute } from './structured-data.ts';
import { compareTexts } from '../strings/compare.ts';

/** Readers look often; older entries are in the site and in its data. */
export const entriesInFeed = 50;

/** An Atom feed with whole answers. Ids do not depend on the address, so a site that moves shows no entry twice. */
export function writeAtom({ title, path, page, qas, empty }: FeedContent, absolute: Absolute): string {
  const shown = newestOfFeed(qas);
  const feed = new Feed({
    id: stableId(`feed:${path}`),
    title: `${title}｜${siteWords.name}`,
    description: siteWords.description,
    link: absolute(page),
    feedLinks: { atom: absolute(path) },
    language: 'ja',
    favicon: absolute('/icon-192.png'),
    copyright: linkWords.licence.name,
    author: { name: siteWords.name, link: absolute(paths.home) },
    generator: false,
    updated: newestChange(shown) ?? new Date(startOf(empty)),
  });
  for (const qa of shown) {
    const url = absolute(paths.qa(qa.id));
    feed.addItem({
      id: stableId(`qa:${qa.id}`),
      title: escapeHtml(xmlText(qa.provenance === 'sample' ? `【${siteWords.sample}】${qa.question}` : qa.question)),
      link: url,
      date: momentOf(qa),
      published: new Date(startOf(qa.answered)),
      description: escapeHtml(xmlText(qa.summary)),
      content: escapeLaterEnds(xmlText(writeContent(qa, url))),
      author: [{ name: qa.provenance === 'chat' ? `${prefectureName(qa.group)}人会` : siteWords.name }],
      category: qa.topics.map((topic) => ({ term: topic, name: topic })),
    });
  }
  return feed.atom1();
}

/** Those that a feed holds, of a list whose first are the newest. */
export function newestOfFeed(qas: readonly LibraryQa[]): LibraryQa[] {
  return qas.slice(0, entriesInFeed);
}

/** Names all that a feed says. */
export function keyOfFeed({ title, path, page, qas, empty }: FeedContent): string {
  const shown = newestOfFeed(qas).map((qa) => [qa, qa.fileVersion, qa.changed]);
  return cacheKeyOf([title, path, page, shown, shown.length === 0 && empty]);
}

/**
 * Newest change first: new answers, rewritten ones and those whose review was noted. Of the others nothing is known.
 */
export function byLastChange(qas: readonly LibraryQa[]): LibraryQa[] {
  return qas
    .filter(({ changed }) => changed !== null)
    .sort((a, b) => momentOf(b).getTime() - momentOf(a).getTime() || compareTexts(a.id, b.id));
}

/** When an entry became what it is. Atom demands one of each: where no change is known, its newest answer's day. */
function momentOf({ changed, answered }: LibraryQa): Date {
  return new Date(changed ?? startOf(answered));
}

/** Of a day in Japan. */
function startOf(day: string): string {
  return `${day}T00:00:00+09:00`;
}

/**
 * Ids at which a topic's feed stands: its own and its former ones, since a feed reader follows no page that leads on.
 */
export function topicFeedIds(topic: { id: string; redirectFrom: readonly string[] }): string[] {
  return [topic.id, ...topic.redirectFrom.flatMap((path) => /^\/topics\/([^/]+)\/$/.exec(path)?.[1] ?? [])];
}

function newestChange(qas: readonly LibraryQa[]): Date | undefined {
  return qas.length === 0 ? undefined : new Date(Math.max(...qas.map((qa) => momentOf(qa).getTime())));
}

function writeContent(qa: LibraryQa, url: string): string {
  const facts = `<p><strong>${escapeHtml(qa.summary)}</strong></p><p>${linkWords.feeds.status}：${sayState(qa.shownStatus, qa.reviewBy)}／${siteWords.reviewBy}：${formatShortDay(qa.reviewBy)}${qa.provenance === 'sample' ? `／${siteWords.sample}：${siteWords.sampleExplained}` : ''}</p>`;
  const answers = qa.answers.map(
    (answer, index) =>
      `<h2>${linkWords.feeds.answer(index + 1)}</h2><p>${escapeHtml(introduceAnswerer(answer.by, qa.provenance))}、${dayInWords(qa.provenance, answer.date)}</p>${qa.answerTexts[index]?.html ?? ''}`,
  );
  return absoluteLinks([facts, ...answers, qa.body?.html ?? ''].join('\n'), url);
}

/** A name-based UUID (RFC 9562, version 5) below the namespace of this project. */
function stableId(name: string): string {
  const bytes = createHash('sha1').update('kenjinkai-knowledge\0').update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}

/** Without the control characters that no XML may hold. */
function xmlText(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
}

/**
 * The feed's writer puts the content between `<![CDATA[` and `]]>`. Of the ends that stand in the text it splits the
 * first alone; the others are written as HTML has them too.
 */
function escapeLaterEnds(html: string): string {
  const end = html.indexOf(']]>') + 3;
  return end < 3 ? html : html.slice(0, end) + html.slice(end).replaceAll(']]>', ']]&gt;');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export interface FeedContent {
  title: string;
  /** Site path of the feed itself. */
  path: string;
  /** Site path of the page it belongs to. */
  page: string;
  qas: readonly LibraryQa[];
  /** ISO day that counts as the last change of a feed without entries. */
  empty: string;
}
