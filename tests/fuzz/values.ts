import fc from 'fast-check';
import * as z from 'zod';
import { fieldText } from '../../src/schema/field.ts';
import { isOrganisationCode } from '../../src/schema/organisation-code.ts';
import { lineOf } from './texts.ts';
import { markdownOf, type Known } from './markdown.ts';

/**
 * Values of a schema at and just beyond its edges, made from the schema itself, so that a new field is tried as soon as
 * it stands there.
 */
export function valuesOf(schema: z.ZodType, known: KnownNames): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return fc.option(valuesOf(schema.unwrap() as z.ZodType, known), { nil: undefined, freq: 2 });
  }
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape as Record<string, z.ZodType>).map(
      ([name, type]) => [name, fieldOf(name, type, known)] as const,
    );
    return fc.record(Object.fromEntries(fields));
  }
  if (schema instanceof z.ZodArray) return listOf(schema, known);
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) return numberOf(schema);
  if (schema instanceof z.ZodURL) return rarely(fc.constantFrom(...refusedAddresses), fc.constantFrom(...addresses));
  if (schema instanceof z.ZodISODate) return rarely(fc.constantFrom(...refusedDays), fc.constantFrom(...days));
  return stringOf(schema);
}

function fieldOf(name: string, type: z.ZodType, known: KnownNames): fc.Arbitrary<unknown> {
  const { widget } = fieldText(type) ?? {};
  if (widget === 'markdown') return markdownOf(Math.min(3_800, longest(type)), known);
  if (name === 'group' || name === 'prefecture') return fc.constantFrom(...known.groups);
  if (name === 'audience') return rarely(fc.constant('members'), fc.constant('public'));
  if (name === 'topics') return fc.uniqueArray(fc.constantFrom(...known.topics), { minLength: 1, maxLength: 4 });
  if (name === 'related') return fc.uniqueArray(fc.constantFrom(...known.qas), { maxLength: 10 });
  if (name === 'redirectFrom')
    return fc.array(
      fc.oneof({ weight: 30, arbitrary: former }, { weight: 1, arbitrary: fc.constantFrom(...oddPaths) }),
      { maxLength: 3 },
    );
  if (name === 'organisation') return fc.option(fc.constantFrom(...organisations), { nil: undefined });
  return valuesOf(type, known);
}

function listOf(schema: z.ZodArray, known: KnownNames): fc.Arbitrary<unknown> {
  const [least, most] = [shortestList(schema), longestList(schema)];
  const item = valuesOf(schema.element as z.ZodType, known);
  const ordinary = fc.array(item, { minLength: least, maxLength: Math.max(least, Math.min(4, most)) });
  const full = fc.array(item, { minLength: Math.min(most, 60), maxLength: Math.min(most, 60) });
  const beyond = fc.array(item, { minLength: most + 1, maxLength: most + 1 });
  return fc.oneof(
    { weight: 60, arbitrary: ordinary },
    { weight: 3, arbitrary: full },
    { weight: most > 40 ? 0 : 1, arbitrary: beyond },
  );
}

function shortestList(schema: z.ZodArray): number {
  const issue = schema.safeParse([]).error?.issues.find(({ code }) => code === 'too_small');
  return issue?.code === 'too_small' ? Number(issue.minimum) : 0;
}

function longestList(schema: z.ZodArray): number {
  const issue = schema.safeParse(Array.from({ length: 10_000 })).error?.issues.find(({ code }) => code === 'too_big');
  return issue?.code === 'too_big' ? Number(issue.maximum) : 10;
}

function numberOf(schema: z.ZodNumber): fc.Arbitrary<number> {
  const [least, most] = [Math.max(schema.minValue ?? 0, -1e6), Math.min(schema.maxValue ?? 100, 1e6)];
  const sound =
    schema.format === 'safeint'
      ? fc.integer({ min: least, max: most })
      : fc.double({ min: least, max: most, noNaN: true });
  return rarely(
    fc.constantFrom(least - 1, most + 1, Number.NaN, Number.POSITIVE_INFINITY, 0.5, -0),
    fc.oneof(sound, fc.constantFrom(least, most)),
  );
}

/** What the type itself takes tells which kind of string it is. */
function stringOf(schema: z.ZodType): fc.Arbitrary<string> {
  const takes = (text: string): boolean => schema.safeParse(text).success;
  const candidates = [moments, kanas, codes, months, topicIds, qaIds, sizes].find(
    (list) => list.filter(takes).length > list.length / 3 && !takes('あ案'),
  );
  if (candidates)
    return rarely(
      fc.constantFrom(...candidates.filter((text) => !takes(text)), '', 'x y'),
      fc.constantFrom(...candidates.filter(takes)),
    );
  if (takes('ひらがな') && !takes('あ案')) return fc.constantFrom(...kanas);
  return lineOf(shortest(schema), Math.min(longest(schema), 1_000));
}

