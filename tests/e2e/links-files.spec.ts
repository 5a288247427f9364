import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import ICAL from 'ical.js';
import { expect, test } from '@playwright/test';
import { dataFile } from '../../src/links/data/record.ts';
import { checkSchema } from '../unit/links/check-schema.ts';
import { builtPages } from './setup/built-pages.ts';
import { planted } from './setup/plant-content.ts';
import { readAttributes, readJsonLd, readPage, readPages } from './setup/read-head.ts';
import { sites, type Site } from './setup/sites.ts';

const xml = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  isArray: (name) => ['entry', 'link', 'url', 'sitemap'].includes(name),
});

for (const site of Object.values(sites)) {
  test.describe(`files of ${site.name}${site.base}`, () => {
    test('every feed is well-formed Atom with whole entries that lead to pages', () => {
      const feeds = globSync('**/*.xml', { cwd: site.folder }).filter((file) => /feed\.xml$|^feeds\//.test(file));
      expect(feeds.length).toBeGreaterThan(70);
      const ids = new Map<string, string>();
      for (const file of feeds) {
        const text = read(site, file);
        expect(XMLValidator.validate(text), file).toBe(true);
        const { feed } = xml.parse(text) as {
          feed: { id: string; title: string; updated: string; link: Link[]; entry?: Entry[] };
        };
        expect(feed.link.find((link) => link['@rel'] === 'self')?.['@href'], file).toBe(site.address + file);
        expect(ids.get(feed.id), `${file} shares its id`).toBeUndefined();
        ids.set(feed.id, file);
        for (const entry of feed.entry ?? []) {
          expect(Date.parse(entry.updated), file).not.toBeNaN();
          expect(Date.parse(feed.updated), file).toBeGreaterThanOrEqual(Date.parse(entry.updated));
          expect(stands(site, entry.link[0]?.['@href'] ?? ''), `${file}: ${entry.link[0]?.['@href']}`).toBe(true);
          const dead = readAttributes(entry.content['#text'], 'href').filter(
            (href) => !/^(?:https?|mailto):/.test(href) || !stands(site, href),
          );
          expect(dead, file).toEqual([]);
        }
      }
    });

    test('every calendar reads back', () => {
      const calendars = globSync('**/*.ics', { cwd: site.folder });
      expect(calendars.length).toBeGreaterThan(2);
      for (const file of calendars) {
        const calendar = new ICAL.Component(ICAL.parse(read(site, file)) as unknown[]);
        expect(calendar.name, file).toBe('vcalendar');
        // That of an example is empty.
        const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
        for (const event of events) {
          expect(event.endDate.compare(event.startDate), file).toBe(1);
          expect(stands(site, String(event.component.getFirstPropertyValue('url'))), file).toBe(true);
        }
      }
    });

    test('the open data keeps to its schema, and the table says the same', () => {
      const data = dataFile.parse(JSON.parse(read(site, 'data/qa.json')));
      const rows = parseCsv(read(site, 'data/qa.csv'), { bom: true, columns: true }) as Record<string, string>[];
      expect(data.count).toBe(data.items.length);
      expect(rows.map((row) => [row['ID'], row['問い合わせ文']?.replace(/^'/, ''), row['URL']])).toEqual(
        data.items.map((item) => [item.id, item.question, item.url]),
      );
      for (const item of data.items) expect(stands(site, item.url), item.url).toBe(true);
      expect(JSON.parse(read(site, 'data/qa.schema.json'))).toMatchObject({
        type: 'object',
        properties: { items: { type: 'array' } },
      });
      const review = JSON.parse(read(site, 'data/review.json')) as { count: number; items: { url: string }[] };
      expect(review.items).toHaveLength(review.count);
    });

    test('each group has its part of the open data, and together they are all of it', () => {
      const all = dataFile.parse(JSON.parse(read(site, 'data/qa.json')));
      const parts = globSync('data/groups/*.json', { cwd: site.folder }).map((file) => {
        const part = dataFile.parse(JSON.parse(read(site, file)));
        const rows = parseCsv(read(site, file.replace(/json$/, 'csv')), { bom: true, columns: true }) as {
          ID: string;
        }[];
        expect(rows.map((row) => row.ID)).toEqual(part.items.map((item) => item.id));
        expect(new Set(part.items.map((item) => item.group)).size, file).toBeLessThanOrEqual(1);
        return part.items;
      });
      expect(parts).toHaveLength(47);
      expect(parts.flat().sort((a, b) => a.id.localeCompare(b.id))).toEqual(all.items);
    });

    test('the sitemap names every page that may be found, and no other', () => {
      const { sitemapindex } = xml.parse(read(site, 'sitemap.xml')) as {
        sitemapindex: { sitemap: { loc: string; lastmod?: string }[] };
      };
      const parts = sitemapindex.sitemap.map(({ loc }) => loc.slice(site.address.length));
      expect(parts.sort()).toEqual(globSync('sitemap/*.xml', { cwd: site.folder }).sort());
      const entries = parts.flatMap((part) => {
        const { urlset } = xml.parse(read(site, part)) as { urlset: { url: { loc: string; lastmod?: string }[] } };
        expect(urlset.url.length, part).toBeLessThanOrEqual(1_000);
        return urlset.url;
      });
      const listed = entries.map((entry) => entry.loc).sort();
      const findable = readPages(site)
        .filter(({ html }) => !html.includes('<meta name="robots"'))
        .map(({ page }) => site.address + page)
        .sort();
      expect(listed).toEqual(findable);
      expect(
        [...entries, ...sitemapindex.sitemap]
          .filter((entry) => entry.lastmod !== undefined)
          .every((entry) => /^\d{4}-\d{2}-\d{2}$/.test(String(entry.lastmod))),
      ).toBe(true);
      expect(read(site, 'robots.txt')).toContain(`Sitemap: ${site.address}sitemap.xml`);
    });

    test('the app, the search engine and the guide for models name addresses that stand', () => {
      const manifest = JSON.parse(read(site, 'manifest.webmanifest')) as {
        start_url: string;
        icons: { src: string }[];
        share_target: { action: string; method: string; params: Record<string, string> };
      };
      expect(manifest.start_url).toBe(site.base);
      expect(manifest.share_target).toEqual({ action: `${site.base}search/`, method: 'GET', params: { text: 'q' } });
      for (const icon of manifest.icons) expect(stands(site, new URL(icon.src, site.origin).href), icon.src).toBe(true);
      const engine = xml.parse(read(site, 'opensearch.xml')) as {
        OpenSearchDescription: { ShortName: string; Url: { '@template': string }[] };
      };
      expect(engine.OpenSearchDescription.Url[0]?.['@template']).toBe(`${site.address}search/?q={searchTerms}`);
      expect([...engine.OpenSearchDescription.ShortName].length).toBeLessThanOrEqual(16);
      const links = [...read(site, 'llms.txt').matchAll(/\]\((http[^)]+)\)/g)].map((match) => match[1] ?? '');
      expect(links.length).toBeGreaterThan(50);
      expect(links.filter((link) => !stands(site, link))).toEqual([]);
    });

    test('every link of every page stays below the base path and leads to something', () => {
      const dead: string[] = [];
      for (const { page, html } of readPages(site)) {
        for (const name of ['href', 'src', 'action'] as const) {
          for (const link of readAttributes(html, name)) {
            if (link.startsWith('#') || /^(?:mailto|tel|data):/.test(link)) continue;
            if (!stands(site, new URL(link, site.address + page).href)) dead.push(`${page}: ${link}`);
          }
        }
      }
      expect(dead).toEqual([]);
    });
  });
}

test("schema.org knows everything that the pages' data blocks say", () => {
  test.setTimeout(300_000);
  const graphs = [sites.root, sites.planted].flatMap((site) =>
    readPages(site).flatMap(({ page, html }) => readJsonLd(html).map((graph) => ({ page, graph }))),
  );
  expect(graphs.length).toBeGreaterThan(200);
  const shapes = new Map(graphs.map(({ page, graph }) => [JSON.stringify(graph, keepTypes), { page, graph }]));
  const checked = [...shapes.values()];
  expect(
    checkSchema(checked.map(({ graph }) => graph)).map(
      (finding) => `${checked[finding.graph]?.page}: ${finding.problem}`,
    ),
  ).toEqual([]);
  for (const { page, html } of readPages(sites.root))
    if (!html.includes('<meta name="robots"')) expect(readJsonLd(html), page).toHaveLength(1);
});

test('a withdrawn Q&A is in no feed, list, sitemap or export, nor in any text of its own', () => {
  const site = sites.planted;
  const files = [
    'feeds/new.xml',
    'feeds/changed.xml',
    'groups/gifu/feed.xml',
    'topics/records/feed.xml',
    ...globSync('{sitemap,data/groups}/*', { cwd: site.folder }),
    'new/index.html',
    'llms.txt',
    'data/qa.json',
    'data/qa.csv',
    'data/review.json',
  ];
  for (const file of files) expect(read(site, file), file).not.toContain(planted.withdrawn);
  expect(existsSync(path.join(site.folder, `q/${planted.withdrawn}.md`))).toBe(false);
  const page = readPage(site, `q/${planted.withdrawn}/`);
  expect(page).toContain('name="robots" content="noindex"');
  expect(page).not.toContain('とりさげひみつことば');
  expect(read(site, 'data/qa.json')).toContain(planted.moved);
});

test('what is overdue is in the list for reminders', () => {
  const review = JSON.parse(read(sites.planted, 'data/review.json')) as { items: { id: string; daysLeft: number }[] };
  expect(review.items.find((item) => item.id === planted.overdue)?.daysLeft).toBeLessThan(0);
});

test('hosts and programs learn of former addresses', () => {
  const site = sites.planted;
  const redirects = JSON.parse(read(site, 'data/redirects.json')) as unknown;
  expect(redirects).toContainEqual({ from: '/q/qqoldold/', to: `/q/${planted.moved}/` });
  for (const file of ['_redirects', '.htaccess', 'hosting/nginx-redirects.map'])
    expect(read(site, file)).toContain(`/q/${planted.moved}/`);
});

test('each page for words only says what its page says', () => {
  const texts = globSync('q/*.md', { cwd: sites.root.folder });
  expect(texts.length).toBe(builtPages(sites.root).filter((page) => page.startsWith('q/')).length);
  for (const file of texts) {
    const text = read(sites.root, file);
    expect(text, file).toMatch(/^# .{10,}\n\n一言回答：/);
    expect(text, file).not.toMatch(/^<\/?(?:Note|Caution|Steps|Checklist|Figure|Quote|Timeline|Flow|Rooms)/m);
    const dead = [...text.matchAll(/\]\((http:\/\/localhost[^)\s]+)/g)]
      .map((match) => match[1] ?? '')
      .filter((link) => !stands(sites.root, link));
    expect(dead, file).toEqual([]);
  }
});

/**
 * Leaves of a graph that differ from page to page are all one to the check: what counts is types, names and
 * schema.org's own values.
 */
function keepTypes(key: string, value: unknown): unknown {
  return typeof value === 'string' && key !== '@type' && key !== '@context' && !value.startsWith('https://schema.org/')
    ? 'text'
    : value;
}

function read(site: Site, file: string): string {
  return readFileSync(path.join(site.folder, file), 'utf8');
}

/** Whether an address is of another host, or of ours, below the base path, with a file behind it. */
function stands(site: Site, href: string): boolean {
  const { origin, pathname } = new URL(href);
  if (origin !== site.origin) return true;
  if (!pathname.startsWith(site.base)) return false;
  const inside = decodeURIComponent(pathname.slice(site.base.length));
  if (inside.startsWith('admin/')) return true;
  return existsSync(path.join(site.folder, inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside));
}

interface Link {
  '@rel'?: string;
  '@href': string;
}

interface Entry {
  id: string;
  updated: string;
  link: Link[];
  content: { '#text': string };
}
