import { katakanaCompounds } from './words.ts';

/**
 * Pages that hold an everyday word for certain: it begins where nothing could belong to it, and ends before a particle
 * or sign.
 */
export function pagesWithWord(word: string, pages: readonly PageText[]): string[] {
  const before = /^[ぁ-ん]/.test(word) ? '[ぁ-ん\\p{sc=Han}]' : '[\\p{sc=Han}おご]';
  const whole = new RegExp(`(?<!${before})${word}(?=[をはがのへ、。・」）\\s]|で、|など|$)`, 'mu');
  return pages.filter(({ text }) => whole.test(text)).map(({ id }) => id);
}

/** Pages that hold a katakana word, alone or in a compound that is made of it. */
export function pagesWithPart(part: string, pages: readonly PageText[]): string[] {
  const compounds = [...katakanaCompounds].flatMap(([compound, parts]) => (parts.includes(part) ? [compound] : []));
  const wanted = new Set([part, ...compounds]);
  return pages
    .filter(({ text }) => (text.match(/[ァ-ヺー]+/g) ?? []).some((run) => wanted.has(run)))
    .map(({ id }) => id);
}

export interface PageText {
  readonly id: string;
  readonly text: string;
}
