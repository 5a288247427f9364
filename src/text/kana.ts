/** Katakana as hiragana, so that ゴミ and ごみ are one word; ー stays. */
export function toHiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - kanaDistance));
}

/** Hiragana as katakana. */
export function toKatakana(text: string): string {
  return text.replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + kanaDistance));
}

/** From a letter of hiragana to the same of katakana, in Unicode. */
const kanaDistance = 0x60;
