import { cutKatakana, shortestCompound } from '../../text/cut-katakana.ts';
import type { FoldedText } from '../../text/fold-text.ts';
import { toHiragana } from '../../text/kana.ts';
import { toMatchingKey, toMatchingKeyWithOrigin, toWordKey } from '../../text/matching-key.ts';
import { isCrossWordBigram } from '../../text/cross-word-bigrams.ts';
import type { Word } from '../../text/token.ts';
import { isLetter, tokeniseWithOrigin, type KanaWords } from '../../text/tokenise.ts';
import type { Term } from './term-list.ts';

/**
 * Where matched terms stand in a text as words: what was typed by its tokens, other words only as a whole. A place
 * counts if the index has the token there: けが stands in けが人 and not in だけが, コロナ in コロナワクチン and バス not in バスケット.
 */
export function findMarks(text: string, terms: readonly Term[], kanaWords: KanaWords): Mark[] {
  const reader = readText(text, kanaWords);
  const marks = terms.flatMap((term) => placesOf(reader, term).map((place) => ({ ...place, term })));
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The terms that stand in a text. */
export function termsIn(text: string, terms: readonly Term[], kanaWords: KanaWords): Term[] {
  const reader = readText(text, kanaWords);
  return terms.filter((term) => placesOf(reader, term).length > 0);
}

function placesOf(reader: Reader, term: Term): Place[] {
  if (term.kind === 'field') return [];
  // Letters that tie two words are marked with both.
  if (isCrossWordBigram(term.kind) || term.kind === 'prefix') return placesOfWhole(reader, term.found);
  // 3 of 3月 is marked with its month.
  if (term.kind === 'number' && !/^[\d.,]+$/.test(term.typed)) return [];
  // けがを is another word for 怪我 by けが, and 古い for ふるい by 古: what follows changes.
  if (term.reason !== 'same' && term.kind === 'hiragana' && onlyKana.test(term.found))
    return reader.mayHold(term.token) ? placesOfToken(reader, term.token) : [];
  if (term.reason !== 'same' && term.kind === 'letter' && adjective.test(term.found))
    return placesOfKanji(reader, term.token, true);
  if (term.reason !== 'same') return placesOfWhole(reader, term.found);
  if (isLetter(term.kind) || onlyKanji.test(term.token)) return placesOfKanji(reader, term.token, isLetter(term.kind));
  return reader.mayHold(term.token) ? placesOfToken(reader, term.token) : [];
}

/** A typed token of kana, Latin letters or digits: the whole word that gives it. */
function placesOfToken(reader: Reader, token: string): Place[] {
  return reader.words().flatMap(({ start, end, tokens }) => {
    const word = tokens.find(({ text }) => text === token);
    return word ? [wholeLoan(reader, inside(reader, { start, end }, word.text))] : [];
  });
}

/** ごみ of 生ごみ: the part of a word of several scripts that was typed. */
function inside(reader: Reader, { start, end }: Place, token: string): Place {
  const key = toMatchingKeyWithOrigin(reader.text.slice(start, end));
  const at = /\p{sc=Han}/u.test(key.text) && !/\d/.test(key.text) ? key.text.indexOf(token) : -1;
  return at < 0
    ? { start, end }
    : { start: start + (key.starts[at] ?? 0), end: start + (key.ends[at + token.length - 1] ?? 0) };
}

/** A mark never ends inside a katakana word. */
function wholeLoan({ text }: Reader, { start, end }: Place): Place {
  let [from, to] = [start, end];
  if (katakana.test(text[from] ?? '')) while (katakana.test(text[from - 1] ?? '')) from -= 1;
  if (katakana.test(text[to - 1] ?? '')) while (katakana.test(text[to] ?? '')) to += 1;
  return { start: from, end: to };
}

/** Kanji stand as they are, or with the okurigana of one word between them (引っ越し); a single one stands alone. */
function placesOfKanji(reader: Reader, token: string, isAlone: boolean): Place[] {
  return reader.find(token).flatMap(({ start, end }) => {
    const { text } = reader;
    if (isAlone && (isKanji(text[start - 1]) || isKanji(text[end]))) return [];
    const between = text.slice(start, end).replace(/[^ぁ-ん]/g, '');
    // 写真に残す is not written 写真残す: に ends a word.
    return between === '' || (token.length === 2 && between !== 'に') ? [{ start, end }] : [];
  });
}

/** Other words for what was typed stand for it only as a whole, with words ending where it ends. */
function placesOfWhole(reader: Reader, found: string): Place[] {
  const key = toWordKey(found);
  if (onlyKanji.test(key)) return placesOfKanji(reader, key, key.length === 1);
  return reader.find(key).flatMap((place) => {
    const isWhole = [place.start, place.end].every((edge) => isEdge(reader, edge) || isLoanInside(reader, place, edge));
    return isWhole ? [wholeLoan(reader, place)] : [];
  });
}

/** Whether a word may end at a place of a text: letters of one script go on there only between kanji. */
function isEdge(reader: Reader, place: number): boolean {
  const [before = '', after = ''] = [reader.text[place - 1], reader.text[place]];
  if (katakana.test(before) && katakana.test(after)) return false;
  if (/[a-z]/i.test(before) && /[a-z]/i.test(after)) return false;
  if (/\d/.test(before) && /\d/.test(after)) return false;
  if (!hiragana.test(before) && !hiragana.test(after)) return true;
  if (!hiragana.test(before + after) || !/^[ぁ-ゖー]{2}$/.test(before + after)) return true;
  return reader.words().some(({ start, end }) => start === place || end === place);
}

/** Whether the katakana compound around an edge is made of the word that ends there: 新型コロナ in 新型コロナワクチン. */
function isLoanInside(reader: Reader, { start, end }: Place, edge: number): boolean {
  if (!katakana.test(reader.text[edge - 1] ?? '') || !katakana.test(reader.text[edge] ?? '')) return false;
  const run = wholeLoan(reader, { start: edge - 1, end: edge });
  const own = reader.text.slice(Math.max(start, run.start), Math.min(end, run.end));
  const parts = cutKatakana(toHiragana(reader.text.slice(run.start, run.end)), reader.kanaWords.loans);
  return parts.includes(toHiragana(own));
}

/**
 * A text, cut into words and held against its origin only where that decides something: most texts hold few of the
 * terms.
 */
function readText(text: string, kanaWords: KanaWords): Reader {
  const folded = toMatchingKey(text);
  let origin: FoldedText | undefined;
  let words: readonly Word[] | undefined;
  return {
    text,
    kanaWords,
    words: () => (words ??= tokeniseWithOrigin(text, kanaWords)),
    // Hyphens are left out of Latin words, numbers stand in many forms, and verbs change their last syllable.
    mayHold: (token) => {
      if (/^[a-z]/.test(token)) return /[a-z]/.test(folded);
      if (/^\d/.test(token)) return numerals.test(folded);
      return folded.includes(/^[ぁ-ゖー]{3,}$/.test(token) ? token.slice(0, -1) : token);
    },
    find: (part) => {
      if (part === '' || !folded.includes(part)) return [];
      const key = (origin ??= toMatchingKeyWithOrigin(text));
      const places: Place[] = [];
      for (let at = key.text.indexOf(part); at >= 0; at = key.text.indexOf(part, at + part.length)) {
        places.push({ start: key.starts[at] ?? 0, end: withLongVowel(text, key.ends[at + part.length - 1] ?? 0) });
      }
      return places;
    },
  };
}

/** A key has no long vowel at the end of a word; a mark does not stop before it: メンバー. */
function withLongVowel(text: string, end: number): number {
  return text[end] === 'ー' ? end + 1 : end;
}

/** Whether a text has a katakana word that only the list of loanwords can cut to find one of these terms in it. */
export function needsLoans(text: string, terms: readonly Term[]): boolean {
  const loans = terms
    .filter(({ found }) => katakana.test(found[0] ?? ''))
    .map(({ token, found, reason }) => (reason === 'same' ? token : toMatchingKey(found)));
  if (loans.length === 0) return false;
  const runs = text.match(longRun) ?? [];
  return runs.some((run) => loans.some((loan) => run.length > loan.length + 1 && toHiragana(run).includes(loan)));
}

const onlyKana = /^[ぁ-ゖー]+$/;
const adjective = /^\p{sc=Han}[ぁ-ゖ]+$/u;
const numerals = /[\d〇一二三四五六七八九十百千元]/;
const longRun = new RegExp(`[ァ-ヺー]{${shortestCompound},}`, 'g');
const katakana = /[ァ-ヺーｦ-ﾟ]/;
const hiragana = /[ぁ-ゖ]/;
const onlyKanji = /^\p{sc=Han}+$/u;

function isKanji(character: string | undefined): boolean {
  return character !== undefined && /\p{sc=Han}/u.test(character);
}

interface Reader {
  readonly text: string;
  readonly kanaWords: KanaWords;
  /** With offsets into the text. */
  readonly words: () => readonly Word[];
  /** False where the token stands in no form. */
  readonly mayHold: (token: string) => boolean;
  /** Where the matching key of a word stands. */
  readonly find: (part: string) => Place[];
}

interface Place {
  readonly start: number;
  readonly end: number;
}

export interface Mark extends Place {
  readonly term: Term;
}
