import type { TokenKind } from '../../text/token.ts';
import type { WordList, WordScript } from '../index-format.ts';
import type { TermWeights } from './weigh-terms.ts';
import { compareTexts } from '../../strings/compare.ts';

/**
 * The words of the index that a slip of the finger may have meant; `hidden` ones are never offered. `real` are words of
 * two kanji that are no slip though they stand on no page.
 */
export function listWords(
  { tokens, kinds, frequencies }: Counts,
  hidden: ReadonlySet<string>,
  real: ReadonlySet<string> = new Set(),
): Record<WordScript, WordList> {
  const pick = (wanted: readonly TokenKind[], shortest: number): WordList =>
    tokens
      .flatMap((word, number): (readonly [string, number])[] => {
        const isWanted =
          word.length >= shortest && word.length <= maxLength && wanted.includes(kinds[number] ?? 'number');
        // A word that stands on no Q&A would be offered in vain.
        return isWanted && !hidden.has(word) && (frequencies[number] ?? 0) > 0
          ? [[word, frequencies[number] ?? 0]]
          : [];
      })
      .sort((a, b) => b[1] - a[1] || compareTexts(a[0], b[0]))
      .slice(0, most);
  const pairs = pick(['word'], 2).filter(([word]) => /^\p{sc=Han}{2}$/u.test(word));
  const there = new Set(tokens);
  const others = [...real].filter((word) => !there.has(word)).map((word) => [word, 0] as const);
  return {
    pair: [...pairs, ...others],
    kana: pick(['katakana', 'piece', 'hiragana', 'adverb'], 3),
    kanji: pick(['compound'], 3),
    latin: pick(['latin'], 4),
  };
}

const maxLength = 16;
/** About 40 KB compressed. */
const most = 6_000;

type Counts = Pick<TermWeights, 'tokens' | 'kinds' | 'frequencies'>;
