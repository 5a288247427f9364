import { functionWordLength } from '../../text/function-words.ts';
import type { Word } from '../../text/token.ts';
import { tokeniseFolded, type KanaWords } from '../../text/tokenise.ts';
import { countTrailing } from '../../text/trailing.ts';
import type { VocabularyMatch } from './match-vocabulary.ts';

/** The words of what was typed, cut as texts are, but for what the vocabulary knows as one and what has no token. */
export function cutQuery(free: string, matches: readonly VocabularyMatch[], kanaWords: KanaWords): TypedWord[] {
  return joinKana(mendFragments(tokeniseFolded(free, kanaWords), free), matches, free).map((word) => ({
    ...word,
    typed: free.slice(word.start, word.end),
  }));
}

/** What the vocabulary knows as one word in kana is one: ごみぶくろ is no ごみ. */
function joinKana(words: readonly Word[], matches: readonly VocabularyMatch[], free: string): readonly Word[] {
  return matches.reduce<readonly Word[]>((joined, { start, end, readings, targets }) => {
    const text = free.slice(start, end);
    const isWord =
      /^[ぁ-ゖー]+$/.test(text) &&
      !/[のを]/.test(text) &&
      (readings.length > 0 || targets.some(({ strength }) => strength === 'same'));
    const inside = joined.filter((word) => word.start < end && word.end > start);
    const [first, last] = [inside[0], inside.at(-1)];
    if (!isWord || !first || !last || first.start < start || last.end > end) return joined;
    if (inside.length === 1 && last.end - first.start === end - start) return joined;
    const whole: Word = { start, end, tokens: [{ text, kind: 'hiragana' }] };
    return joined.flatMap((word) => (word === first ? [whole] : inside.includes(word) ? [] : [word]));
  }, words);
}

/**
 * A kanji behind kana of which no token came (さいたま市) is the rest of a word: it stands for the whole, or for nothing.
 */
function mendFragments(words: readonly Word[], free: string): readonly Word[] {
  if (!words.every(({ tokens }) => tokens.length === 1 && tokens[0]?.kind === 'letter')) return words;
  return words.map((word, place) => {
    const kana = lostKana(free.slice(words[place - 1]?.end ?? 0, word.start), place > 0);
    if (kana === '') return word;
    const start = word.start - kana.length;
    return { ...word, start, tokens: [{ text: free.slice(start, word.end), kind: 'hiragana' }] };
  });
}

/** The kana at the end of a gap between two words, if it is neither grammar nor the ending of the word before. */
function lostKana(gap: string, isBehindWord: boolean): string {
  const kana = gap.slice(gap.length - countTrailing(gap, hiragana));
  // What follows a word at once is its ending, and a sentence of grammar is no name.
  if ((isBehindWord && kana.length === gap.length) || kana.length > maxNameLength || /^[おご]?$/.test(kana)) return '';
  let place = 0;
  while (place < kana.length) {
    const length = functionWordLength(kana, place);
    if (length === 0) return kana;
    place += length;
  }
  return '';
}

const maxNameLength = 5;
const hiragana = String.fromCharCode(...Array.from({ length: 0x57 - 0x01 }, (_, letter) => 0x3041 + letter), 0x30fc);

export interface TypedWord extends Word {
  readonly typed: string;
}
