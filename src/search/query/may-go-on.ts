import { readTyped } from '../../text/word-beginnings.ts';
import type { WordScript } from '../index-format.ts';
import type { PreparedVocabulary } from './match-vocabulary.ts';
import type { SearchIndex } from './search-index.ts';

/**
 * Whether the last word of what is being typed is the beginning of a longer word that the index has, or of a reading
 * that leads to one: then nothing is missing yet.
 */
export async function mayGoOn(
  text: string,
  vocabulary: PreparedVocabulary,
  readWords: SearchIndex['readWords'],
): Promise<boolean> {
  const beginnings = lastBeginnings(text);
  if (beginnings.length === 0) return false;
  const begins = (word: string) =>
    beginnings.some((beginning) => word.length > beginning.length && word.startsWith(beginning));
  // Kana are typed on the way to kanji; kanji and katakana that stand there are words already, if others do not go on
  // with them.
  const isKana = beginnings.some((beginning) => /^[ぁ-ゖー]+$/.test(beginning)) && !/[ァ-ヺー]\s*$/.test(text);
  if (isKana && [...vocabulary.readings.keys(), ...vocabulary.synonyms.keys()].some(begins)) return true;
  const scripts = [...new Set(beginnings.map(scriptOf))];
  const lists = await Promise.all(scripts.map((script) => readWords(script, '')));
  return lists.some((list) => list.some(([word]) => begins(word)));
}

/**
 * In every spelling that the last word can have; none behind a space, where it is finished, and none of a single
 * letter.
 */
function lastBeginnings(text: string): string[] {
  if (/\s$/.test(text)) return [];
  const [way = []] = readTyped(text).at(-1) ?? [];
  return [...(way.at(-1) ?? [])].filter((beginning) => beginning.length > 1);
}

function scriptOf(beginning: string): WordScript {
  if (/^[a-z0-9]/.test(beginning)) return 'latin';
  return /^\p{sc=Han}/u.test(beginning) ? 'kanji' : 'kana';
}
