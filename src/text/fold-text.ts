import { newForms } from './character-forms.ts';

/**
 * The form in which texts are compared: NFKC, lower case, new character forms, long-vowel marks unified.
 * The same in every browser and in Node, since it needs nothing but Unicode's own tables.
 */
export function foldText(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().replace(invisible, '');
  return unifyMarks(stripAccents(folded).replace(oldForms, (character) => newForms.get(character) ?? character));
}

/** As `foldText`, with the stretch of the original (UTF-16 offsets) that each folded character came from. */
export function foldWithOrigin(text: string): FoldedText {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let from = 0;
  const addAsItIs = (until: number): void => {
    for (let unit = from; unit < until; unit += 1) {
      starts.push(unit);
      ends.push(unit + 1);
    }
    folded += text.slice(from, until).replace(oldForms, (character) => newForms.get(character) ?? character);
  };
  for (const { 0: cluster, index } of text.matchAll(changing)) {
    addAsItIs(index);
    const part = foldText(cluster);
    for (let unit = 0; unit < part.length; unit += 1) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
    folded += part;
    from = index + cluster.length;
  }
  addAsItIs(text.length);
  return { text: unifyMarks(folded), starts, ends };
}

const invisible = /[\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff\u{e0100}-\u{e01ef}]/gu;
const oldForms = new RegExp(`[${[...newForms.keys()].join('')}]`, 'gu');
const joined = '\\u0300-\\u036f\\u3099\\u309a\\uff9e\\uff9f\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}';
/** Letters with what joins them, but those that folding leaves alone save for old forms: most of any Japanese text. */
const changing = new RegExp(`(?:[^ぁ-ゖァ-ヺー一-鿿a-z0-9、。]|[^](?=[${joined}]))[${joined}]*`, 'gu');

function stripAccents(text: string): string {
  return /[\u00c0-\u024f\u1e00-\u1eff]/.test(text)
    ? text
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC')
    : text;
}

/** Kanji that look like katakana, where katakana stand on both sides (テレワ一ク) or only katakana can follow (口ッカー). */
const likeness: Readonly<Record<string, string>> = {
  一: 'ー',
  二: 'ニ',
  口: 'ロ',
  力: 'カ',
  工: 'エ',
  夕: 'タ',
  卜: 'ト',
  八: 'ハ',
};
const lookAlikes = new RegExp(
  // ブランド力アップ and アクセス口コミ are written so; 八ヶ岳 is a name.
  '(?<=[ァ-ヺー])(?:[二工夕卜]|一(?![\\p{sc=Han}ぁ-ゖ0-9])|八(?!ヶ)|口(?!コミ)|力(?!アップ|ランキング|チェック|テスト|トレーニング|ゲーム|バランス))(?=[ァ-ヺー])|' +
    '(?<=[ァ-ヺー]{2})一$|(?<!\\p{sc=Han})[二口力工夕卜八](?=[ァィゥェォッャュョー])',
  'gu',
);

/**
 * One code unit for one, so that origins stay valid: hyphens after katakana are long vowels, 々 repeats the letter
 * before it.
 */
function unifyMarks(text: string): string {
  return text
    .replace(/[‐‑‒–—―−─━]/g, '-')
    .replace(/(?<=[ァ-ヺー])-(?![a-z0-9])/g, 'ー')
    .replace(lookAlikes, (letter) => likeness[letter] ?? letter)
    .replace(/(?<=([\u3400-\u9fff]))々/g, '$1');
}

export interface FoldedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}
