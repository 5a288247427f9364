import { foldText, toHiragana } from '../../src/text/fold-text.ts';
import { romajiBeginnings } from '../../src/text/romaji.ts';
import { choiceReadings } from './choice-readings.ts';

/**
 * Whether a choice is meant by what was typed: its name, its reading, either in kana, kanji or romaji, or the
 * beginning.
 */
export function matchesChoice({ label, value }: Choice, typed: string): boolean {
  const texts = [label, value, choiceReadings[label] ?? ''].map(fold);
  return waysToRead(fold(typed)).some((wanted) => texts.some((text) => text.includes(wanted)));
}

/** What stands there, and with its last letters as kana: an input method shows 「ぎｆ」 on the way to 「ぎふ」. */
function waysToRead(typed: string): string[] {
  let start = typed.length;
  while (start > 0 && /[a-z'-]/.test(typed[start - 1] ?? '')) start -= 1;
  const [done, letters] = [typed.slice(0, start), typed.slice(start)];
  return [typed, ...romajiBeginnings(letters).map((kana) => done + kana)];
}

function fold(text: string): string {
  return toHiragana(foldText(text)).replace(/\s+/g, '');
}

export interface Choice {
  label: string;
  value: string;
}
