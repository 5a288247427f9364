import { isCrossWordBigram } from '../../text/cross-word-bigrams.ts';
import { toMatchingKey } from '../../text/matching-key.ts';
import { isLetter } from '../../text/tokenise.ts';
import type { QueryPlan } from './analyse-query.ts';

/**
 * What must stand in a text where a query is one word of which the index has nothing but single kanji: 水 of 水もれ and 落,
 * 物 of 落とし物 tell nothing by themselves. As a matching key, without the last syllable of kana, which may change. None
 * where single kanji are all that was meant (犬と猫, 使った針), or a verb (書いた, 調べる).
 */
export function wholeFragments({ text, words, phrases, fields }: QueryPlan): string[] {
  const isLetters =
    words.length > 0 &&
    words.every(({ tokens }) => tokens.every(({ kind }) => isLetter(kind) || isCrossWordBigram(kind)));
  const { kanji, kana = '' } = oneWord.exec(text.trim())?.groups ?? {};
  if (!isLetters || kanji === undefined || phrases.length > 0 || fields.length > 0) return [];
  const fragment = isEnding(kana) ? kanji : kanji + kana.slice(0, -1);
  return [...fragment].length > 1 ? [toMatchingKey(fragment)] : [];
}

/** Kanji, between them at most the stem of a verb that goes with the next (とし of 落とし物), and kana. */
const oneWord = /^(?<kanji>\p{sc=Han}+(?:[ぁ-ゖ]?[しりきちにみぎじびけせねめれげべ]\p{sc=Han}+)*)(?<kana>[ぁ-ゖ]*)$/u;

/** One syllable of a verb or an adjective, and grammar: く, べる, いた, います. */
function isEnding(kana: string): boolean {
  return /^.?(?:[るたてだでばうず]|よう|な[いかく].*|ま[すしせ].*|た[いくから].*|[かのはがをに].*)?$/u.test(kana);
}
