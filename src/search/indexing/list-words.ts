import type { TokenKind } from '../../text/tokenise.ts';
import type { WordList, WordScript } from '../record.ts';
import type { TermWeights } from './weigh-terms.ts';

/** The words of the index that a slip of the finger may have meant. */
export function listWords({ tokens, kinds, frequencies }: Pick<TermWeights, 'tokens' | 'kinds' | 'frequencies'>): Record<WordScript, WordList> {
  const pick = (wanted: readonly TokenKind[], shortest: number): WordList =>
    tokens
      .flatMap((word, number): (readonly [string, number])[] => (word.length >= shortest && word.length <= longest && wanted.includes(kinds[number] ?? 'number') ? [[word, frequencies[number] ?? 0]] : []))
      .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
      .slice(0, most);
  return { kana: pick(['katakana', 'hiragana'], 3), kanji: pick(['compound'], 3), latin: pick(['latin'], 4) };
}

const longest = 16;
/** About 40 KB compressed. */
const most = 6_000;
