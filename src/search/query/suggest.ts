import { countEdits } from '../../text/count-edits.ts';
import type { TypedWord } from './cut-query.ts';
import type { WordList, WordScript } from '../index-format.ts';

/**
 * The word of the index nearest to a typed one: one slip away, two in words of eight letters and more; the more
 * frequent first.
 */
export function suggestWord(typed: string, list: WordList): string | undefined {
  // Two letters that look like one: プロポーザノレ.
  const word = typed.replaceAll('のれ', 'る');
  const allowed = word.length >= 8 ? 2 : 1;
  let best: { word: string; distance: number; pages: number } | undefined;
  for (const [candidate, pages] of list) {
    if (candidate === word && word !== typed) return candidate;
    if (candidate === word || Math.abs(candidate.length - word.length) > allowed) continue;
    const distance = countEdits(word, candidate, allowed);
    if (
      distance > allowed ||
      (best && (distance > best.distance || (distance === best.distance && pages <= best.pages)))
    )
      continue;
    best = { word: candidate, distance, pages };
  }
  return best?.word;
}

/**
 * For a word of two kanji that stands nowhere, the most frequent one that shares a letter with it and is read or looks
 * the same (選居, 選挙). `list` also has, on no page, words that are real: 保障 is no slip.
 */
export function suggestPair(word: string, list: WordList, areAlike: AreAlike): string | undefined {
  if (list.some(([known]) => known === word)) return undefined;
  return list.find(([candidate, pages]) => pages > 0 && isOneLetterAlike(word, candidate, areAlike))?.[0];
}

function isOneLetterAlike(word: string, candidate: string, areAlike: AreAlike): boolean {
  const places = [...word].flatMap((letter, place) => (letter === candidate[place] ? [] : [place]));
  const [place = 0] = places;
  return word.length === candidate.length && places.length === 1 && areAlike(word[place] ?? '', candidate[place] ?? '');
}

type AreAlike = (a: string, b: string) => boolean;

/**
 * As `suggestWord`, also among the beginnings and ends of longer compounds: 確定申告 stands only in 確定申告会場. In three kanji
 * another letter mostly makes another word (無線機, 無線局), if it is not read the same (避難書, 避難所).
 */
export function suggestCompound(word: string, given: WordList, areAlike: AreAlike): string | undefined {
  const isShort = word.length === 3;
  const list = isShort
    ? given.filter(([candidate]) => candidate.length > 3 || isOneLetterAlike(word, candidate, areAlike))
    : given;
  const longer = list.filter(([candidate]) => candidate.length > word.length);
  const parts = longer.flatMap(([candidate, pages]) =>
    [candidate.slice(0, word.length), candidate.slice(-word.length)].map((part) => [part, pages] as const),
  );
  const likely = isShort ? parts.filter(([part]) => isOneLetterAlike(word, part, areAlike)) : parts;
  return (
    suggestWord(word, isShort ? list.filter(([candidate]) => candidate.length === 3) : list) ??
    suggestWord(word, likely)
  );
}

/** In which list to look for a word, or undefined for one too short to guess at. */
export function scriptOf(word: TypedWord): WordScript | undefined {
  const [token] = word.tokens;
  if (!token) return undefined;
  if (pairAround(word) !== undefined) return 'pair';
  if (token.kind === 'compound') return 'kanji';
  if (token.kind === 'word' && /^\p{sc=Han}{2}$/u.test(token.text)) return 'pair';
  if (token.kind === 'katakana' || token.kind === 'hiragana') return token.text.length >= 3 ? 'kana' : undefined;
  return token.kind === 'latin' && token.text.length >= 4 ? 'latin' : undefined;
}

/** The first two kanji of a word that have kana between them: 引超 of 引っ超し業者. */
export function pairAround({ tokens }: Pick<TypedWord, 'tokens'>): string | undefined {
  return tokens.find(({ kind }) => kind === 'joined')?.text;
}
