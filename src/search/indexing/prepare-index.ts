import type { IndexDocument } from '../record.ts';
import type { Vocabulary, VocabularyFile } from '../vocabulary.ts';
import { collectInputOnly, collectKanaWords, compileVocabulary } from './compile-vocabulary.ts';
import { learnReadings } from './learn-readings.ts';
import { weighTerms, type TermWeights } from './weigh-terms.ts';

/** What the index and the related questions are both made from; weighing is most of the work of either. */
export function prepareIndex(documents: readonly IndexDocument[], vocabularyFiles: readonly VocabularyFile[]): PreparedIndex {
  const pages = [...documents].sort((a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id));
  const terms = weighTerms(pages, collectKanaWords(vocabularyFiles));
  const known = new Set(terms.tokens);
  return {
    pages,
    terms,
    vocabulary: compileVocabulary(vocabularyFiles, learnReadings(pages), (token) => known.has(token)),
    neverOffered: collectInputOnly(vocabularyFiles),
  };
}

export interface PreparedIndex {
  /** Oldest first. */
  readonly pages: readonly IndexDocument[];
  /** Of `pages`, in their order. */
  readonly terms: TermWeights;
  readonly vocabulary: Vocabulary;
  /** Tokens of words that editors let people type, and that the site does not write itself. */
  readonly neverOffered: ReadonlySet<string>;
}
