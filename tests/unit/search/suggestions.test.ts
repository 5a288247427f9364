import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compileVocabulary } from '../../../src/search/indexing/compile-vocabulary.ts';
import { writeSuggestions } from '../../../src/search/indexing/write-suggestions.ts';
import { findSuggestions, type SuggestionSource } from '../../../src/search/suggestions/find-suggestions.ts';
import { openSuggestions } from '../../../src/search/suggestions/open-suggestions.ts';
import { suggestionsFile, type NamedPlace, type SuggestionStart } from '../../../src/search/suggestions/record.ts';
import { makeDocument } from './memory-index.ts';

const documents = [
  makeDocument({
    id: 'move',
    question: '庁舎の引越しで業者はいつ決めますか',
    aliases: ['庁舎移転 業者選定'],
    date: '2022-01-01',
  }),
  makeDocument({ id: 'old', question: '引越しの荷物は何箱になりますか', date: '2020-01-01', prior: 0.7 }),
  makeDocument({ id: 'insure', question: '国民健康保険証はどこで返しますか', date: '2021-01-01' }),
  makeDocument({
    id: 'waste',
    question: '災害ごみの仮置場はどこに置きますか',
    aliases: ['ガレキ置き場'],
    date: '2023-01-01',
  }),
  makeDocument({ id: 'dog', question: '犬の登録はどこでしますか', date: '2024-01-01' }),
  makeDocument({ id: 'net', question: 'LGWAN系の端末でテレワークはできますか', date: '2024-02-01' }),
];
const places: NamedPlace[] = [
  { kind: 'topic', name: '庁舎の引越し', kana: 'ちょうしゃのひっこし', url: '/topics/office-move/' },
  { kind: 'group', name: '岐阜県人会', kana: 'ぎふけん', url: '/groups/gifu/' },
];
const vocabulary = compileVocabulary(
  [
    {
      readings: [
        { reading: 'ひっこし', words: ['引越し'] },
        { reading: 'いぬ', words: ['犬'] },
      ],
      synonyms: [
        { words: ['廃棄物', 'ごみ'], strength: 'same' },
        { words: ['犬'], to: ['畜犬'], strength: 'near' },
        { words: ['健康'], to: ['保健'], strength: 'near' },
      ],
    },
  ],
  new Map(),
  () => true,
);
let folder = '';
let source: SuggestionSource;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'suggestions-'));
  await writeSuggestions({ pages: documents, vocabulary }, places, folder);
  source = await openSuggestions(`${folder}/`, readAsFetch);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const readAsFetch = (async (file: string) => {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined
    ? { ok: false, status: 404 }
    : { ok: true, json: () => Promise.resolve(JSON.parse(text) as unknown) };
}) as unknown as typeof fetch;
const urls = async (text: string, recent: string[] = []) =>
  (await findSuggestions(text, source, recent)).map(({ url, text: shown }) => url ?? shown);

it.each([
  ['引', ['/topics/office-move/', '/q/move/', '/q/old/']],
  ['引っ越', ['/topics/office-move/', '/q/move/', '/q/old/']],
  ['ひっこ', ['/topics/office-move/', '/q/move/', '/q/old/']],
  ['hikk', ['/topics/office-move/', '/q/move/', '/q/old/']],
  ['ヒッコシ', ['/topics/office-move/', '/q/move/', '/q/old/']],
  ['引越し 荷', ['/q/old/']],
  ['引越しの荷物', ['/q/old/']],
  ['健康', ['/q/insure/']],
  ['康保', []],
  ['いぬ', ['/q/dog/']],
  ['テレ', ['/q/net/']],
  ['tere', ['/q/net/']],
  ['LG', ['/q/net/']],
  ['ごみ', ['/q/waste/']],
  ['廃棄', ['/q/waste/']],
  ['ぎふ', ['/groups/gifu/']],
  ['gi', ['/groups/gifu/']],
  ['業者選', ['/q/move/']],
  ['', []],
  ['zzz', []],
] as const)('offers for %s', async (typed, expected) => {
  expect(await urls(typed)).toEqual(expected);
});

it('shows the alias that was typed, and none where the question itself has the word', async () => {
  const [first] = await findSuggestions('がれき', source, []);
  expect(first).toMatchObject({ url: '/q/waste/', alias: 'ガレキ置き場' });
  expect((await findSuggestions('庁舎移転', source, []))[0]).toMatchObject({ alias: '庁舎移転 業者選定' });
  expect((await findSuggestions('災害', source, []))[0]).not.toHaveProperty('alias');
});

it('offers the reader’s own searches first, at most six lines, and not what stands in the box', async () => {
  const recent = ['引越し 時期', '引越し 業者 選定', '引越し', '選挙'];
  const found = await findSuggestions('引越し', source, recent);
  expect(found.map(({ kind }) => kind)).toEqual(['recent', 'recent', 'topic', 'question', 'question']);
  expect(found.length).toBeLessThanOrEqual(6);
  expect(
    await urls(
      '引越',
      Array.from({ length: 8 }, (_, number) => `引越し ${number}`),
    ),
  ).toHaveLength(6);
});

it('names its files by their content, and the same content by the same names', async () => {
  const other = await mkdtemp(path.join(tmpdir(), 'suggestions-'));
  const start = async () => JSON.parse(await readFile(path.join(other, suggestionsFile), 'utf8')) as SuggestionStart;
  await writeSuggestions({ pages: documents, vocabulary }, places, other);
  expect((await start()).folder).toBe(
    (JSON.parse(await readFile(path.join(folder, suggestionsFile), 'utf8')) as SuggestionStart).folder,
  );
  await writeSuggestions({ pages: documents.slice(1), vocabulary }, places, other);
  expect((await start()).folder).not.toBe(
    (JSON.parse(await readFile(path.join(folder, suggestionsFile), 'utf8')) as SuggestionStart).folder,
  );
  await rm(other, { recursive: true });
});

it('answers a beginning that many shards hold from its head, and longer ones whole', async () => {
  const many = Array.from({ length: 6_000 }, (_, number) =>
    makeDocument({
      id: `n${number}`,
      question: `市${String.fromCharCode(0x4e00 + number)}${String.fromCharCode(0x4e00 + ((number * 7) % 9_000))}の届出`,
      date: `20${10 + (number % 10)}-01-01`,
    }),
  );
  const other = await mkdtemp(path.join(tmpdir(), 'suggestions-'));
  await writeSuggestions({ pages: many, vocabulary }, [], other);
  const fetched: string[] = [];
  const opened = await openSuggestions(
    `${other}/`,
    ((file: string) => (fetched.push(file), readAsFetch(file))) as typeof fetch,
  );
  expect(await findSuggestions('市', opened, [])).toHaveLength(6);
  expect(fetched.filter((file) => /\/\d+\.json$/.test(file))).toEqual([]);
  const wanted = many[1_234]?.question ?? '';
  expect((await findSuggestions(wanted.slice(0, 3), opened, [])).map(({ text }) => text)).toContain(wanted);
  expect(fetched.filter((file) => /\/\d+\.json$/.test(file)).length).toBeLessThanOrEqual(2);
  await rm(other, { recursive: true });
});
