/**
 * Hiragana of a word typed with the input method off (`hikkoshi` → ひっこし), or undefined when it is not romanised
 * Japanese.
 */
export function romajiToHiragana(word: string): string | undefined {
  if (!/^[a-z'-]{3,30}$/.test(word)) return undefined;
  let rest = word.replaceAll('-', 'ー');
  let kana = '';
  while (rest.length > 0) {
    const doubled = /^([bcdfghjklmpqrstvwyz])\1/.exec(rest) ?? /^(t)ch/.exec(rest);
    if (doubled) {
      kana += 'っ';
      rest = rest.slice(1);
      continue;
    }
    const syllable = [4, 3, 2, 1].map((length) => rest.slice(0, length)).find((part) => syllables.has(part));
    if (syllable !== undefined) {
      kana += syllables.get(syllable) ?? '';
      rest = rest.slice(syllable.length);
    } else if (/^(?:n'|n(?![aiueoy])|m(?=[bmp]))/.test(rest)) {
      kana += 'ん';
      rest = rest.slice(rest.startsWith("n'") ? 2 : rest.startsWith('nn') && !/^nn[aiueoy]/.test(rest) ? 2 : 1);
    } else return undefined;
  }
  return kana.length > 1 ? kana : undefined;
}

/**
 * How kana can begin for which so much romaji has been typed: `hik` → ひか, ひき, ひく, ひけ, ひこ, ひっ. Also for a single
 * letter; nothing for what is not romanised Japanese.
 */
export function romajiBeginnings(typed: string): string[] {
  if (!/^[a-z'-]{1,30}$/.test(typed)) return [];
  const found = new Set<string>();
  // Wherever it may be cut: whether n is a letter of its own shows only with the next one.
  for (let length = typed.length; length >= Math.max(0, typed.length - 3); length -= 1) {
    const [done, rest] = [typed.slice(0, length), typed.slice(length)];
    const kana = done === '' ? '' : readSyllables(done);
    if (kana === undefined) continue;
    const isDoubling = kana !== '' && doubled.test(rest);
    for (const end of rest === '' ? [''] : [...openEnds(rest), ...(isDoubling ? ['っ'] : [])]) found.add(kana + end);
  }
  return [...found];
}

/** As `romajiToHiragana`, of any length. */
function readSyllables(typed: string): string | undefined {
  return romajiToHiragana(`aa${typed}`)?.slice(2);
}

/** With what kana can go on of which so much is typed: its first letter, or both if so much is clear. */
function openEnds(rest: string): string[] {
  if (/^(?:([bcdfghjklmpqrstvwyz])\1|tch?)$/.test(rest)) return openEnds(rest.slice(1)).map((end) => `っ${end}`);
  const kana = [...syllables].flatMap(([romaji, kana]) => (romaji.startsWith(rest) && kana !== 'ー' ? [kana] : []));
  return [...new Set(rest.length > 1 ? kana : kana.map((letters) => letters.slice(0, 1)))];
}

/** A consonant that can stand twice. */
const doubled = /^[bcdfghjklmpqrstvwyz]$/;

const rows: Record<string, string> = {
  '': 'あいうえお',
  k: 'かきくけこ',
  s: 'さしすせそ',
  t: 'たちつてと',
  n: 'なにぬねの',
  h: 'はひふへほ',
  m: 'まみむめも',
  r: 'らりるれろ',
  g: 'がぎぐげご',
  z: 'ざじずぜぞ',
  d: 'だぢづでど',
  b: 'ばびぶべぼ',
  p: 'ぱぴぷぺぽ',
};

const irregular: Record<string, string> = {
  ya: 'や',
  yu: 'ゆ',
  yo: 'よ',
  wa: 'わ',
  wo: 'を',
  shi: 'し',
  chi: 'ち',
  tsu: 'つ',
  fu: 'ふ',
  ji: 'じ',
  ー: 'ー',
  fa: 'ふぁ',
  fi: 'ふぃ',
  fe: 'ふぇ',
  fo: 'ふぉ',
  va: 'ゔぁ',
  vi: 'ゔぃ',
  vu: 'ゔ',
  ve: 'ゔぇ',
  vo: 'ゔぉ',
  thi: 'てぃ',
  dhi: 'でぃ',
  she: 'しぇ',
  je: 'じぇ',
  che: 'ちぇ',
};

const glides: Record<string, string> = {
  ky: 'き',
  sy: 'し',
  ty: 'ち',
  cy: 'ち',
  ny: 'に',
  hy: 'ひ',
  my: 'み',
  ry: 'り',
  gy: 'ぎ',
  zy: 'じ',
  jy: 'じ',
  dy: 'ぢ',
  by: 'び',
  py: 'ぴ',
  sh: 'し',
  ch: 'ち',
  j: 'じ',
};

const syllables: ReadonlyMap<string, string> = new Map([
  ...Object.entries(rows).flatMap(([consonant, kana]) =>
    [...'aiueo'].map((vowel, index) => [`${consonant}${vowel}`, kana[index] ?? ''] as const),
  ),
  ...Object.entries(glides).flatMap(([consonant, kana]) =>
    [
      ['a', 'ゃ'],
      ['u', 'ゅ'],
      ['o', 'ょ'],
    ].map(([vowel, small]) => [`${consonant}${vowel ?? ''}`, `${kana}${small ?? ''}`] as const),
  ),
  ...Object.entries(irregular),
]);
