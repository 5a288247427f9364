import type { TokenKind } from '../../text/tokenise.ts';
import type { WordList, WordScript } from '../record.ts';
import type { TermWeights } from './weigh-terms.ts';

/** The words of the index that a slip of the finger may have meant. */
export function listWords({ frequencies, kinds }: Pick<TermWeights, 'frequencies' | 'kinds'>): Record<WordScript, WordList> {
  const pick = (wanted: readonly TokenKind[], shortest: number): WordList =>
    [...frequencies]
      .filter(([word]) => word.length >= shortest && word.length <= longest && wanted.includes(kinds.get(word) ?? 'number'))
      .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
      .slice(0, most);
  return { kana: pick(['katakana', 'hiragana'], 3), kanji: pick(['compound'], 3), latin: pick(['latin'], 4) };
}

const longest = 16;
/** About 40 KB compressed. */
const most = 6_000;
