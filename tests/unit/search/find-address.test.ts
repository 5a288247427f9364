import { describe, expect, it } from 'vitest';
import { findAddress } from '../../../src/search/find-address.ts';

const site = { home: 'http://localhost:4321/kb/', published: 'https://kenjinkai.example/' };
const first = (text: string) => {
  const found = findAddress(text, site);
  return found?.keys.find((key) => known.includes(key));
};
const known = [
  'q/f6dnabg6',
  'q/movers-old',
  'groups/gifu',
  'topics/office-move',
  'pride/#2m5aydp7',
  'pages/how-to-write',
  'months/4',
  'search',
  'q/f6dnabg6.md',
];

it('finds an address where the browser has no `URL.parse` and no `URL.canParse`', () => {
  const { parse, canParse } = URL;
  Reflect.deleteProperty(URL, 'parse');
  Reflect.deleteProperty(URL, 'canParse');
  try {
    expect(first('https://kenjinkai.example/q/f6dnabg6/')).toBe('q/f6dnabg6');
    expect(findAddress('http://kenjinkai.example:99999/q/f6dnabg6/', site)).toBeUndefined();
  } finally {
    Object.assign(URL, { parse, canParse });
  }
});

describe('a page of this site', () => {
  it.each([
    'https://kenjinkai.example/q/f6dnabg6/',
    'http://localhost:4321/kb/q/f6dnabg6/',
    'https://kenjinkai.example/other/folder/q/f6dnabg6/',
    'https://kenjinkai.example/q/f6dnabg6',
    'https://kenjinkai.example/q/f6dnabg6/index.html',
    'https://kenjinkai.example/q/f6dnabg6/#a2',
    'https://kenjinkai.example/q/f6dnabg6/?utm_source=chat#a2',
    'HTTPS://KENJINKAI.EXAMPLE/Q/F6DNABG6/',
    'ｈｔｔｐｓ：／／ｋｅｎｊｉｎｋａｉ．ｅｘａｍｐｌｅ／ｑ／ｆ６ｄｎａｂｇ６／',
    '引越しを頼む業者は https://kenjinkai.example/q/f6dnabg6/ を見てください。',
    '（https://kenjinkai.example/q/f6dnabg6/）',
    '<https://kenjinkai.example/q/f6dnabg6/>',
    'https://kenjinkai.example/q/f6dnabg6/。',
    '//kenjinkai.example/q/f6dnabg6/',
    'kenjinkai.example/q/f6dnabg6/',
    'localhost:4321/kb/q/f6dnabg6/'.replace('localhost:4321', 'kenjinkai.example'),
    '/q/f6dnabg6/',
    'q/f6dnabg6',
    '/kb/q/f6dnabg6/#a1',
    '../../q/f6dnabg6/',
    '／ｑ／ｆ６ｄｎａｂｇ６／',
    'f6dnabg6',
    '　ｆ６ｄｎａｂｇ６ ',
    'F6DNABG6',
  ])('%s', (text) => expect(first(text)).toBe('q/f6dnabg6'));

  it.each([
    ['/q/movers-old/', 'q/movers-old'],
    ['https://kenjinkai.example/groups/gifu/', 'groups/gifu'],
    ['office-move', 'topics/office-move'],
    ['how-to-write', 'pages/how-to-write'],
    ['https://kenjinkai.example/pride/#2m5aydp7', 'pride/#2m5aydp7'],
    ['2m5aydp7', 'pride/#2m5aydp7'],
    ['https://kenjinkai.example/pages/how-to-write/#画像', 'pages/how-to-write'],
    ['/months/4/', 'months/4'],
    ['/search/?q=引越し&group=gifu', 'search'],
    ['https://kenjinkai.example/q/f6dnabg6.md', 'q/f6dnabg6.md'],
  ])('%s', (text, key) => expect(first(text)).toBe(key));

  it('keeps the anchor, and of other addresses than searches nothing else', () => {
    expect(findAddress('https://kenjinkai.example/q/f6dnabg6/?utm_source=chat#a2', site)?.suffix).toBe('#a2');
    expect(findAddress('https://kenjinkai.example/search/?q=a#top', site)?.suffix).toBe('?q=a#top');
    expect(findAddress('https://kenjinkai.example/q/f6dnabg6/#"><script>', site)?.suffix).toBe('');
  });
  it('leaves what was typed beside it to be searched', () =>
    expect(findAddress('引越しの件 https://kenjinkai.example/q/f6dnabg6/', site)?.rest).toBe('引越しの件'));
});

it.each(['https://www.soumu.go.jp/main_sosiki/', 'www.city.example.jp/kurashi/gomi.html', 'http://f6dnabg6.example/'])(
  '%s is of another host',
  (text) => expect(findAddress(text, site)).toMatchObject({ isOurs: false }),
);
it.each([
  'https://www.soumu.go.jp/',
  'https://www.city.example.jp/events/',
  'https://www.city.example.jp/groups/gifu/',
])('%s leads nowhere here', (text) => expect(findAddress(text, site)).toMatchObject({ isOurs: false, keys: [] }));
it.each(['http://localhost:4321/kb/', 'https://kenjinkai.example', 'https://kenjinkai.example/'])(
  '%s is the home page',
  (text) => expect(findAddress(text, site)?.keys.at(-1)).toBe(''),
);
it('an address of another host may still name a page that is here too', () => {
  expect(findAddress('https://mirror.example/kb/q/f6dnabg6/', site)).toMatchObject({ isOurs: false });
  expect(first('https://mirror.example/kb/q/f6dnabg6/')).toBe('q/f6dnabg6');
});

it.each([
  '引越し 業者',
  '1/2',
  '3.5㎡',
  '24/7 対応',
  'Web会議/テレワーク',
  '令和3/10/5',
  'A/B',
  'a@example.jp',
  '会議室と/会議',
  'コピー機 PC/AT',
])('%s is no address', (text) =>
  expect(findAddress(text, site)?.keys.some((key) => known.includes(key)) ?? false).toBe(false),
);
it('a word alone may be both', () =>
  expect(findAddress('telework', site)).toMatchObject({ mayBeWords: true, rest: 'telework' }));
it.each(['引越し 業者', 'a@example.jp', '2021年', '令和8年'])('%s is nothing of the kind', (text) =>
  expect(findAddress(text, site)).toBeUndefined(),
);
