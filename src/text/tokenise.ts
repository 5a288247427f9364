import { crossWordBigrams } from './cross-word-bigrams.ts';
import { cutRuns } from './cut-runs.ts';
import { foldText, foldWithOrigin } from './fold-text.ts';
import { noKanaWords, type KanaWords } from './kana-words.ts';
import type { TokenKind, Word } from './token.ts';
import { tokeniseHiragana } from './tokenise-hiragana.ts';
import { tokeniseKanji } from './tokenise-kanji.ts';
import { tokeniseKatakana } from './tokenise-katakana.ts';
import { tokeniseNumber, tokeniseNumeral } from './tokenise-numbers.ts';

export { makeKanaWords, type KanaWords } from './kana-words.ts';

/**
 * Cuts a text into words and each word into index tokens, by script and by `kanaWords`, without `Intl.Segmenter`, whose
 * cuts differ between browsers. Offsets are into the folded text.
 */
export function tokenise(text: string, kanaWords: KanaWords = noKanaWords): Word[] {
  return tokeniseFolded(foldText(text), kanaWords);
}

/** As `tokenise`, with offsets into the text as it is written. */
export function tokeniseWithOrigin(text: string, kanaWords: KanaWords): Word[] {
  const { text: folded, starts, ends } = foldWithOrigin(text);
  return tokeniseFolded(folded, kanaWords).map(({ start, end, tokens }) => ({
    start: starts[start] ?? text.length,
    end: ends[end - 1] ?? text.length,
    tokens,
  }));
}

/** As `tokenise`, for a text that `foldText` has folded already. */
export function tokeniseFolded(folded: string, kanaWords: KanaWords = noKanaWords): Word[] {
  const words: Word[] = [];
  let taken = 0;
  let dated = 0;
  for (const { run, start, script, groups } of cutRuns(folded)) {
    const end = start + run.length;
    // The unit of a number, or kana of a mixed word, that stands in the word before.
    if (end <= taken) continue;
    // 年 of 令和三年十月 stands in the word before.
    if (script === 'kanji')
      words.push(
        ...tokeniseKanji(folded.slice(Math.max(start, dated), end), Math.max(start, dated), folded, kanaWords),
      );
    else if (script === 'katakana') words.push(...tokeniseKatakana(run, start, kanaWords));
    else if (script === 'hiragana')
      words.push(
        ...tokeniseHiragana(folded.slice(Math.max(start, taken), end), Math.max(start, taken), folded, kanaWords),
      );
    else if (groups['number'] !== undefined) words.push(tokeniseNumber(run, start, folded));
    else if (groups['latin'] !== undefined) words.push(tokeniseLatin(run, start));
    else {
      words.push(...tokeniseNumeral(groups, start, end, folded));
      dated = words.at(-1)?.end ?? 0;
    }
    taken = Math.max(taken, words.at(-1)?.end ?? 0);
  }
  return crossWordBigrams(words, folded);
}

/** Kinds of token that are one kanji, too little to tell a word by. */
export function isLetter(kind: TokenKind): boolean {
  return kind === 'letter' || kind === 'part';
}

/** The whole without its hyphens (covid19) and, where it has them, its parts. */
function tokeniseLatin(run: string, start: number): Word {
  const parts = run.split(/[^a-z0-9]+/).filter((part) => part.length > 1);
  const texts = new Set([run.replace(/[^a-z0-9]/g, ''), ...parts]);
  return { start, end: start + run.length, tokens: [...texts].map((text) => ({ text, kind: 'latin' })) };
}
