import { toHiragana } from '../text/kana.ts';

/**
 * A question without what people write in different ways: width, case, kana, spaces and signs. Two with one key are the
 * same question.
 */
export function questionKey(question: string): string {
  return toHiragana(question.normalize('NFKC').toLowerCase()).replace(/[\p{P}\p{S}\s]+/gu, '');
}
