import { isCrossWordBigram } from '../../text/cross-word-bigrams.ts';
import { foldText } from '../../text/fold-text.ts';
import { isLetter, tokeniseFolded, type KanaWords } from '../../text/tokenise.ts';
import { listBeginnings } from '../../text/word-beginnings.ts';
import type { IndexDocument } from '../index-format.ts';

/** The words by which a question is suggested: of the question itself, and of each of its aliases. */
export function listQuestionWords(
  { question, aliases }: Pick<IndexDocument, 'question' | 'aliases'>,
  kanaWords: KanaWords,
): QuestionWords[] {
  return [question, ...aliases].map((text) => {
    const words = wordsOf(text, kanaWords);
    const pick = (wanted: boolean) => words.flatMap(({ key, isWhole }) => (isWhole === wanted ? [key] : []));
    return { whole: pick(true), inner: pick(false) };
  });
}

export interface QuestionWords {
  /** From the beginning of a word. */
  readonly whole: readonly string[];
  /** From inside a word. */
  readonly inner: readonly string[];
}

function wordsOf(text: string, kana: KanaWords): { key: string; isWhole: boolean }[] {
  const folded = foldText(text);
  return tokeniseFolded(folded, kana).flatMap(({ start, end, tokens }) => {
    const own = tokens.filter(({ kind }) => !isCrossWordBigram(kind));
    const isSingle = own.length === 1 && own.every(({ kind }) => isLetter(kind));
    const run = folded.slice(start, end) + (isSingle ? (/^[ぁ-ゖ]{1,3}/.exec(folded.slice(end))?.[0] ?? '') : '');
    const [whole = '', ...inner] = listBeginnings(run);
    // A kanji inside a word begins another only together with the next one.
    const parts = [
      ...inner,
      ...own.filter(({ kind }) => kind === 'katakana' || kind === 'latin').map((token) => token.text),
    ];
    const keys = [whole, ...parts.filter((part) => part.length > 1 && part !== whole)];
    return keys
      .map((key, place) => ({ key: key.slice(0, longestTyped), isWhole: place === 0 }))
      .filter(({ key }) => key !== '');
  });
}

/** Nobody types more of one word than this before choosing. */
export const longestTyped = 12;
