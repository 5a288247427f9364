/**
 * What search knows of words, as the browser gets it: editors' vocabulary cut down to what can lead to a page of this
 * site.
 */
export interface Vocabulary {
  readonly synonyms: readonly SynonymEntry[];
  /** Phrases that say nothing of the subject, with the weight that is left to them. */
  readonly stop: readonly StopEntry[];
  /** Hiragana reading → the words it is the reading of. */
  readonly readings: readonly (readonly [reading: string, words: readonly string[]])[];
  /**
   * Words of hiragana, or of kanji and hiragana, that index and query keep whole; written as in `everyday-words.ts`.
   */
  readonly kanaWords: readonly string[];
  /** Words that katakana compounds are made of, as hiragana. */
  readonly loans: readonly string[];
}

/** Without `to`, each of `words` finds the others; with it, each of `words` finds each of `to`. */
export type SynonymEntry = readonly [strength: Strength | 'sibling', words: readonly string[], to?: readonly string[]];
export type StopEntry = readonly [weight: number, phrases: readonly string[]];
/**
 * As editors write it. A `near` group of equals becomes `sibling`: each is the other's neighbour, none is what the
 * other means.
 */
type Strength = 'same' | 'near' | 'related';

/** What is needed of the vocabulary for every query; the rest is fetched by the letters that a query holds. */
export interface VocabularyBase extends Pick<Vocabulary, 'stop' | 'kanaWords'> {
  /** The first two letters of all matching keys, as `packPrefixes` writes them. */
  readonly beginnings: string;
  /** The file of `loans`, which only a query with a long katakana word needs. */
  readonly loans: string;
  /** The folder of its parts, and in order the first beginning of each. */
  readonly folder: string;
  readonly parts: readonly string[];
  /** What can be typed for a group, a topic or another value that pages are listed under. */
  readonly names?: readonly FieldName[];
}

/** All that the vocabulary knows of the words that begin with certain letters. */
export type VocabularyPart = Pick<Vocabulary, 'synonyms' | 'readings'> & Partial<Pick<Vocabulary, 'loans'>>;

/** One file of `content/vocabulary` as editors write it. */
export interface VocabularyFile {
  readonly synonyms?: readonly SynonymGroup[] | undefined;
  readonly stop?: readonly { readonly phrases: readonly string[]; readonly weight?: number | undefined }[] | undefined;
  readonly readings?: readonly { readonly reading: string; readonly words: readonly string[] }[] | undefined;
}

interface SynonymGroup {
  readonly words: readonly string[];
  readonly to?: readonly string[] | undefined;
  /** Words that lead to the others and that nothing leads to; they are never offered. */
  readonly inputOnly?: readonly string[] | undefined;
  readonly strength: Strength;
}

/** A value of a closed list: its token, what readers call it, and other forms in which it is typed. */
export type FieldName = readonly [token: string, label: string, forms: readonly string[]];
