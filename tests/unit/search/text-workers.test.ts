import { expect, it } from 'vitest';
import { AskedQuestions } from '../../../src/search/indexing/asked-questions.ts';
import { findRelated, relatedCount } from '../../../src/search/indexing/find-related.ts';
import { prepareIndex } from '../../../src/search/indexing/prepare-index.ts';
import { TextStore } from '../../../src/search/indexing/text-store.ts';
import { openTextWorkers, type TextWorkers } from '../../../src/search/indexing/text-workers.ts';
import type { IndexDocument } from '../../../src/search/index-format.ts';
import { makeDocument } from './memory-index.ts';

const words = [
  '庁舎移転',
  '予防接種の会場',
  'マイナンバーカード',
  '議会の答弁',
  'けがをした職員',
  'オンライン申請システム',
];
const documents: IndexDocument[] = Array.from({ length: 700 }, (_, number) => {
  const [first = '', second = ''] = [words[number % 6], words[(number * 5 + 1) % 6]];
  return makeDocument({ id: `g${number}`, question: `${first}は、${second}と合わせて何から始めますか（${number}）` });
});

/** Everything of an index that texts decide. */
async function readAll(workers: TextWorkers): Promise<unknown> {
  const texts = new TextStore();
  await texts.cutAhead(documents, [], [], workers);
  const prepared = prepareIndex(documents, [], undefined, texts);
  const asked = new AskedQuestions();
  await asked.askAhead(prepared, workers);
  const { tokens, pages } = prepared.terms;
  return {
    newTexts: texts.newTexts,
    words: prepared.texts.map((text) => text.words),
    weights: pages.map((page) => Array.from(page.tokens, (token, place) => [tokens[token], page.weights[place]])),
    related: findRelated(prepared, relatedCount, asked),
  };
}

const alone: TextWorkers = { cut: async () => undefined, ask: async () => undefined, end: async () => undefined };

it('an index is the same whether texts are cut in one thread or in several', async () => {
  const workers = openTextWorkers();
  const shared = await readAll(workers);
  await workers.end();
  expect(shared).toEqual(await readAll(alone));
});

it('what a worker does not live to do is done by whoever reads the texts', async () => {
  const workers = openTextWorkers();
  const reading = readAll(workers);
  await workers.end();
  expect(await reading).toEqual(await readAll(alone));
});
