/**
 * How words are written here, after 公用文作成の考え方 (文化審議会, 2022) and the table of okurigana for official texts: one
 * spelling for one word. Only what is wrong wherever it stands; each pattern takes linear time.
 */
const wordings: readonly Wording[] = [
  { written: /手続き/gu, use: '手続' },
  { written: /(?<=[0-9０-９一二三四五六七八九十数])[ヶケｹヵ箇カ](?=[月所国年])/gu, use: 'か' },
  { written: /(?<![0-9０-９一二三四五六七八九十])[一二三四五六七八九十]+か月/gu, use: '算用数字と「か月」（3か月）' },
  {
    written: /(?<![0-9０-９一二三四五六七八九十年])[一二三四五六七八九十]+月(?=[にのはかまが末初上中下分、。とへ])/gu,
    use: '算用数字（3月）',
  },
  { written: /(?<![０-９])[０-９]{1,2}月/gu, use: '半角の数字（3月）' },
  { written: /わか(?=[るらりれろっ])|判(?=[るらりれろっ])/gu, use: '分か' },
  { written: /引き継ぎ(?=[書簿をはがのでに])/gu, use: '引継ぎ' },
  { written: /閉域網|閉じた(?:網|ネットワーク)/gu, use: '閉域ネットワーク' },
  { written: /フラットな(?=関係|立場|場)/gu, use: '対等な' },
  { written: /遅れずに(?=交付|届け|届出|報告|公表|通知|提出)/gu, use: '遅滞なく' },
  { written: /フレーズ検索|完全一致検索/gu, use: '語句の完全一致' },
  { written: /書体/gu, use: 'フォント' },
  { written: /見積もり(?=[をはがのでに書])/gu, use: '見積り' },
  { written: /取り扱い(?=[をはがのでに])/gu, use: '取扱い' },
  { written: /割り当て(?=[をはがのでに表])/gu, use: '割当て' },
  { written: /打ち合わせ(?=[をはがのでに])/gu, use: '打合せ' },
  { written: /申し込み(?=[をはがのでに])/gu, use: '申込み' },
  { written: /出来(?=る|な|ま)/gu, use: 'でき' },
  { written: /(?<=て|で|お|ご)下さ(?=い)/gu, use: 'くださ' },
];

/** Every spelling in a text that the table does not want. `offset` counts UTF-16 units. */
export function findWordings(text: string): FoundWording[] {
  return wordings
    .flatMap(({ written, use }) =>
      [...text.matchAll(written)].map((match) => ({ written: match[0], use, offset: match.index })),
    )
    .sort((a, b) => a.offset - b.offset);
}

interface Wording {
  written: RegExp;
  /** What to write instead; in words where it depends on the number. */
  use: string;
}

export interface FoundWording {
  written: string;
  use: string;
  offset: number;
}
