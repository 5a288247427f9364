import type { FieldName, VocabularyPart } from './vocabulary.ts';

/** Names and shapes shared by what builds the search index and what reads it in the browser. */

/**
 * One page as the index sees it. `aliases` are searched, and shown only to who typed them; `prior` is 1 for a current
 * page and less for one that should sink.
 */
export interface IndexDocument {
  readonly id: string;
  readonly url: string;
  readonly question: string;
  readonly aliases: readonly string[];
  readonly summary: string;
  readonly sections: readonly Section[];
  readonly meta: DocumentMeta;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** ISO day; results sort by it. */
  readonly date: string;
  readonly prior: number;
  /** What is known of the page beside its texts, as tokens that `fieldToken` writes, each with its weight. */
  readonly fields?: readonly (readonly [token: string, weight: number])[];
  /** Paths inside the site at which the page stands, or stood; its own first. */
  readonly addresses?: readonly string[];
}

export interface Section {
  readonly anchor: string;
  readonly heading: string;
  readonly text: string;
  /** A `fact` is what the page shows around its texts: sources, topics, who answered. */
  readonly kind: 'answer' | 'body' | 'fact';
}

/** Where the summary, and the part of a body before its first heading, stand on the page of a Q&A. */
export const summaryAnchor = 'summary';
export const writeUpAnchor = 'write-up';

/** What the site consists of beside its Q&As, as far as searches find it. */
export interface SiteParts {
  /** Groups, topics, events and other pages: shown beside Q&As, never among them. */
  readonly others: readonly IndexDocument[];
  /** What can be typed for a value of a closed list. */
  readonly names: readonly FieldName[];
  /** Pages that no word finds, and their addresses do. */
  readonly unsearched: readonly UnsearchedPage[];
}

export interface UnsearchedPage {
  readonly url: string;
  readonly title: string;
  readonly addresses: readonly string[];
}

/** Strings that a result shows as they are. */
export type DocumentMeta = Readonly<Record<string, string>>;

/** What the browser fetches of each result that is shown, with those of its pack. */
export interface DisplayDocument extends Pick<
  IndexDocument,
  'id' | 'url' | 'question' | 'summary' | 'sections' | 'meta'
> {
  /** Those that say more than question and summary. */
  readonly aliases?: readonly string[];
}

/** `search.json`: what one build of the index consists of; the only file that is fetched past the cache. */
export interface Manifest {
  /** Changes with every change of the index. */
  readonly version: string;
  readonly documents: number;
  /** Groups, topics and other pages, which stand behind the Q&As. */
  readonly others: number;
  /**
   * What Pagefind opens with: its Wasm, what stands around its list of pages, and the file of the ends of its parts.
   * Nothing is there to open if there is no page.
   */
  readonly opening?: {
    readonly wasm: string;
    readonly frame: PageListFrame;
    readonly parts: string;
    readonly ends: string;
  };
  /** Most pages that one token leads to at first; the others stand under its tail token. */
  readonly cap: number;
  /** What Pagefind's scores were multiplied with, so that they fit its weights. */
  readonly scale: number;
  /** The first token of each section into which the words of the index are divided, in order. */
  readonly sections: readonly string[];
  readonly vocabulary: string;
  /** What is read ahead of later searches. */
  readonly ahead: string;
  /** How many pages' display documents lie in one file. */
  readonly packSize: number;
  /** The folder of these files, named by what is in all of them. */
  readonly packs: string;
  /** For each page its place from oldest to newest. */
  readonly dates: string;
  readonly facets: string;
  /** Which pages stand at which addresses. */
  readonly addresses: string;
  /** Word lists for "did you mean", by script; of pairs a folder, whose files are numbered by `pairFiles`. */
  readonly words: Readonly<Record<WordScript, string>>;
}

/** What stands around the pages in Pagefind's list, as base64, and the length that each page is given. */
export interface PageListFrame {
  readonly before: string;
  readonly after: string;
  readonly length: number;
}

/** In order: the first address of each part, and the name of its file. */
export type AddressParts = readonly (readonly [first: string, file: string])[];
/**
 * Each address without the slashes at its ends, in lower case, and the place of its page in the index, or what is there
 * instead.
 */
export type AddressPart = readonly (readonly [address: string, page: number | UnsearchedTarget])[];
type UnsearchedTarget = Pick<UnsearchedPage, 'url' | 'title'>;

/** Read after the first answer, for the searches to come. */
export interface Ahead {
  /** All parts of the vocabulary, by their files. */
  readonly vocabulary: Readonly<Record<string, VocabularyPart>>;
  /** Bundles of all other files, of an index that is not too large: it then answers without a network. */
  readonly bundles: readonly string[];
}

/** What each page can be filtered by, in the order of the index. */
export interface Facets {
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** For each filter and page the places of its values. */
  readonly pages: Readonly<Record<string, readonly (readonly number[])[]>>;
}

/** Words of the index with the number of pages they are on, most frequent first. */
export type WordList = readonly (readonly [word: string, pages: number])[];
/** The same as a file has it: numbers of pages, each with the words that stand on so many, parted by spaces. */
export type PackedWords = readonly (readonly [pages: number, words: string])[];
/**
 * `kanji` are compounds of three and more, `pair` words of two kanji, with those of the vocabulary that stand on no
 * page.
 */
export type WordScript = 'kana' | 'kanji' | 'pair' | 'latin';

/** Where an index part lies; `digest` is that of all parts. */
export function indexPart(digest: string, number: number): string {
  return `index.${digest}/${number.toString(36)}.pf_index`;
}

/** In which files a word of two kanji stands: with those that share its first letter, and its second. */
export function pairFiles(word: string): readonly [number, number] {
  return [word.charCodeAt(0) % pairFilesOfLetter, pairFilesOfLetter + (word.charCodeAt(1) % pairFilesOfLetter)];
}

const pairFilesOfLetter = 16;
export const pairFileCount = 2 * pairFilesOfLetter;

/** Folder of the index under the site's base path. */
export const indexFolder = 'pagefind';
export const manifestFile = 'search.json';
/** One of many files of a folder that is named by their content: no list of them has to be fetched. */
export function numberedFile(folder: string, number: number): string {
  return `${folder}/${number.toString(36)}.json`;
}

/** Pagefind's code for "no language": it then neither segments nor stems what it is given. */
export const indexLanguage = 'unknown';

/**
 * A token as Pagefind stores it: three letters of a–z and 0–9 for each character, since Pagefind drops the marks of
 * kana (が would be か) and, on a Japanese page, cuts Japanese queries; and a closing letter, so that no token is the
 * beginning of another (Pagefind searches by prefix).
 */
export function encodeToken(token: string): string {
  let encoded = '';
  for (let index = 0; index < token.length; index += 1)
    encoded += (token.charCodeAt(index) % belowClosing).toString(36).padStart(3, '0');
  return encoded + closing;
}

/** `group/akita` or `day/2026-07` as the index holds it; no text is cut into such a token. */
export function fieldToken(field: string, value: string): string {
  return `@${field}/${value}`;
}

/** Where the pages stand that `cap` left out of the token's own list. */
export function encodeTailToken(token: string): string {
  return `${tailMark}${encodeToken(token)}`;
}

const closing = 'z';
/** Stands before the tail token of an encoded token; no code of a character begins with it. */
const tailMark = closing;
/** Codes from here on would begin with the closing letter. */
const belowClosing = 35 * 36 * 36;
