import { describe, expect, it } from 'vitest';
import { compileMdx } from '../../../src/mdx/compile-mdx.ts';
import { checkImage, checkLink, underBase } from '../../../src/mdx/links.ts';

describe('checkLink', () => {
  it.each([
    'https://www.soumu.go.jp/',
    'http://www.city.example.jp/a?b=c:d#e',
    'HTTPS://laws.e-gov.go.jp/',
    'https://ja.wikipedia.org/wiki/庁舎',
    'https://例え.jp/',
    'https://example.jp:8443/a%2Fb',
    'mailto:soumu@city.example',
    'mailto:soumu@city.example?subject=a',
    'tel:+81-58-000-0000',
    'tel:058(000)0000',
    '/',
    '/q/k7mq2pzd/',
    '/search/?q=庁舎&group=gifu',
    '../k7mq2pzd/',
    'k7mq2pzd',
    '#h-準備',
    '?q=a:b',
    '/q/a:b/',
    '',
  ])('allows %j', (url) => {
    expect(checkLink(url)).toBeUndefined();
  });

  it.each([
    ['javascript:alert(1)', 'link-scheme'],
    ['\tjavascript:alert(1)', 'link-scheme'],
    ['java\nscript:alert(1)', 'link-scheme'],
    ['java\0script:alert(1)', 'link-scheme'],
    ['%6aavascript:alert(1)', 'link-scheme'],
    ['%25%36aavascript:alert(1)', 'link-scheme'],
    [':alert(1)', 'link-scheme'],
    ['ftp://a.example/', 'link-scheme'],
    ['//a.example/', 'link-host'],
    ['///a.example/', 'link-host'],
    ['/\\a.example/', 'link-form'],
    ['\\\\a.example/', 'link-form'],
    ['／／a.example/', 'link-scheme'],
    ['/.//a.example/', 'link-form'],
    ['/../a/', 'link-form'],
    ['/%2e%2e/a/', 'link-form'],
    ['https:a.example', 'link-form'],
    ['https:/a.example', 'link-form'],
    ['https://', 'link-form'],
    ['https://a@b.example/', 'link-form'],
    ['https://a.example:port/', 'link-form'],
    ['https://a b/', 'link-form'],
    ['mailto:', 'link-form'],
    ['mailto:a@b.example:x', 'link-form'],
    ['tel:', 'link-form'],
    ['tel:javascript', 'link-form'],
  ])('refuses %j: %s', (url, fault) => {
    expect(checkLink(url)).toBe(fault);
  });
});

describe('checkImage', () => {
  it.each(['/images/a.png', '/media/2026/hall.webp', '/images/%E5%BA%81%E8%88%8E.JPG', '/images/庁舎.gif'])(
    'allows %j',
    (url) => {
      expect(checkImage(url)).toBeUndefined();
    },
  );

  it.each([
    ['https://a.example/a.png', 'image-outside'],
    ['//a.example/images/a.png', 'image-outside'],
    ['data:image/png;base64,AA==', 'image-outside'],
    [' https://a.example/a.png', 'image-outside'],
    ['images/a.png', 'image-form'],
    ['/admin/a.png', 'image-form'],
    ['/images/../a.png', 'image-form'],
    ['/images/%2e%2e/a.png', 'image-form'],
    ['/images//a.png', 'image-form'],
    ['/images/a.png?x', 'image-form'],
    ['/images/a.html', 'image-form'],
    ['/images/a.svg', 'image-form'],
    ['/images/a.png.SVG', 'image-form'],
    ['/images/a b.png', 'image-form'],
  ])('refuses %j: %s', (url, fault) => {
    expect(checkImage(url)).toBe(fault);
  });
});

describe('addresses on the page', () => {
  it('stand under the base path, however that is written', () => {
    expect(underBase('/q/a/', '/kenjinkai')).toBe('/kenjinkai/q/a/');
    for (const basePath of ['/kenjinkai', '/kenjinkai/'])
      expect(compileMdx('[a](/q/b/) ![図](/images/c.png)', { basePath }).html).toMatch(
        /href="\/kenjinkai\/q\/b\/".*src="\/kenjinkai\/images\/c.png"/,
      );
    expect(compileMdx('[a](/q/b/)', { basePath: '/' }).html).toContain('href="/q/b/"');
    expect(compileMdx('[a](../b/) [c](#d)', { basePath: '/kenjinkai/' }).html).toMatch(/href="..\/b\/".*href="#d"/);
  });

  it('say of others that they are outside, and give nothing away', () => {
    expect(compileMdx('[省](https://www.soumu.go.jp/)', { basePath: '/' }).html).toBe(
      '<p><a href="https://www.soumu.go.jp/" rel="noopener noreferrer external">省</a></p>',
    );
  });

  it('are refused where a reader could not tell them apart', () => {
    const codes = (source: string) => compileMdx(source, { basePath: '/' }).problems.map(({ code }) => code);
    expect(codes('詳しくはhttps://www.soumu.go.jp/をご覧ください')).toEqual(['link-boundary']);
    expect(codes('[https://www.soumu.go.jp/を](https://www.soumu.go.jp/を)')).toEqual([]);
    expect(codes('詳しくは https://www.soumu.go.jp/ をご覧ください')).toEqual([]);
    expect(codes('[](https://www.soumu.go.jp/)')).toEqual(['empty-link']);
    expect(codes('[ ![図](/images/a.png) ](/q/a/)')).toEqual([]);
  });
});