function longest(schema: z.ZodType): number {
  let [low, high] = [1, 40_000];
  const takes = (length: number): boolean => {
    const issues = schema.safeParse('案'.repeat(length)).error?.issues ?? [];
    return !issues.some(
      (issue) => issue.code === 'too_big' || (issue.code === 'custom' && issue.params?.['most'] !== undefined),
    );
  };
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (takes(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function shortest(schema: z.ZodType): number {
  for (let length = 1; length <= 50; length += 1) if (schema.safeParse('案'.repeat(length)).success) return length;
  return 1;
}

function rarely<Value>(odd: fc.Arbitrary<Value>, sound: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 60, arbitrary: sound }, { weight: 1, arbitrary: odd });
}

const former = fc
  .tuple(
    fc.constantFrom('/q/', '/topics/', '/old/', '/', '/a.b/', '/events/', '/pride/', '/pages/x/'),
    fc.integer({ min: 0, max: 1e9 }),
    fc.constantFrom('', '~x', '.v2', '_', '-', '/deep/er'),
  )
  .map(([folder, number, end]) => `${folder}f${number}${end}/`);

/** Beside what is made at random: what collides, leads elsewhere, or means something to a disk, a host or Astro. */
const oddPaths = [
  '/../',
  '/q/../x/',
  '/./',
  '/index.html/',
  '/index.htm/',
  '/404.html/',
  '/404/',
  '/500/',
  '/q/404/',
  '/index/',
  '/q/index/',
  '/icon.svg/',
  '/_redirects/',
  '/_headers/',
  '/.htaccess/',
  '/robots.txt/',
  '/con/',
  '/q/NUL/',
  '/aux.md/',
  `/${'a'.repeat(300)}/`,
  `/${'a'.repeat(100)}/`,
  '/feeds/new.xml/',
  '/feeds/x/',
  '/data/qa.json/',
  '/cards/',
  '/pagefind/x/',
  '/admin/',
  '/api/v1/',
  '/hosting/x/',
  '/assets/',
  '/_astro/x/',
  '/_image/',
  '/_server-islands/x/',
  '/search/',
  '/Search/',
  '/Q/AAAA/',
  '/months/4/',
  '/months/13/',
  '/pride/x/',
  '/sitemap.xml/',
  '/favicon.ico/',
  '/...former/',
  '/[id]/',
  '/card-order.json/',
  '/~/',
  '/-/',
  '/_/',
  '/q/~/',
  '/0/',
  '/api/',
  '/undefined/',
  '/null/',
  '/q/__proto__/',
  '/constructor/',
  '/toString/',
  '/q/a.b.c/',
  '/x.php/',
  '/x.asp/',
  '/wp-login.php/',
  '/node_modules/x/',
  '/@fs/x/',
  '/src/pages/',
  '/q/%2e%2e/',
  '/q/a b/',
  '/q//x/',
  '//evil/',
  '/topics/x/feed.xml/',
  '/events/calendar.ics/',
  '/ＱＡ/',
  '/q/質問/',
] as const;

const days = [
  '2026-05-20',
  '2024-02-29',
  '2000-02-29',
  '1868-01-01',
  '1868-01-25',
  '1912-07-30',
  '1926-12-25',
  '1989-01-08',
  '2019-05-01',
  '2025-12-31',
  '2026-01-01',
  '2020-01-01',
  '2100-12-31',
  '1900-03-01',
];
const refusedDays = [
  '0001-01-01',
  '9999-12-31',
  '2026-02-30',
  '1900-02-29',
  '2026-13-01',
  '2026-00-10',
  '',
  '2026-5-1',
  '1867-12-31',
];
const moments = [
  '2027-02-13T14:00+09:00',
  '2027-02-13T16:30:59+09:00',
  '2028-02-29T00:00Z',
  '2027-12-31T23:59:59-12:00',
  '2026-01-01T00:00+14:00',
  '1868-01-01T00:00+14:00',
  '2100-12-31T23:59-12:00',
  '2027-03-28T02:30+01:00',
  '1951-05-06T02:00+09:00',
  '2027-06-01T00:00+05:45',
  '9999-12-31T23:00+09:00',
  '0001-01-01T00:00Z',
  '2027-02-30T10:00+09:00',
  '2027-02-13T24:00+09:00',
  '2027-02-13',
  '2027-02-13T14:00+15:00',
];
const kanas = ['よみ', 'ひっこし', 'ー'.repeat(2), 'ん'.repeat(20), 'ゔぁいおりん', 'ゎゐゑを'];
const codes = Array.from({ length: 47 }, (_, index) => String(index + 1).padStart(2, '0'));
const months = ['2021-09', '1868-01', '2100-12', '2026-11'];
const topicIds = ['topic-a', 'constructor', 'x', 'a1-b2'];
const qaIds = ['zzzz2222', 'abcdef', 'abcdefghijkl'];
const sizes = ['1', '9999', '640'];
const addresses = [
  'https://www.example.jp/',
  'http://example.lg.jp:8080/a/b?c=d&e=f#g',
  'https://ja.wikipedia.org/wiki/岐阜県',
  'https://総務省.example.jp/',
  'https://www.example.jp/%E5%B2%90?x=%26%3C',
  `https://www.example.jp/${'a'.repeat(1_500)}`,
  'https://www.example.jp/\'(x)"<y>',
];
const refusedAddresses = [
  'http://user@example.jp/',
  'javascript:alert(1)',
  'http://localhost/',
  'https://example.jp%2f@evil.example/',
  '/q/x/',
  '',
];
const organisations = Array.from({ length: 100_000 }, (_, index) => String(212_000 + index))
  .filter(isOrganisationCode)
  .slice(0, 20);

export interface KnownNames extends Known {
  groups: readonly string[];
  topics: readonly string[];
}
