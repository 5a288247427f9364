import type { DisplayDocument, Facets, WordList, WordScript } from '../index-format.ts';
import type { PreparedVocabulary } from './match-vocabulary.ts';
import type { PostingsOf } from './score-documents.ts';

/** What a search needs of an index, wherever it is stored. Pages are numbered as the index has them. */
export interface SearchIndex {
  readonly pageCount: number;
  /** Most pages in the first list of a token. */
  readonly cap: number;
  /**
   * What the vocabulary knows of the words that a text can hold; with `withLoans` also what katakana compounds are made
   * of.
   */
  readonly readVocabulary: (text: string, withLoans?: boolean) => Promise<PreparedVocabulary>;
  /** With `withTails` also the pages that a common token's first list leaves out. */
  readonly lookUp: (tokens: readonly string[], withTails: boolean) => Promise<PostingsOf>;
  /**
   * As `lookUp`, among groups, topics and other pages, which are numbered from 0; each stands in `lookUp`'s numbers
   * behind the Q&As.
   */
  readonly lookUpOthers?: (tokens: readonly string[]) => Promise<PostingsOf>;
  readonly otherCount?: number;
  /** For each page its place from oldest to newest. */
  readonly readDates: () => Promise<readonly number[]>;
  readonly readFacets: () => Promise<Facets>;
  /** Of words of two kanji at least those that have a letter of `word` in its place. */
  readonly readWords: (script: WordScript, word: string) => Promise<WordList>;
  readonly readDocument: (page: number) => Promise<DisplayDocument>;
}
