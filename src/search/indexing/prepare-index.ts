import type { IndexDocument, SiteParts, UnsearchedPage } from '../index-format.ts';
import type { FieldName, Vocabulary, VocabularyFile } from '../vocabulary.ts';
import { collectInputOnly, collectKanaWords, collectPairs, compileVocabulary } from './compile-vocabulary.ts';
import { learnReadings } from './learn-readings.ts';
import { defaultTuning, weighTerms, type TermWeights } from './weigh-terms.ts';
import { compareTexts } from '../../strings/compare.ts';

/** What the index and the related questions are both made from; weighing is most of the work of either. */
export function prepareIndex(
  documents: readonly IndexDocument[],
  vocabularyFiles: readonly VocabularyFile[],
  { others, names, unsearched }: SiteParts = nothingElse,
): PreparedIndex {
  const pages = [...documents].sort((a, b) => compareTexts(a.date, b.date) || compareTexts(a.id, b.id));
  const kanaWords = collectKanaWords(vocabularyFiles, pages);
  const terms = weighTerms(pages, kanaWords, defaultTuning, others);
  const known = new Set(terms.tokens);
  return {
    pages,
    others,
    unsearched,
    terms,
    vocabulary: compileVocabulary(vocabularyFiles, learnReadings(pages), (token) => known.has(token), kanaWords),
    names: names.filter(([token]) => known.has(token)),
    neverOffered: collectInputOnly(vocabularyFiles),
    realPairs: collectPairs(vocabularyFiles),
  };
}

const nothingElse: SiteParts = { others: [], names: [], unsearched: [] };

export interface PreparedIndex {
  /** Oldest first. */
  readonly pages: readonly IndexDocument[];
  /** Groups, topics and whatever else is found beside Q&As. */
  readonly others: readonly IndexDocument[];
  readonly unsearched: readonly UnsearchedPage[];
  /** Of `pages` and `others`, in their order. */
  readonly terms: TermWeights;
  readonly vocabulary: Vocabulary;
  /** Names that lead to a page. */
  readonly names: readonly FieldName[];
  /** Tokens of words that editors let people type, and that the site does not write itself. */
  readonly neverOffered: ReadonlySet<string>;
  /** Words of two kanji that are no slips, wherever they stand. */
  readonly realPairs: ReadonlySet<string>;
}
