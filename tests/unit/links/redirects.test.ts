import { describe, expect, test } from 'vitest';
import { writeHostRedirects } from '../../../src/links/host-redirects.ts';
import { listMovedLists } from '../../../src/links/moved-lists.ts';
import { listRedirects } from '../../../src/links/redirects.ts';
import { sampleTopic } from '../library/sample-topic.ts';
import { sampleQa } from './sample-qa.ts';

describe('listRedirects', () => {
  test('leads every former address to its page', () => {
    const pages = [
      { path: '/q/new22222/', redirectFrom: ['/q/old22222/', '/q/older222/'] },
      { path: '/topics/disaster/', redirectFrom: ['/topics/bosai/'] },
      { path: '/q/other222/', redirectFrom: [] },
    ];
    expect(listRedirects(pages)).toEqual([
      { from: '/q/old22222/', to: '/q/new22222/' },
      { from: '/q/older222/', to: '/q/new22222/' },
      { from: '/topics/bosai/', to: '/topics/disaster/' },
    ]);
  });

  test('refuses to hide a page that still stands', () => {
    expect(() =>
      listRedirects([
        { path: '/q/aaaaaaaa/', redirectFrom: ['/q/bbbbbbbb/'] },
        { path: '/q/bbbbbbbb/', redirectFrom: [] },
      ]),
    ).toThrow('いまもページがあります');
  });

  test('refuses two claims on one former address, but not one claim made twice', () => {
    expect(() =>
      listRedirects([
        { path: '/q/aaaaaaaa/', redirectFrom: ['/q/cccccccc/'] },
        { path: '/q/bbbbbbbb/', redirectFrom: ['/q/cccccccc/'] },
      ]),
    ).toThrow('どちらか一方');
    expect(listRedirects([{ path: '/q/aaaaaaaa/', redirectFrom: ['/q/cccccccc/', '/q/cccccccc/'] }])).toHaveLength(1);
  });
});

describe('listMovedLists', () => {
  test('leads the pages of a renamed topic to those of its new name, also within the months', () => {
    const tax = sampleTopic('tax', [], { redirectFrom: ['/topics/zei/', '/q/old22222/'] });
    const qas = Array.from({ length: 60 }, (_, index) =>
      sampleQa({ id: `q${String(index).padStart(7, '0')}`, topics: ['tax'], months: [4] }),
    );
    expect(listMovedLists(qas, [tax])).toEqual([
      { path: '/topics/tax/page/1/', redirectFrom: ['/topics/zei/page/1/'] },
      { path: '/months/4/tax/', redirectFrom: ['/months/4/zei/'] },
      { path: '/months/4/tax/page/1/', redirectFrom: ['/months/4/zei/page/1/'] },
    ]);
    expect(listMovedLists(qas, [sampleTopic('tax')])).toEqual([]);
  });
});

describe('writeHostRedirects', () => {
  const files = writeHostRedirects([{ from: '/q/old.2222/', to: '/q/new22222/' }], '/kenjinkai/');

  test('speaks to Netlify and Cloudflare Pages', () => {
    expect(files._redirects.split('\n')).toContain('/kenjinkai/q/old.2222/ /kenjinkai/q/new22222/ 301');
  });

  test('gives Apache a pattern that matches the address with and without its index file and nothing else', () => {
    const [, pattern = '', target] = /RedirectMatch 301 "([^"]+)" "([^"]+)"/.exec(files['.htaccess']) ?? [];
    const matches = new RegExp(pattern);
    expect(target).toBe('/kenjinkai/q/new22222/');
    expect('/kenjinkai/q/old.2222/').toMatch(matches);
    expect('/kenjinkai/q/old.2222/index.html').toMatch(matches);
    expect('/kenjinkai/q/oldx2222/').not.toMatch(matches);
    expect('/kenjinkai/q/old.2222/more/').not.toMatch(matches);
  });

  test('gives nginx a map with and without the last slash', () => {
    expect(files['hosting/nginx-redirects.map']).toContain(
      '\n/kenjinkai/q/old.2222/ /kenjinkai/q/new22222/;\n/kenjinkai/q/old.2222 /kenjinkai/q/new22222/;\n',
    );
  });
});
