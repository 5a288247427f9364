import { cutKatakana } from './cut-katakana.ts';
import { toHiragana } from './kana.ts';
import type { KanaWords } from './kana-words.ts';
import type { Token, Word } from './token.ts';
import { dropTrailing } from './trailing.ts';

/** A katakana word, as a whole and by the words that it is made of; with a dot inside, as one word and as several. */
export function tokeniseKatakana(run: string, start: number, kanaWords: KanaWords): Word[] {
  const parts = [...run.matchAll(/[^・]+/g)].map((part) => ({ text: part[0], start: start + part.index }));
  const whole = parts.map((part) => part.text).join('');
  if (parts.length > 1 && parts.every((part) => part.text.length > 2)) {
    const words = parts.flatMap((part) => tokeniseKatakana(part.text, part.start, kanaWords));
    const [first, ...rest] = words;
    return first ? [{ ...first, tokens: [...first.tokens, { text: endOf(whole), kind: 'bridge' }] }, ...rest] : [];
  }
  const text = endOf(whole);
  if (text.length < 2) return [];
  return [
    {
      start,
      end: start + run.length,
      tokens: [{ text, kind: 'katakana' }, ...katakanaParts(toHiragana(whole), kanaWords)],
    },
  ];
}

/** Of three parts and more also each two that stand together: コロナウイルス in コロナウイルスワクチン. */
function katakanaParts(text: string, kanaWords: KanaWords): Token[] {
  const parts = cutKatakana(text, kanaWords.loans);
  const pairs = parts.length > 2 ? parts.slice(1).map((part, index) => (parts[index] ?? '') + part) : [];
  return [
    ...parts.map((part) => ({ text: endOf(part), kind: 'piece' as const })),
    ...pairs.map((pair) => ({ text: endOf(pair), kind: 'joint' as const })),
  ];
}

/** As hiragana, without a long vowel at its end. */
function endOf(text: string): string {
  return toHiragana(text.length > 3 ? dropTrailing(text, 'ー') : text);
}
