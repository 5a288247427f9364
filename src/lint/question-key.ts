/**
 * A question without what people write in different ways: width, case, kana, spaces and signs. Two with one key are the
 * same question.
 */
export function questionKey(question: string): string {
  return question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/[\p{P}\p{S}\s]+/gu, '');
}
