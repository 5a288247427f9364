import { describe, expect, test } from 'vitest';
import { absoluteLinks, absoluteMarkdown } from '../../../src/links/absolute-links.ts';
import { findVanished, listPermanentUrls, readReleased, writeReleased } from '../../../src/links/permanent-urls.ts';
import { listSitemapParts, writeSitemap, writeSitemapIndex, type SiteContent } from '../../../src/links/site-pages.ts';
import type { LibraryQa } from '../../../src/library/qas.ts';
import { sampleTopic } from '../library/sample-topic.ts';
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
    'data/groups/gifu.json',
    'groups/gifu/posts/3/index.html',
    'sitemap.xml',
    'sitemap/2026-1.xml',
    '_astro/a.js',
    'cards/0.png',
    'pagefind/x.json',
    'admin/index.html',
  ];

  test('are pages, feeds, calendars and data, not what has a new name with each build', () => {
    expect(listPermanentUrls(built)).toEqual([
      '/',
      '/data/groups/gifu.json',
      '/data/qa.csv',
      '/events/calendar.ics',
      '/feeds/new.xml',
      '/groups/gifu/posts/3/',
      '/q/abcd2345/',
      '/q/wind2345/',
      '/sitemap.xml',
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
  const content: Omit<SiteContent, 'all'> = {
    topics: [],
    groups: [{ id: 'gifu' }, { id: 'nagano' }],
    events: [],
    day: '2026-11-28',
    pages: [{ slug: 'about', updated: '2026-01-02' }],
  };
  const listParts = (qas: LibraryQa[], own: Partial<SiteContent> = {}) =>
    new Map(listSitemapParts({ ...content, all: qas, ...own }).map(({ name, pages }) => [name, pages]));
  /** Newest first. */
  const many = (count: number, own: (index: number) => Partial<LibraryQa> = () => ({})) =>
    Array.from({ length: count }, (_, index) =>
      sampleQa({ id: `q${String(count - index).padStart(7, '0')}`, timing: 'anytime', ...own(index) }),
    );

  test('says when each page last changed, in Japan, and nothing where it does not know', () => {
    const parts = listParts([sampleQa(), sampleQa({ id: 'zzzz2345', changed: '2026-11-22T16:00:00Z' })]);
    const changed = Object.fromEntries([...parts.values()].flat().map((page) => [page.path, page.changed]));
    expect(changed).toMatchObject({
      '/q/abcd2345/': '2026-06-01',
      '/q/zzzz2345/': '2026-11-23',
      '/new/': '2026-11-23',
      '/groups/gifu/': '2026-11-23',
      '/pages/about/': '2026-01-02',
    });
    expect(changed['/groups/nagano/']).toBeUndefined();
  });

  test('gives no day to a Q&A whose last change is not known, and to a list the newest that is', () => {
    const qas = [sampleQa({ changed: null, group: 'nagano' }), sampleQa({ id: 'zzzz2345', changed: null })];
    const known = sampleQa({ id: 'yyyy2345', changed: '2026-11-22T10:00:00+09:00' });
    const changed = Object.fromEntries(
      [...listParts([...qas, known]).values()].flat().map((page) => [page.path, page.changed]),
    );
    expect(changed['/q/zzzz2345/']).toBeUndefined();
    expect(changed['/groups/nagano/']).toBeUndefined();
    expect(changed['/groups/gifu/']).toBe('2026-11-22');
  });

  test('names every page of every list, each with the last change of what it shows', () => {
    const qas = many(120, (index) => ({
      changed: index < 50 ? '2026-11-22T00:00:00+09:00' : '2026-10-01T00:00:00+09:00',
      topics: ['tax'],
      timing: 'yearly',
    }));
    const parts = listParts(qas, { topics: [sampleTopic('tax')] });
    const changed = new Map([...parts.values()].flat().map((page) => [page.path, page.changed]));
    for (const path of [
      '/new/',
      '/new/page/1/',
      '/new/page/2/',
      '/topics/tax/page/2/',
      '/groups/gifu/posts/1/',
      '/months/4/page/1/',
      '/months/4/tax/',
      '/months/4/tax/page/2/',
    ])
      expect(changed.has(path), path).toBe(true);
    expect([changed.get('/new/'), changed.get('/new/page/2/')]).toEqual(['2026-11-22', '2026-10-01']);
  });

  test('has parts of at most a thousand addresses, and each address once', () => {
    const parts = listParts(many(2_300));
    const paths = [...parts.values()].flat().map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const [name, pages] of parts) expect(pages.length, name).toBeLessThanOrEqual(1_000);
    expect([...parts.keys()]).toEqual(['pages-1', 'lists-1', '2026-3', '2026-2', '2026-1']);
  });

  test('has Q&As in parts by the year of the question, which keep them when others come', () => {
    const asked = (index: number) => ({ asked: index < 1_100 ? '2026-05-01' : '2025-05-01' });
    const before = listParts(many(1_200, asked));
    expect([...before.keys()]).toEqual(['pages-1', 'lists-1', '2026-2', '2026-1', '2025-1']);
    const newer = sampleQa({ id: 'zzzzzzzz', asked: '2026-06-01' });
    const answeredAnew = many(1_200, asked).reverse();
    const after = listParts([newer, ...answeredAnew]);
    expect(after.get('2025-1')).toEqual(before.get('2025-1'));
    expect(after.get('2026-1')).toEqual(before.get('2026-1'));
    expect(after.get('2026-2')?.map(({ path }) => path)).toContain('/q/zzzzzzzz/');
  });

  test('leaves out what is withdrawn, whose place stays', () => {
    const qas = many(1_200);
    const without = qas.map((qa, index): LibraryQa => (index === 1_150 ? { ...qa, status: 'withdrawn' } : qa));
    expect(listParts(without).get('2026-2')).toEqual(listParts(qas).get('2026-2'));
    expect(listParts(without).get('2026-1')).toHaveLength(999);
  });

  test('is an index that says when each part last changed', () => {
    const part = { name: '2026-1', pages: [{ path: '/q/abcd2345/', changed: '2026-06-01' }] };
    expect(writeSitemap(part.pages, absolute)).toContain(
      '<url><loc>https://example.lg.jp/base/q/abcd2345/</loc><lastmod>2026-06-01</lastmod></url>',
    );
    const both = [...part.pages, { path: '/q/zzzz2345/', changed: '2026-07-01' }];
    const index = writeSitemapIndex(
      [
        { ...part, pages: both },
        { name: 'pages-1', pages: [{ path: '/events/', changed: undefined }] },
      ],
      absolute,
    );
    expect(index).toContain(
      '<sitemap><loc>https://example.lg.jp/base/sitemap/2026-1.xml</loc><lastmod>2026-07-01</lastmod></sitemap>',
    );
    expect(index).toContain('<sitemap><loc>https://example.lg.jp/base/sitemap/pages-1.xml</loc></sitemap>');
  });
});
