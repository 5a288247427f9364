import { cutKatakana, minCompoundLength } from '../../text/cut-katakana.ts';
import type { FoldedText } from '../../text/fold-text.ts';
import { toHiragana } from '../../text/kana.ts';
import { toMatchingKey, toMatchingKeyWithOrigin, toWordKey } from '../../text/matching-key.ts';
import { isCrossWordBigram } from '../../text/cross-word-bigrams.ts';
import type { Word } from '../../text/token.ts';
import { isLetter, tokeniseWithOrigin, type KanaWords } from '../../text/tokenise.ts';
import type { Term } from './term-list.ts';

/**
 * Finds the stretches of a text to highlight, sorted by start, the longer first. `start` and `end` (exclusive) are
 * offsets in UTF-16 units of `text`; marks may overlap. Typed words are found by their tokens, synonyms only as whole
 * words. A stretch counts if the index has the token there: けが is found in けが人 and not in だけが, コロナ in コロナワクチン and バス
 * not in バスケット.
 */
export function findMarks(text: string, terms: readonly Term[], kanaWords: KanaWords): Mark[] {
  const reader = readText(text, kanaWords);
  const marks = terms.flatMap((term) => stretchesOf(reader, term).map((stretch) => ({ ...stretch, term })));
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Those of `terms` that `findMarks` would mark in a text, in the order given. */
export function termsIn(text: string, terms: readonly Term[], kanaWords: KanaWords): Term[] {
  const reader = readText(text, kanaWords);
  return terms.filter((term) => stretchesOf(reader, term).length > 0);
}

function stretchesOf(reader: Reader, term: Term): Stretch[] {
  if (term.kind === 'field') return [];
  // A cross-word bigram is marked together with both words.
  if (isCrossWordBigram(term.kind) || term.kind === 'prefix') return stretchesOfWhole(reader, term.found);
  // The bare number 3 of a typed 3月 gets no mark of its own: 3月 is marked as a whole.
  if (term.kind === 'number' && !/^[\d.,]+$/.test(term.typed)) return [];
  // Synonyms that inflect are found by their stem: けがを for 怪我 by けが, and 古い for ふるい by 古.
  if (term.reason !== 'same' && term.kind === 'hiragana' && onlyKana.test(term.found))
    return reader.mayHold(term.token) ? stretchesOfToken(reader, term.token) : [];
  if (term.reason !== 'same' && term.kind === 'letter' && adjective.test(term.found))
    return stretchesOfKanji(reader, term.token, true);
  if (term.reason !== 'same') return stretchesOfWhole(reader, term.found);
  if (isLetter(term.kind) || onlyKanji.test(term.token))
    return stretchesOfKanji(reader, term.token, isLetter(term.kind));
  return reader.mayHold(term.token) ? stretchesOfToken(reader, term.token) : [];
}

/** The whole words of the text that give a typed token of kana, Latin letters or digits. */
function stretchesOfToken(reader: Reader, token: string): Stretch[] {
  return reader.words().flatMap(({ start, end, tokens }) => {
    const word = tokens.find(({ text }) => text === token);
    return word ? [extendOverKatakana(reader, typedPart(reader, { start, end }, word.text))] : [];
  });
}

/** The typed part of a word in several scripts: ごみ of 生ごみ. */
function typedPart(reader: Reader, { start, end }: Stretch, token: string): Stretch {
  const key = toMatchingKeyWithOrigin(reader.text.slice(start, end));
  const at = /\p{sc=Han}/u.test(key.text) && !/\d/.test(key.text) ? key.text.indexOf(token) : -1;
  return at < 0
    ? { start, end }
    : { start: start + (key.starts[at] ?? 0), end: start + (key.ends[at + token.length - 1] ?? 0) };
}

/** Extends a stretch over the whole katakana word at its ends, since a mark never ends inside one. */
function extendOverKatakana({ text }: Reader, { start, end }: Stretch): Stretch {
  let [from, to] = [start, end];
  if (katakana.test(text[from] ?? '')) while (katakana.test(text[from - 1] ?? '')) from -= 1;
  if (katakana.test(text[to - 1] ?? '')) while (katakana.test(text[to] ?? '')) to += 1;
  return { start: from, end: to };
}

/** Kanji as they are, or with the okurigana of one word between them (引っ越し). `isAlone`: with no kanji beside them. */
function stretchesOfKanji(reader: Reader, token: string, isAlone: boolean): Stretch[] {
  return reader.find(token).flatMap(({ start, end }) => {
    const { text } = reader;
    if (isAlone && (isKanji(text[start - 1]) || isKanji(text[end]))) return [];
    const between = text.slice(start, end).replace(/[^ぁ-ん]/g, '');
    // 写真に残す does not hold the word 写真残: に is a particle, no okurigana.
    return between === '' || (token.length === 2 && between !== 'に') ? [{ start, end }] : [];
  });
}

/** A synonym counts only as a whole: both of its ends have to be ends of words in the text. */
function stretchesOfWhole(reader: Reader, found: string): Stretch[] {
  const key = toWordKey(found);
  if (onlyKanji.test(key)) return stretchesOfKanji(reader, key, key.length === 1);
  return reader.find(key).flatMap((stretch) => {
    const isWhole = [stretch.start, stretch.end].every(
      (edge) => isEdge(reader, edge) || isPartOfCompound(reader, stretch, edge),
    );
    return isWhole ? [extendOverKatakana(reader, stretch)] : [];
  });
}

/** Whether a word may end at an offset of a text: between two kanji, or where the script or the word changes. */
function isEdge(reader: Reader, offset: number): boolean {
  const [before = '', after = ''] = [reader.text[offset - 1], reader.text[offset]];
  if (katakana.test(before) && katakana.test(after)) return false;
  if (/[a-z]/i.test(before) && /[a-z]/i.test(after)) return false;
  if (/\d/.test(before) && /\d/.test(after)) return false;
  if (!hiragana.test(before) && !hiragana.test(after)) return true;
  if (!hiragana.test(before + after) || !/^[ぁ-ゖー]{2}$/.test(before + after)) return true;
  return reader.words().some(({ start, end }) => start === offset || end === offset);
}

/** Whether the word that ends at `edge`, inside a katakana compound, is one of its parts: 新型コロナ in 新型コロナワクチン. */
function isPartOfCompound(reader: Reader, { start, end }: Stretch, edge: number): boolean {
  if (!katakana.test(reader.text[edge - 1] ?? '') || !katakana.test(reader.text[edge] ?? '')) return false;
  const run = extendOverKatakana(reader, { start: edge - 1, end: edge });
  const own = reader.text.slice(Math.max(start, run.start), Math.min(end, run.end));
  const parts = cutKatakana(toHiragana(reader.text.slice(run.start, run.end)), reader.kanaWords.loans);
  return parts.includes(toHiragana(own));
}

/**
 * Prepares a text for searching. Cutting it into words and mapping folded offsets back is slow, so both are done when
 * first needed: most texts hold few of the terms.
 */
function readText(text: string, kanaWords: KanaWords): Reader {
  const folded = toMatchingKey(text);
  let origin: FoldedText | undefined;
  let words: readonly Word[] | undefined;
  return {
    text,
    kanaWords,
    words: () => (words ??= tokeniseWithOrigin(text, kanaWords)),
    // Tokens differ from the text: Latin words lose hyphens, numbers have many forms, verbs change the last syllable.
    mayHold: (token) => {
      if (/^[a-z]/.test(token)) return /[a-z]/.test(folded);
      if (/^\d/.test(token)) return numerals.test(folded);
      return folded.includes(/^[ぁ-ゖー]{3,}$/.test(token) ? token.slice(0, -1) : token);
    },
    find: (part) => {
      if (part === '' || !folded.includes(part)) return [];
      const key = (origin ??= toMatchingKeyWithOrigin(text));
      const stretches: Stretch[] = [];
      for (let at = key.text.indexOf(part); at >= 0; at = key.text.indexOf(part, at + part.length)) {
        stretches.push({ start: key.starts[at] ?? 0, end: withLongVowel(text, key.ends[at + part.length - 1] ?? 0) });
      }
      return stretches;
    },
  };
}

/** The end after a ー that follows: matching keys drop it at the end of a word (メンバー), and the mark covers it. */
function withLongVowel(text: string, end: number): number {
  return text[end] === 'ー' ? end + 1 : end;
}

/**
 * Whether a text has a katakana compound in which a term can only be found with the list of loanwords
 * (`kanaWords.loans`).
 */
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
const longRun = new RegExp(`[ァ-ヺー]{${minCompoundLength},}`, 'g');
const katakana = /[ァ-ヺーｦ-ﾟ]/;
const hiragana = /[ぁ-ゖ]/;
const onlyKanji = /^\p{sc=Han}+$/u;

function isKanji(character: string | undefined): boolean {
  return character !== undefined && /\p{sc=Han}/u.test(character);
}

interface Reader {
  readonly text: string;
  readonly kanaWords: KanaWords;
  /** The words of the text, with offsets into it. */
  readonly words: () => readonly Word[];
  /** False where the text cannot hold the token in any form; a quick test before the slow search. */
  readonly mayHold: (token: string) => boolean;
  /** Every stretch of the text whose matching key is `part`. */
  readonly find: (part: string) => Stretch[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Mark extends Stretch {
  readonly term: Term;
}
