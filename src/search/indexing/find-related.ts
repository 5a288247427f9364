import { inverseFrequency, weighTerms } from './weigh-terms.ts';
import { analyseQuery } from '../query/analyse-query.ts';
import type { Postings } from '../query/fuse.ts';
import { prepareVocabulary } from '../query/match-vocabulary.ts';
import type { IndexDocument } from '../record.ts';
import type { VocabularyFile } from '../vocabulary.ts';
import { collectKanaWords, compileVocabulary } from './compile-vocabulary.ts';

/**
 * For each document the ids of those that answer nearly the same question, nearest first: each question is put to the index
 * with its other words. Words simply add up here, which is enough between whole questions and fast for ten thousand.
 */
export function findRelated(documents: readonly IndexDocument[], vocabularyFiles: readonly VocabularyFile[], count: number): Map<string, string[]> {
  const { weights, frequencies } = weighTerms(documents, collectKanaWords(vocabularyFiles));
  const vocabulary = prepareVocabulary(compileVocabulary(vocabularyFiles, new Map(), (token) => frequencies.has(token)));
  const postings = invert(weights);
  const scores = new Float64Array(documents.length);
  return new Map(
    documents.map((document, own) => {
      scores.fill(0);
      for (const { token, weight } of analyseQuery(document.question, vocabulary).terms) {
        const { pages, scores: given } = postings.get(token) ?? none;
        for (let place = 0; place < pages.length; place += 1) {
          const page = pages[place] ?? 0;
          scores[page] = (scores[page] ?? 0) + weight * (given[place] ?? 0);
        }
      }
      const mine = scores[own] ?? 0;
      scores[own] = 0;
      return [document.id, best(scores, count, mine * leastShare).map((page) => documents[page]?.id ?? '')];
    }),
  );
}

/** A page is related if it answers at least this share of the question, measured by what the question's own page scores. */
const leastShare = 0.25;
const none: Postings = { pages: [], scores: [] };

function invert(weights: readonly ReadonlyMap<string, number>[]): Map<string, Postings> {
  const postings = new Map<string, { pages: number[]; scores: number[] }>();
  for (const [page, entry] of weights.entries()) {
    for (const [token, weight] of entry) {
      const held = postings.get(token) ?? { pages: [], scores: [] };
      held.pages.push(page);
      held.scores.push(weight);
      postings.set(token, held);
    }
  }
  for (const posting of postings.values()) {
    const idf = inverseFrequency(weights.length, posting.pages.length);
    posting.scores = posting.scores.map((weight) => weight * idf);
  }
  return postings;
}

function best(scores: Float64Array, count: number, least: number): number[] {
  const pages: number[] = [];
  for (const [page, score] of scores.entries()) {
    if (score < least || score === 0) continue;
    const place = pages.findIndex((held) => (scores[held] ?? 0) < score);
    if (place >= 0) pages.splice(place, 0, page);
    else if (pages.length < count) pages.push(page);
    if (pages.length > count) pages.pop();
  }
  return pages;
}
