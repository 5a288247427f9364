import type { IndexDocument, SiteParts, UnsearchedPage } from '../index-format.ts';
import type { FieldName, Vocabulary, VocabularyFile } from '../vocabulary.ts';
import { collectInputOnly, collectPairs, compileVocabulary } from './compile-vocabulary.ts';
import { learnReadings } from './learn-readings.ts';
import { compareTexts } from '../../strings/compare.ts';
import type { Streams } from './read-streams.ts';
import { TextStore, type PageText } from './text-store.ts';
import { weighStreams, type TermWeights, type WeighedDocument } from './weigh-terms.ts';

/**
 * What the index and the related questions are both made from. What `texts` holds is not read again, and makes no
 * difference to what comes out.
 */
export function prepareIndex(
  documents: readonly IndexDocument[],
  vocabularyFiles: readonly VocabularyFile[],
  { others, names, unsearched }: SiteParts = nothingElse,
  texts: TextStore = new TextStore(),
): PreparedIndex {
  const pages = [...documents].sort((a, b) => compareTexts(a.date, b.date) || compareTexts(a.id, b.id));
  const read = texts.read(pages, others, vocabularyFiles);
  const weigh = (of: readonly IndexDocument[], streams: readonly Streams[]): WeighedDocument[] =>
    of.flatMap(({ prior }, place) => (streams[place] ? [{ streams: streams[place], prior }] : []));
  const terms = weighStreams(weigh(pages, read.pages), weigh(others, read.others), read.tokens);
  const known = new Set(terms.tokens);
  return {
    pages,
    texts: read.texts,
    others,
    unsearched,
    terms,
    vocabulary: compileVocabulary(
      vocabularyFiles,
      learnReadings(read.texts.map(({ readings }) => readings)),
      (token) => known.has(token),
      read.kanaWords,
    ),
    names: names.filter(([token]) => known.has(token)),
    neverOffered: collectInputOnly(vocabularyFiles),
    realPairs: collectPairs(vocabularyFiles),
  };
}

const nothingElse: SiteParts = { others: [], names: [], unsearched: [] };

export interface PreparedIndex {
  /** Oldest first. */
  readonly pages: readonly IndexDocument[];
  /** What was read in each of them. */
  readonly texts: readonly PageText[];
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
