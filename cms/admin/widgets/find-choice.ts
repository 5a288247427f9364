import { foldText } from '../../../src/text/fold-text.ts';
import { toHiragana } from '../../../src/text/kana.ts';
import { toMatchingKey } from '../../../src/text/matching-key.ts';
import { romajiBeginnings } from '../../../src/text/romaji.ts';
import { choiceReadings } from './choice-readings.ts';

/**
 * Whether a choice is meant by what was typed: its name, its reading, either in kana, kanji or romaji, or the
 * beginning. Of several words it has each.
 */
export function matchesChoice({ label, value, reading = readingOf(label) }: Choice, typed: string): boolean {
  const texts = [label, value, reading].map(fold);
  const key = toMatchingKey(label);
  return foldText(typed)
    .split(/\s+/)
    .every(
      (word) =>
        waysToRead(fold(word)).some((wanted) => texts.some((text) => text.includes(wanted))) ||
        key.includes(toMatchingKey(word)),
    );
}

/** What stands there, and with its last letters as kana: an input method shows 「ぎｆ」 on the way to 「ぎふ」. */
function waysToRead(typed: string): string[] {
  let start = typed.length;
  while (start > 0 && /[a-z'-]/.test(typed[start - 1] ?? '')) start -= 1;
  const [done, letters] = [typed.slice(0, start), typed.slice(start)];
  return [typed, ...romajiBeginnings(letters).map((kana) => done + kana)];
}

/** Without what stands between words: 「子育て・産休」 is also found by こそだてさんきゅう. */
function fold(text: string): string {
  return toHiragana(foldText(text)).replace(/[\s・]+/g, '');
}

function readingOf(label: string): string {
  return Object.hasOwn(choiceReadings, label) ? (choiceReadings[label] ?? '') : '';
}

export interface Choice {
  label: string;
  value: string;
  /** Left out, it is looked up among those of the schema's lists. */
  reading?: string;
}
