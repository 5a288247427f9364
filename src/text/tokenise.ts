import { bridgeWords } from './bridge-words.ts';
import { foldText, toHiragana } from './fold-text.ts';
import { functionWordLength, longestByBeginning } from './function-words.ts';
import { okurigana } from './matching-key.ts';
import { dropTrailing } from './trailing.ts';

/**
 * Cuts a text into words and each word into index tokens, by script alone: no dictionary and no `Intl.Segmenter`, whose
 * cuts differ between browsers. `kanaWords` are hiragana words that must stay whole.
 * Offsets are into the folded text.
 */
export function tokenise(text: string, kanaWords: KanaWords = noKanaWords): Word[] {
  return tokeniseFolded(foldText(text), kanaWords);
}

/** As `tokenise`, for a text that `foldText` has folded already. */
export function tokeniseFolded(folded: string, kanaWords: KanaWords = noKanaWords): Word[] {
  const words: Word[] = [];
  for (const match of folded.matchAll(runs)) {
    const [run] = match;
    const start = match.index;
    const isUnitOfNumber = run.length === 1 && start < (words.at(-1)?.end ?? 0);
    if (isUnitOfNumber) continue;
    if (match.groups?.['kanji'] !== undefined) words.push(kanjiWord(run, start));
    else if (match.groups?.['kata'] !== undefined) words.push(...katakanaWord(run, start));
    else if (match.groups?.['hira'] !== undefined) words.push(...hiraganaWords(run, start, kanaWords));
    else if (match.groups?.['number'] !== undefined) words.push(numberWord(run, start, folded));
    else words.push(latinWord(run, start));
  }
  return bridgeWords(words, folded);
}

export function makeKanaWords(words: Iterable<string>): KanaWords {
  const list = new Set([...words].filter((word) => /^[ぁ-ゖー]{2,12}$/.test(word)));
  return { has: list, longestFrom: longestByBeginning(list, 2) };
}

/** Kinds of token that are one kanji, too little to tell a word by. */
export function isLetter(kind: TokenKind): boolean {
  return kind === 'letter' || kind === 'part';
}

const noKanaWords: KanaWords = { has: new Set(), longestFrom: new Map() };

const kanji = '[\\p{sc=Han}〆]+';
const runs = new RegExp(
  `(?<kanji>${kanji}(?:[${okurigana}]{1,2}${kanji})*)|(?<kata>[ァ-ヺー]{2,})|(?<hira>[ぁ-ゖー]+)|(?<number>[0-9]+(?:[.,][0-9]+)*)|(?<latin>[a-z]+(?:[-&.'][a-z0-9]+|[0-9]+)*)`,
  'gu',
);

/** Kanji, also with okurigana inside (引っ越): the parts, and the pair of letters on both sides of each okurigana. */
function kanjiWord(run: string, start: number): Word {
  const parts = (/[ぁ-ん]/.test(run) ? run.split(/[ぁ-ん]+/) : [run]).map((part) => [...part]);
  const tokens: Token[] = [];
  for (const letters of parts) addKanjiTokens(letters, parts.length > 1 ? 'part' : 'letter', tokens);
  for (let index = 0; index + 1 < parts.length; index += 1) {
    tokens.push({ text: `${parts[index]?.at(-1) ?? ''}${parts[index + 1]?.[0] ?? ''}`, kind: 'joined' });
  }
  return { start, end: start + run.length, tokens };
}

function addKanjiTokens(letters: readonly string[], single: TokenKind, tokens: Token[]): void {
  const kind = letters.length === 1 ? single : letters.length === 2 ? 'word' : 'compound';
  tokens.push({ text: letters.join(''), kind });
  if (kind !== 'compound') return;
  for (let index = 1; index < letters.length; index += 1) tokens.push({ text: `${letters[index - 1] ?? ''}${letters[index] ?? ''}`, kind: 'pair' });
}

function katakanaWord(run: string, start: number): Word[] {
  const text = toHiragana(run.length > 3 ? dropTrailing(run, 'ー') : run);
  return text.length < 2 ? [] : [{ start, end: start + run.length, tokens: [{ text, kind: 'katakana' }] }];
}

function hiraganaWords(run: string, start: number, kanaWords: KanaWords): Word[] {
  const words: Word[] = [];
  let from = 0;
  const push = (until: number) => {
    const text = run.slice(from, until);
    if (text.length > 1) words.push({ start: start + from, end: start + until, tokens: [{ text, kind: 'hiragana' }] });
  };
  for (let index = 0; index < run.length; ) {
    const known = kanaWordLength(run, index, kanaWords);
    const grammar = known === 0 ? functionWordLength(run, index) : 0;
    if (known + grammar === 0) {
      index += 1;
      continue;
    }
    push(index);
    if (known > 0) {
      from = index;
      push(index + known);
    }
    index += known + grammar;
    from = index;
  }
  push(run.length);
  return words;
}

function kanaWordLength(run: string, from: number, { has, longestFrom }: KanaWords): number {
  const longest = longestFrom.get(run.slice(from, from + 2)) ?? 0;
  for (let length = Math.min(longest, run.length - from); length > 1; length -= 1) {
    if (has.has(run.slice(from, from + length))) return length;
  }
  return 0;
}

/** A number, and the number with the letter of its unit (14日, 3歳, 5g). */
function numberWord(run: string, start: number, folded: string): Word {
  const text = run.replaceAll(',', '');
  const end = start + run.length;
  const unit = /^(?:[\p{sc=Han}]|[ァ-ヺー]{2,}|[a-z]+)/u.exec(folded.slice(end, end + 12))?.[0];
  if (!unit) return { start, end, tokens: [{ text, kind: 'number' }] };
  return { start, end: end + unit.length, tokens: [{ text, kind: 'number' }, { text: `${text}${toHiragana(unit)}`, kind: 'measure' }] };
}

/** The whole without its hyphens (covid19) and, where it has them, its parts. */
function latinWord(run: string, start: number): Word {
  const parts = run.split(/[^a-z0-9]+/).filter((part) => part.length > 1);
  const texts = new Set([run.replace(/[^a-z0-9]/g, ''), ...parts]);
  return { start, end: start + run.length, tokens: [...texts].map((text) => ({ text, kind: 'latin' })) };
}

/**
 * `letter` is a kanji that stands alone (払う), `part` one inside a word with okurigana (引 in 引っ越し); `bridge` and `mixed` tie
 * a word to the next. `field` is cut from no text: it stands for a value of a closed list, or for a day.
 */
export type TokenKind = 'letter' | 'part' | 'word' | 'compound' | 'pair' | 'joined' | 'katakana' | 'hiragana' | 'number' | 'measure' | 'latin' | 'bridge' | 'mixed' | 'field';

export interface Token {
  readonly text: string;
  readonly kind: TokenKind;
}

export interface Word {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
}

export interface KanaWords {
  readonly has: ReadonlySet<string>;
  /** Length of the longest word by its first two letters: most places in a text begin none. */
  readonly longestFrom: ReadonlyMap<string, number>;
}
