import { foldText } from '../../../src/text/fold-text.ts';
import { toHiragana } from '../../../src/text/kana.ts';
import { toMatchingKey } from '../../../src/text/matching-key.ts';
import { romajiBeginnings } from '../../../src/text/romaji.ts';
import { choiceReadings } from './choice-readings.ts';

/**
 * Whether a choice is meant by what was typed: its name, its reading, either in kana, kanji or romaji, or the
 * beginning. Of several words it has each.
 */
export function matchesChoice(choice: Choice, typed: string): boolean {
  return fitsTyped(readChoice(choice), readTyped(typed));
}

/** A choice made ready to be compared with what is typed: who compares thousands keeps it. */
export function readChoice({ label, value, reading = readingOf(label) }: Choice): ReadChoice {
  return { texts: [label, value, reading].map(fold), key: toMatchingKey(label) };
}

/** What was typed, word by word. */
export function readTyped(typed: string): ReadTyped {
  return foldText(typed)
    .split(/\s+/)
    .map((word) => ({ ways: waysToRead(fold(word)), key: toMatchingKey(word) }));
}

export function fitsTyped({ texts, key }: ReadChoice, typed: ReadTyped): boolean {
  return typed.every(
    (word) => word.ways.some((wanted) => texts.some((text) => text.includes(wanted))) || key.includes(word.key),
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

export interface ReadChoice {
  texts: readonly string[];
  key: string;
}

export type ReadTyped = readonly { ways: readonly string[]; key: string }[];

export interface Choice {
  label: string;
  value: string;
  /** Left out, it is looked up among those of the schema's lists. */
  reading?: string;
}
