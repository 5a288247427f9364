import { foldText, foldWithOrigin, type FoldedText } from './fold-text.ts';
import { toHiragana } from './kana.ts';

/**
 * The form in which words of the vocabulary, phrases and marks are looked for: folded, kana unified,
 * okurigana between kanji cut (引っ越し = 引越し), long vowels at the end of a word cut (サーバー = サーバ).
 */
export function toMatchingKey(text: string): string {
  return cutKana(foldText(text)).text;
}

/** The key of a word in the vocabulary: also without the okurigana at its end, so that 引越し is found in 引越. */
export function toWordKey(word: string): string {
  return toMatchingKey(word).replace(lastOkurigana, '$1');
}

/** As `toMatchingKey`, with the stretch of the original text behind each character of the key. */
export function toMatchingKeyWithOrigin(text: string): FoldedText {
  const folded = foldWithOrigin(text);
  const cut = cutKana(folded.text);
  return {
    text: cut.text,
    starts: cut.kept.map((index) => folded.starts[index] ?? 0),
    ends: cut.kept.map((index) => folded.ends[index] ?? 0),
  };
}

export const okurigana = 'いきしちにひみりぎじびえけせてねめれげべっ';

const lastOkurigana = new RegExp(`(\\p{sc=Han}{2})[${okurigana}]$`, 'u');
const cuttable = new RegExp(
  `(?<=\\p{sc=Han})[${okurigana}]{1,2}(?=\\p{sc=Han})|(?<=[ァ-ヺー]{2})(?<!(?<=[ァ-ヺー]{2})ー)ー+(?![ァ-ヺー])`,
  'gu',
);

function cutKana(folded: string): { text: string; kept: number[] } {
  const kana = toHiragana(folded);
  const kept: number[] = [];
  let text = '';
  let from = 0;
  const keep = (until: number) => {
    for (let index = from; index < until; index += 1) kept.push(index);
    text += kana.slice(from, until);
  };
  for (const match of folded.matchAll(cuttable)) {
    keep(match.index);
    from = match.index + match[0].length;
  }
  keep(kana.length);
  return { text, kept };
}
