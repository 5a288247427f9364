/**
 * The word that ends at `end`: kanji with the kana of a given name behind it, or kana alone, and a family name before
 * it with a space between. It is read backwards sign by sign, since honorifics and titles are many and a pattern
 * would begin anew at each sign before each of them.
 */
export function readWordBefore(text: string, end: number): WordBefore | undefined {
  const hiragana = countBack(text, end, isHiragana, 8);
  if (hiragana > 0) return readKana(text, end, hiragana, 'hiragana');
  const katakana = countBack(text, end, isKatakana, 16);
  if (katakana > 0 && !isKanji(text.charCodeAt(end - katakana))) return readKana(text, end, katakana, 'katakana');
  const kanji = countBack(text, end, isKanji, 10);
  return kanji === 0 ? undefined : readStem(text, end, kanji);
}

function readKana(text: string, end: number, length: number, script: 'hiragana' | 'katakana'): WordBefore | undefined {
  if (length < 2) return undefined;
  const start = end - length;
  const most = script === 'hiragana' ? 5 : 6;
  const kanji = length <= most ? countBack(text, start, isKanji, 10) : 0;
  const kana = text.slice(start, end);
  return kanji > 0 ? { ...readStem(text, start, kanji), kana } : { [script]: kana, ...readFamily(text, start) };
}

function readStem(text: string, end: number, length: number): WordBefore {
  const start = end - length;
  return { stem: text.slice(start, end), ...readFamily(text, start) };
}

function readFamily(text: string, start: number): { family?: string } {
  const length = /\s/.test(text.charAt(start - 1)) ? countBack(text, start - 1, isKanji, 3) : 0;
  return length === 0 ? {} : { family: text.slice(start - 1 - length, start - 1) };
}

function countBack(text: string, end: number, isOf: (code: number) => boolean, most: number): number {
  let length = 0;
  while (length < most && length < end && isOf(text.charCodeAt(end - 1 - length))) length += 1;
  return length;
}

/** Also 々, 〇 and ヶ, and halves of surrogate pairs, which in Japanese text are kanji. */
function isKanji(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xd840 && code <= 0xdfff) ||
    code === 0x3005 ||
    code === 0x3007 ||
    code === 0x30f6
  );
}

function isHiragana(code: number): boolean {
  return code >= 0x3041 && code <= 0x309f;
}

/** With the mark of a long vowel and the dot between names. */
function isKatakana(code: number): boolean {
  return code >= 0x30a1 && code <= 0x30ff;
}

export interface WordBefore {
  family?: string;
  stem?: string;
  kana?: string;
  katakana?: string;
  hiragana?: string;
}
