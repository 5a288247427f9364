import { toHiragana } from './kana.ts';
import { maxLengthByBeginning } from './function-words.ts';

/** Words as `everyday-words.ts` writes them, in every form in which they can stand in a text. */
export function makeKanaWords(words: Iterable<string>): KanaWords {
  const forms = new Map<string, KanaForm>();
  const mixed: string[] = [];
  const list: KanaWords['list'][number][] = [];
  for (const written of words) {
    const sign = signs.includes(written.at(-1) ?? '') ? written.slice(-1) : '';
    const word = sign === '' ? written : written.slice(0, -1);
    const isMixed = /\p{sc=Han}/u.test(word);
    if (isMixed) mixed.push(word);
    else if (/^[ぁ-ゖー]{2,12}$/.test(word)) addForms(forms, word, sign);
    else continue;
    list.push({ written, token: isMixed ? word : tokenOf(word, sign) });
  }
  return {
    list,
    forms,
    maxLengthFrom: maxLengthByBeginning(forms.keys(), 2),
    mixed: indexMixed(mixed),
    loans: new Set(),
    cuts: new Map(),
  };
}

/** A noun stands before a verb that has the same form. */
function addForms(forms: Map<string, KanaForm>, word: string, sign: string): void {
  const kind = kindOfSign[sign] ?? 'hiragana';
  const isVerb = sign !== '' && kind === 'hiragana';
  const form: KanaForm = { token: tokenOf(word, sign), kind, isVerb };
  const stem = word.slice(0, -1);
  const written = !isVerb
    ? [word]
    : sign === '~'
      ? [...(changing[word.at(-1) ?? ''] ?? '')].map((letter) => stem + letter)
      : [stem];
  for (const text of written) if (text.length > 1 && !(isVerb && forms.has(text))) forms.set(text, form);
}

/**
 * What the index has for all its forms: a verb whose last syllable changes as in a dictionary, of others what never
 * changes.
 */
function tokenOf(word: string, sign: string): string {
  return sign === '^' || sign === '!' ? word.slice(0, -1) : word;
}

/** The mixed word that stands around a place of the text where kanji and kana meet, if there is one; the longest. */
export function mixedWordAt(text: string, place: number, { mixed }: KanaWords): Stretch | undefined {
  const around = mixed.get((text[place - 1] ?? '') + toHiragana(text[place] ?? ''));
  const found = around?.find(
    ({ word, before }) =>
      place >= before && toHiragana(text.slice(place - before, place - before + word.length)) === word,
  );
  return found && { start: place - found.before, end: place - found.before + found.word.length };
}

/** By the two letters on both sides of each of its changes of script. */
function indexMixed(words: readonly string[]): Map<string, MixedWord[]> {
  const index = new Map<string, MixedWord[]>();
  for (const word of words) {
    for (let before = 1; before < word.length; before += 1) {
      const pair = word.slice(before - 1, before + 1);
      if (/^(?:\p{sc=Han}[ぁ-ゖ]|[ぁ-ゖ]\p{sc=Han})$/u.test(pair))
        index.set(pair, [...(index.get(pair) ?? []), { word, before }]);
    }
  }
  for (const list of index.values()) list.sort((a, b) => b.word.length - a.word.length);
  return index;
}

const signs = '*?~^!';
const kindOfSign: Readonly<Record<string, KanaForm['kind']>> = { '*': 'adverb', '?': 'asking' };

/** What the last syllable of a verb changes to. */
const changing: Readonly<Record<string, string>> = {
  う: 'わいうえおっ',
  く: 'かきくけこい',
  ぐ: 'がぎぐげごい',
  す: 'さしすせそ',
  つ: 'たちつてとっ',
  ぬ: 'なにぬねのん',
  ぶ: 'ばびぶべぼん',
  む: 'まみむめもん',
  る: 'らりるれろっ',
};

export interface KanaWords {
  /** Each word as the list has it, with what the index has for it. */
  readonly list: readonly { readonly written: string; readonly token: string }[];
  /** How a word stands in a text → the word. */
  readonly forms: ReadonlyMap<string, KanaForm>;
  /** Length of the longest form by its first two letters: most places in a text begin none. */
  readonly maxLengthFrom: ReadonlyMap<string, number>;
  /** Words of kanji and hiragana that script alone would cut: 車いす. */
  readonly mixed: ReadonlyMap<string, readonly MixedWord[]>;
  /** Katakana words, as hiragana, that compounds are made of. Grows as the browser reads them. */
  readonly loans: Set<string>;
  /** Runs of hiragana that were cut already. */
  readonly cuts: Map<string, readonly Piece[]>;
}

export interface KanaForm {
  readonly token: string;
  readonly kind: 'hiragana' | 'adverb' | 'asking';
  readonly isVerb: boolean;
}

interface MixedWord {
  readonly word: string;
  /** Letters of it before the change of script. */
  readonly before: number;
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export const noKanaWords: KanaWords = makeKanaWords([]);

export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly token: string;
  readonly kind: KanaForm['kind'] | 'prefix';
  /** Whether a list has it. */
  readonly isKnown: boolean;
}
