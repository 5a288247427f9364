import {
  collectInputOnly,
  collectKanaWords,
  collectPairs,
  compileVocabulary,
} from '../../../src/search/indexing/compile-vocabulary.ts';
import { invert } from '../../../src/search/indexing/invert.ts';
import { learnReadings } from '../../../src/search/indexing/learn-readings.ts';
import { readFacts } from '../../../src/search/indexing/read-facts.ts';
import { listFacets } from '../../../src/search/indexing/list-facets.ts';
import { listWords } from '../../../src/search/indexing/list-words.ts';
import { weighTerms } from '../../../src/search/indexing/weigh-terms.ts';
import type { PageTerms } from '../../../src/search/indexing/split-tails.ts';
import type { Postings } from '../../../src/search/query/score-documents.ts';
import { prepareVocabulary } from '../../../src/search/query/match-vocabulary.ts';
import type { SearchIndex } from '../../../src/search/query/search-index.ts';
import type { IndexDocument, SiteParts } from '../../../src/search/index-format.ts';
import type { VocabularyFile } from '../../../src/search/vocabulary.ts';

/** A search index in memory: what the browser gets, without Pagefind and without a network. */
export function makeMemoryIndex(
  documents: readonly IndexDocument[],
  files: readonly VocabularyFile[] = [],
  { others = [], names = [] }: Partial<SiteParts> = {},
): SearchIndex {
  const facts = documents.map(readFacts);
  const kanaWords = collectKanaWords(
    files,
    facts.map(({ alone }) => alone),
  );
  const terms = weighTerms(documents, kanaWords, others);
  const listed = (pages: readonly PageTerms[]): Map<string, Postings> =>
    new Map(
      [...invert({ ...terms, pages })].map(
        ([token, { pages: holding, scores }]) => [token, { pages: [...holding], scores: [...scores] }] as const,
      ),
    );
  const postings = listed(terms.pages);
  const ofOthers = listed(terms.others);
  const given = learnReadings(facts.map(({ readings }) => readings));
  const compiled = compileVocabulary(files, given, (token) => postings.has(token), kanaWords);
  const vocabulary = prepareVocabulary({ ...compiled, names });
  const none: Postings = { pages: [], scores: [] };
  return {
    pageCount: documents.length,
    cap: terms.cap,
    otherCount: others.length,
    readVocabulary: () => Promise.resolve(vocabulary),
    // As in the browser, nothing is known of a token that was not asked for.
    lookUp: (tokens) =>
      Promise.resolve((token: string) => (tokens.includes(token) ? (postings.get(token) ?? none) : none)),
    lookUpOthers: () => Promise.resolve((token: string) => ofOthers.get(token) ?? none),
    readDates: () => Promise.resolve(documents.map((_, page) => page)),
    readFacets: () => Promise.resolve(listFacets(documents)),
    readWords: (script) => Promise.resolve(listWords(terms, collectInputOnly(files), collectPairs(files))[script]),
    readDocument: (page) => Promise.resolve([...documents, ...others][page] ?? makeDocument({ id: 'missing' })),
  };
}

export function makeDocument(given: Partial<IndexDocument> & Pick<IndexDocument, 'id'>): IndexDocument {
  return {
    url: `/q/${given.id}/`,
    question: '',
    aliases: [],
    summary: '',
    sections: [],
    meta: {},
    filters: {},
    date: '2024-04-01',
    prior: 1,
    ...given,
  };
}

export function answer(text: string): IndexDocument['sections'] {
  return [{ anchor: 'answer', heading: '', text, kind: 'answer' }];
}
