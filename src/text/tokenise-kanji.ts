import { toHiragana } from './kana.ts';
import { mixedWordAt, type KanaWords, type Stretch } from './kana-words.ts';
import { readCounted, readKanjiDate } from './numerals.ts';
import type { Token, TokenKind, Word } from './token.ts';
import { calendarWord } from './tokenise-dates.ts';

/** Kanji, also with okurigana inside (引っ越): the parts, and the pair of letters on both sides of each okurigana. */
export function tokeniseKanji(run: string, start: number, folded: string, kanaWords: KanaWords): Word[] {
  const date = readKanjiDate(run);
  if (date) {
    const words = date.map(({ at, length, number, unit }) =>
      calendarWord(number, unit, start + at, start + at + length),
    );
    const rest = run.slice(date.reduce((sum, { length }) => sum + length, 0));
    return rest === ''
      ? words
      : [...words, ...tokeniseKanji(rest, start + run.length - rest.length, folded, kanaWords)];
  }
  const isSuffix = afterForeign.test(folded[start - 1] ?? '') && [...run].every((letter) => suffixes.has(letter));
  if (isSuffix) return [];
  const inside = hasKana.test(run)
    ? [...run.matchAll(/[ぁ-ん]+/g)].map((kana) => mixedWordAt(folded, start + kana.index, kanaWords))
    : [];
  const atEnd = mixedWordAt(folded, start + run.length, kanaWords);
  // 車 of 車いす is no word of its own.
  const own = atEnd && atEnd.start <= start ? [] : [kanjiWord(run, start)];
  return [...own, ...[...inside, atEnd].flatMap((stretch) => (stretch ? [mixedWord(stretch, folded, kanaWords)] : []))];
}

/** With the noun that it holds: 生ごみ is ごみ too. */
export function mixedWord({ start, end }: Stretch, folded: string, { forms }: KanaWords): Word {
  const text = toHiragana(folded.slice(start, end));
  const kana = text.replace(/^.*\p{sc=Han}/su, '');
  const noun = forms.get(kana)?.isVerb === false ? [{ text: kana, kind: 'hiragana' as const }] : [];
  return { start, end, tokens: [{ text, kind: 'word' }, ...noun] };
}

const hasKana = /[ぁ-ん]/;

function kanjiWord(run: string, start: number): Word {
  const parts = (hasKana.test(run) ? run.split(/[ぁ-ん]+/) : [run]).map((part) => [...part]);
  const tokens: Token[] = [];
  for (const letters of parts) addKanjiTokens(letters, parts.length > 1 ? 'part' : 'letter', tokens);
  for (let index = 0; index + 1 < parts.length; index += 1) {
    tokens.push({ text: `${parts[index]?.at(-1) ?? ''}${parts[index + 1]?.[0] ?? ''}`, kind: 'joined' });
  }
  const counted = parts.length === 1 ? readCounted(run) : undefined;
  if (counted)
    tokens.push({ text: counted.number, kind: 'number' }, { text: counted.number + counted.unit, kind: 'measure' });
  return { start, end: start + run.length, tokens };
}

function addKanjiTokens(letters: readonly string[], single: TokenKind, tokens: Token[]): void {
  const kind = letters.length === 1 ? single : letters.length === 2 ? 'word' : 'compound';
  tokens.push({ text: letters.join(''), kind });
  if (kind !== 'compound') return;
  for (let index = 1; index < letters.length; index += 1)
    tokens.push({ text: `${letters[index - 1] ?? ''}${letters[index] ?? ''}`, kind: 'pair' });
}

/** LGWAN系, DX化, SNS等: what a foreign word is made into by one letter is still that word. */
const suffixes: ReadonlySet<string> = new Set('系化等用型式的製版側毎');
const afterForeign = /[ァ-ヺーa-z0-9]/;
