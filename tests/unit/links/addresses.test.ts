import { describe, expect, test } from 'vitest';
import { absoluteLinks, absoluteMarkdown } from '../../../src/links/absolute-links.ts';
import { findVanished, listPermanentUrls, readReleased, writeReleased } from '../../../src/links/permanent-urls.ts';
import { listSitePages, writeSitemap } from '../../../src/links/site-pages.ts';
import { absolute, sampleQa } from './sample-qa.ts';

describe('the addresses of a release', () => {
  const built = [
    'index.html',
    '404.html',
    'q/abcd2345/index.html',
    'q/abcd2345.md',
    'q\\wind2345\\index.html',
    'feeds/new.xml',
    'topics/office/feed.xml',
    'events/calendar.ics',
    'data/qa.csv',
    '_astro/a.js',
    'cards/0.png',
    'pagefind/x.json',
    'admin/index.html',
  ];

  test('are pages, feeds, calendars and data, not what has a new name with each build', () => {
    expect(listPermanentUrls(built)).toEqual([
      '/',
      '/data/qa.csv',
      '/events/calendar.ics',
      '/feeds/new.xml',
      '/q/abcd2345/',
      '/q/wind2345/',
      '/topics/office/feed.xml',
    ]);
  });

  test('must all be there again', () => {
    const released = listPermanentUrls(built);
    expect(findVanished(released, released)).toEqual([]);
    expect(findVanished(released, [...released, '/q/new22222/'])).toEqual([]);
    expect(
      findVanished(
        released,
        released.filter((address) => address !== '/q/abcd2345/'),
      ),
    ).toEqual(['/q/abcd2345/']);
  });

  test('are kept in a file that reads back', () => {
    expect(readReleased(writeReleased(['/', '/q/abcd2345/']))).toEqual(['/', '/q/abcd2345/']);
    expect(readReleased('# remark\r\n\r\n/q/abcd2345/\r\n')).toEqual(['/q/abcd2345/']);
  });
});

describe('absolute links', () => {
  test('leave words alone that only look like attributes', () => {
    expect(absoluteLinks('<p>書き方は href="/q/x/" です</p><a href="/q/x/">x</a>', 'https://e.jp/q/y/')).toBe(
      '<p>書き方は href="/q/x/" です</p><a href="https://e.jp/q/x/">x</a>',
    );
  });

  test('in Markdown lead to the site and to the page, and leave other hosts alone', () => {
    expect(
      absoluteMarkdown(
        '[a](/q/x/) [b](#a2) [c](https://e-gov.go.jp/) ![d](/images/e.png "題")',
        'https://example.lg.jp/base/q/y/',
        absolute,
      ),
    ).toBe(
      '[a](https://example.lg.jp/base/q/x/) [b](https://example.lg.jp/base/q/y/#a2) [c](https://e-gov.go.jp/) ![d](https://example.lg.jp/base/images/e.png "題")',
    );
  });
});

describe('the sitemap', () => {
  const pages = listSitePages({
    qas: [sampleQa(), sampleQa({ id: 'zzzz2345', changed: '2026-11-22T16:00:00Z' })],
    groups: [{ id: 'gifu' }, { id: 'nagano' }],
    topics: [],
    events: [],
    pages: [{ slug: 'about', updated: '2026-01-02' }],
  });

  test('says when each page last changed, in Japan, and nothing where it does not know', () => {
    const changed = Object.fromEntries(pages.map((page) => [page.path, page.changed]));
    expect(changed).toMatchObject({
      '/q/abcd2345/': '2026-06-01',
      '/q/zzzz2345/': '2026-11-23',
      '/groups/gifu/': '2026-11-23',
      '/pages/about/': '2026-01-02',
    });
    expect(changed['/groups/nagano/']).toBeUndefined();
  });

  test('gives no day to a Q&A whose last change is not known, and to a list the newest that is', () => {
    const qas = [sampleQa({ changed: null, group: 'nagano' }), sampleQa({ id: 'zzzz2345', changed: null })];
    const known = sampleQa({ id: 'yyyy2345', changed: '2026-11-22T10:00:00+09:00' });
    const listed = listSitePages({
      qas: [...qas, known],
      groups: [{ id: 'gifu' }, { id: 'nagano' }],
      topics: [],
      events: [],
      pages: [],
    });
    const changed = Object.fromEntries(listed.map((page) => [page.path, page.changed]));
    expect(changed['/q/zzzz2345/']).toBeUndefined();
    expect(changed['/groups/nagano/']).toBeUndefined();
    expect(changed['/groups/gifu/']).toBe('2026-11-22');
  });

  test('refuses more addresses than a sitemap may hold', () => {
    expect(writeSitemap(pages, absolute)).toContain(
      '<url><loc>https://example.lg.jp/base/q/abcd2345/</loc><lastmod>2026-06-01</lastmod></url>',
    );
    expect(() =>
      writeSitemap(
        Array.from({ length: 50_001 }, () => ({ path: '/', changed: undefined })),
        absolute,
      ),
    ).toThrow('50000');
  });
});
