import fc from 'fast-check';
import { PNG } from 'pngjs';
import { stringify } from 'yaml';
import type { Finding } from '../../src/lint/finding.ts';
import { lintContent } from '../../src/lint/lint-content.ts';
import { collectionOf } from '../../src/lint/locate-file.ts';
import { compileText, type CheckedText } from '../../src/lint/markdown-parts.ts';
import { parseDocument, type AnyDocument } from '../../src/lint/parse-document.ts';
import { parsePrivacyExceptions } from '../../src/lint/privacy-exceptions.ts';
import { collections, type CollectionName } from '../../src/schema/collections.ts';
import { prefectures } from '../../src/schema/prefectures.ts';
import { valuesOf, type KnownNames } from './values.ts';

/** A site of random entries, about `count` of them, by path; the same seed gives the same. */
export function makeSite(seed: number, count: number): Files {
  const share = (part: number): number => Math.max(4, Math.round(count * part));
  const qas = Array.from({ length: share(0.55) }, (_, index) => idOf(index));
  const anchors = qas.slice(0, 6);
  const topics = [
    'topic-a',
    'constructor',
    'x',
    'a'.repeat(100),
    '404',
    'feed',
    'prototype',
    'con',
    ...Array.from({ length: 12 }, (_, index) => `topic-${index}`),
  ];
  const events = [
    'calendar',
    'index',
    'nul',
    'b'.repeat(100),
    'c'.repeat(101),
    ...Array.from({ length: share(0.2) }, (_, index) => `event-${index}`),
  ];
  const names: KnownNames = {
    groups: prefectures.map(({ id }) => id),
    topics: goodTopics,
    qas: anchors,
    images: sitePictures,
    others: ['/topics/topic-a/', '/events/event-1/', '/', '/search/?q=x#y'],
  };
  const sample = sampler(seed, names);
  const entries: [file: string, value: Fields][] = [
    ...sample('qa', qas.length).map((value, index): [string, Fields] => qaOf(value, qas[index] ?? '', anchors)),
    ...sample('events', events.length).map((value, index): [string, Fields] => [
      `content/events/${events[index]}.yaml`,
      withTime(value, index),
    ]),
    ...sample('topics', topics.length).map((value, index): [string, Fields] => [
      `content/topics/${topics[index]}.yaml`,
      { ...value, parent: undefined },
    ]),
    ...sample('groups', 47).map((value, index): [string, Fields] => groupOf(value, index)),
    ...sample('pride', share(0.15)).map((value, index): [string, Fields] => [
      `content/pride/pride-${index}.yaml`,
      value,
    ]),
    ...sample('vocabulary', share(0.1)).map((value, index): [string, Fields] => [
      `content/vocabulary/words-${index}.yaml`,
      value,
    ]),
    ...sample('pages', 4).map((value, index): [string, Fields] => [`content/pages/page-${index}.mdx`, value]),
  ];
  const bodies = fc.sample(valuesOf(collections.pride.schema.shape.text, names), {
    numRuns: entries.length,
    seed: seed + 99,
  }) as string[];
  return Object.fromEntries(
    entries.map(([file, value], index) => [
      file,
      write(file, consistent(value), isPlain(value) ? '本文です。' : (bodies[index] ?? '')),
    ]),
  );
}

/**
 * What the check accepts of some files: entries with errors are left out, then those that referred to them, until
 * nothing is wrong.
 */
export function keepAccepted(files: Files, today: string): { accepted: Files; findings: Finding[] } {
  let accepted = { ...files, ...missingParts(files, today) };
  const all: Finding[] = [];
  for (;;) {
    const findings = lint(accepted, today);
    all.push(...findings);
    const wrong = new Set(findings.filter(({ severity }) => severity === 'error').map(({ file }) => file));
    if (wrong.size === 0) return { accepted, findings: all };
    accepted = Object.fromEntries(Object.entries(accepted).filter(([file]) => !wrong.has(file)));
  }
}

export function lint(files: Files, today: string): Finding[] {
  const documents = Object.entries(files).flatMap(([file, source]): AnyDocument[] => {
    const collection = collectionOf(file);
    return collection === undefined ? [] : [parseDocument(file, source, collection) as AnyDocument];
  });
  const exceptions = files[exceptionsFile];
  return lintContent({
    documents,
    today,
    media: new Set(sitePictures),
    compile,
    exceptions: exceptions === undefined ? undefined : parsePrivacyExceptions(exceptions),
  });
}

/** The same texts are compiled once, though a site is checked again and again as entries fall away. */
function compile(text: string): CheckedText {
  const known = compiled.get(text) ?? compileText(text);
  compiled.set(text, known);
  return known;
}

const compiled = new Map<string, CheckedText>();

/** Every Q&A needs its group and its topics: a plain one takes the place of one that is refused. */
function missingParts(files: Files, today: string): Files {
  const wrong = new Set(
    lint(files, today)
      .filter(({ severity }) => severity === 'error')
      .map(({ file }) => file),
  );
  const groups = prefectures.map(({ id, code, name }, index): [string, string] => [
    `content/groups/${id}.yaml`,
    stringify({
      code,
      name,
      kana: 'よみ',
      groupName: `${name}人会`,
      region: 'chubu',
      neighbours: [],
      tile: tileOf(index),
      introduction: '紹介です。',
    }),
  ]);
  const topics = goodTopics.map((id): [string, string] => [
    `content/topics/${id}.yaml`,
    stringify({ name: '話題', kana: 'わだい', order: 1, description: '説明です。' }),
  ]);
  return Object.fromEntries([...groups, ...topics].filter(([file]) => files[file] === undefined || wrong.has(file)));
}

