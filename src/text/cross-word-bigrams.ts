import { toHiragana } from './kana.ts';
import type { Token, TokenKind, Word } from './token.ts';

/**
 * Adds to a word a token that it shares with the next one: its last letter and the next one's first. 庁舎の移転 then holds
 * 舎移, as 庁舎移転 does (`bridge`), and キャンセル料, ごみ袋, お金 and 1月31日 hold る料, み袋, お金 and 1月31, which tell them from their parts
 * (`mixed`). お and ご are no words themselves.
 */
export function crossWordBigrams(words: readonly Word[], folded: string): Word[] {
  return words.flatMap((word, index): Word[] => {
    const next = words[index + 1];
    const tie = next && tieOf(word, next, folded);
    const tied = tie ? { ...word, tokens: [...word.tokens, tie] } : word;
    if (word.tokens[0]?.kind !== 'prefix') return [tied];
    return tie ? [{ ...tied, tokens: [{ text: tie.text, kind: 'prefix' }] }] : [];
  });
}

/** Cross-word bigrams say how words stand together; they make a text no longer. */
export function isCrossWordBigram(kind: TokenKind): boolean {
  return kind === 'bridge' || kind === 'mixed';
}

function tieOf(word: Word, next: Word, folded: string): Token | undefined {
  const [left, right] = [word.tokens[0]?.kind, next.tokens[0]?.kind];
  if (isUntied(left) || right === 'hiragana' || isUntied(right) || right === 'prefix') return undefined;
  const last = folded[word.end - 1] ?? '';
  const first = folded[next.start] ?? '';
  if (word.end === next.start) {
    if (right === 'number')
      return left === 'hiragana' || left === 'prefix'
        ? undefined
        : {
            text: `${measureOf(word) ?? toHiragana(folded.slice(word.start, word.end))}${next.tokens[0]?.text ?? ''}`,
            kind: 'mixed',
          };
    return left === 'letter' || right === 'letter' ? { text: toHiragana(last + first), kind: 'mixed' } : undefined;
  }
  const isBridged = bridges.has(folded.slice(word.end, next.start)) && kanji.test(last) && kanji.test(first);
  return isBridged ? { text: last + first, kind: 'bridge' } : undefined;
}

/** What stands beside any word makes no new one with it. */
function isUntied(kind: TokenKind | undefined): boolean {
  return kind === 'adverb' || kind === 'asking';
}

/** 令和3年 as 2021年. */
function measureOf(word: Word): string | undefined {
  return word.tokens[0]?.kind === 'number' ? word.tokens.find((token) => token.kind === 'measure')?.text : undefined;
}

/** A space parts the keywords of a query; in texts it is rare. */
const bridges: ReadonlySet<string> = new Set(['の', ' ']);
const kanji = /\p{sc=Han}/u;