function sampler(seed: number, names: KnownNames) {
  let next = seed;
  return (name: CollectionName, count: number): Fields[] =>
    fc.sample(valuesOf(collections[name].schema, names), { numRuns: count, seed: (next += 1) }) as Fields[];
}

/** Fields that depend on one another agree in most entries, so that most are accepted. */
function consistent(value: Fields): Fields {
  const result: Fields = Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
  if (typeof result['status'] === 'string' && result['asked'] !== undefined) {
    if (result['status'] === 'withdrawn') result['withdrawn'] ??= { date: '2026-06-01' };
    else delete result['withdrawn'];
    if (result['provenance'] !== 'sample') {
      result['consent'] ??= { date: '2026-05-20', scope: '案' };
      if (!Array.isArray(result['sources']) || result['sources'].length === 0) result['sources'] = [{ title: '資料' }];
    }
    const { asked, reviewBy } = result;
    if (String(reviewBy) < String(asked)) Object.assign(result, { asked: reviewBy, reviewBy: asked });
    if (String(result['asked']) > '2026-05-20') result['asked'] = '2026-05-18';
    if (Array.isArray(result['answers']))
      for (const answer of result['answers'] as Fields[])
        if (String(answer['date']) > latestAnswer(result)) answer['date'] = latestAnswer(result);
    if (result['timing'] === 'yearly' && (result['months'] as unknown[] | undefined)?.length === 0)
      result['months'] = [4];
    if (Array.isArray(result['related'])) result['related'] = result['related'].filter((id) => id !== result['id']);
    if (
      typeof result['practice'] === 'object' &&
      Object.values(result['practice'] as Fields).every((field) => field === undefined)
    )
      delete result['practice'];
    for (const basis of (result['basis'] ?? []) as Fields[])
      if (String(basis['checked']) > '2026-11') basis['checked'] = '2026-05-20';
  }
  return result;
}

/** No answer lies ahead or after its review. */
function latestAnswer({ reviewBy }: Fields): string {
  return String(reviewBy) < '2026-05-20' ? String(reviewBy) : '2026-05-20';
}

/** What others refer to is plain, so that they are not refused for its sake. */
function qaOf(value: Fields, id: string, anchors: readonly string[]): [string, Fields] {
  const plain: Fields = {
    question: `${id}の引越しはいつ決めればよいですか。`,
    summary: '早めに決めます。',
    answers: [plainAnswer],
    sources: [],
    status: 'current',
    audience: 'public',
    provenance: 'sample',
    topics: ['topic-a'],
    group: 'gifu',
    asked: '2026-05-18',
    reviewBy: '2027-05-18',
  };
  const fields = anchors.includes(id) ? plain : value;
  return [`content/qa/${String(fields['group'])}/${id}.mdx`, { ...fields, id }];
}

const plainAnswer = {
  by: { kind: 'city', population: 'from-50k', prefecture: 'gifu' },
  date: '2026-05-20',
  text: '早めに決めます。',
};

function isPlain({ answers }: Fields): boolean {
  return Array.isArray(answers) && answers[0] === plainAnswer;
}

function withTime(value: Fields, index: number): Fields {
  const { start, end } = value;
  const [from, to] = Date.parse(String(start)) > Date.parse(String(end)) ? [end, start] : [start, end];
  // Every eleventh keeps its order, right or wrong.
  return {
    ...value,
    ...(index % 11 === 0 ? {} : { start: from, end: to }),
    when: value['when'] ?? (start === undefined || end === undefined ? '春ごろ' : undefined),
  };
}

function groupOf(value: Fields, index: number): [string, Fields] {
  const { id, code, name } = prefectures[index] ?? prefectures[0];
  const founded = String(value['founded']) > '2026-11' ? '2021-09' : value['founded'];
  return [`content/groups/${id}.yaml`, { ...value, code, name, neighbours: [], tile: tileOf(index), founded }];
}

function tileOf(index: number): { column: number; row: number } {
  return { column: 1 + (index % 14), row: 1 + Math.floor(index / 14) };
}

function write(file: string, value: Fields, body: string): string {
  const fields = stringify(value, { lineWidth: 0 });
  if (file.startsWith('content/pages/')) return `---\n${fields}---\n\n## 見出し\n\n本文です。\n`;
  return file.endsWith('.mdx') ? `---\n${fields}---\n\n${body}\n` : fields;
}

/** Six, eight or twelve characters, never one that looks like a word. */
function idOf(index: number): string {
  const number = (index + 2).toString(36).padStart(4, '0');
  return `${['z9', 'z9y8', 'z9y8x7w6'][index % 3]}${number}`;
}

/** The ones that Q&As may bear. */
const goodTopics = ['topic-a', 'topic-0', 'topic-1', 'constructor', 'x', 'prototype', 'feed'];

export const sitePictures = ['/images/a.png', '/images/zu-1.png'];

/** One pixel that the check of pictures accepts. */
export const pictureBytes: Buffer = PNG.sync.write(new PNG({ width: 1, height: 1 }));

const exceptionsFile = 'content/privacy-exceptions.yaml';

export type Files = Record<string, string>;

type Fields = Record<string, unknown>;
