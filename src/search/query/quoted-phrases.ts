import { foldText } from '../../text/fold-text.ts';
import { functionWordLength } from '../../text/function-words.ts';
import { toMatchingKey } from '../../text/matching-key.ts';
import type { Token } from '../../text/token.ts';
import { isLetter, tokenise, type KanaWords } from '../../text/tokenise.ts';
import type { FieldName } from '../vocabulary.ts';
import type { QueryPlan } from './analyse-query.ts';
import { findFields } from './find-fields.ts';
import { pagesWithWord, type PostingsOf } from './score-documents.ts';
import type { SearchIndex } from './search-index.ts';
import { tokensOf } from './term-list.ts';
import { wholeText } from './whole-text.ts';

/** Whether quoted grammar, in which no page is found by a token, is all that was typed. */
export function isOnlyGrammar({ phrases, text }: QueryPlan, postings: PostingsOf, kanaWords: KanaWords): boolean {
  const isAll = phrases.length > 0 && foldText(phrases.join(' ')) === text;
  return isAll && phrases.every((phrase) => isGrammar(phrase, postings, kanaWords));
}

/**
 * Kana that are grammar from end to end, or of which the index has no word: だけが, まで; a noun that lists have is none.
 */
function isGrammar(phrase: string, postings: PostingsOf, kanaWords: KanaWords): boolean {
  const kana = foldText(phrase);
  if (!/^[ぁ-ゖー]+$/.test(kana) || kanaWords.forms.get(kana)?.isVerb === false) return false;
  let place = 0;
  while (place < kana.length) {
    const length = functionWordLength(kana, place);
    if (length === 0) break;
    place += length;
  }
  return place === kana.length || tokensOf(phrase, kanaWords).every(({ token }) => postings(token).pages.length === 0);
}

/**
 * For each quoted phrase that names a group, a topic or a day as a whole, the pages that are listed under it; their
 * texts need not say it.
 */
export function pagesNamed(
  { phrases }: QueryPlan,
  names: readonly FieldName[],
  postings: PostingsOf,
): ReadonlyMap<string, ReadonlySet<number>> {
  return new Map(
    phrases.map((phrase) => {
      const folded = foldText(phrase);
      const whole = findFields(folded, names).filter(({ start, end }) => start === 0 && end === folded.length);
      return [phrase, new Set(whole.flatMap(({ token }) => postings(token).pages))];
    }),
  );
}

/** Whether a page holds the tokens of every phrase, and no word that was excluded. */
export function makeWordFilter(
  plan: QueryPlan,
  postings: PostingsOf,
  kanaWords: KanaWords,
  named: ReadonlyMap<string, ReadonlySet<number>>,
): (page: number) => boolean {
  const excluded = plan.excluded.map((word) => pagesWithWord(tokensOf(word, kanaWords), postings));
  // A text cuts the kana with which a phrase begins by what stands before them.
  const isCutOff = ([token]: readonly Token[], place: number) =>
    place === 0 && token?.kind === 'hiragana' && postings(token.text).pages.length === 0;
  const needed = plan.phrases.map((phrase) => {
    const tokens = isGrammar(phrase, postings, kanaWords)
      ? []
      : tokenise(phrase, kanaWords)
          .flatMap(({ tokens }, place) => (isCutOff(tokens, place) ? [] : tokens))
          .filter(({ kind }) => !isLetter(kind));
    const holding = tokens.map(({ text }) => new Set(postings(text).pages));
    return (page: number) => named.get(phrase)?.has(page) === true || holding.every((pages) => pages.has(page));
  });
  return (page) => !excluded.some((pages) => pages.has(page)) && needed.every((isHeld) => isHeld(page));
}

/**
 * Pages on which every phrase stands verbatim; the best hundred are read to see, and more where no token chose among
 * them.
 */
export async function keepPhrases(
  pages: readonly number[],
  plan: QueryPlan,
  index: SearchIndex,
  named: ReadonlyMap<string, ReadonlySet<number>>,
  maxRead: number,
): Promise<readonly number[]> {
  if (plan.phrases.length === 0) return pages;
  const phrases = plan.phrases.map((phrase) => ({ key: toMatchingKey(phrase), named: named.get(phrase) }));
  const isWanted = async (page: number): Promise<boolean> => {
    const verbatim = phrases.filter((phrase) => phrase.named?.has(page) !== true);
    if (verbatim.length === 0) return true;
    const text = toMatchingKey(wholeText(await index.readDocument(page)));
    return verbatim.every(({ key }) => text.includes(key));
  };
  const wanted = await Promise.all(pages.slice(0, maxRead).map(isWanted));
  return pages.filter((_, place) => wanted[place] === true);
}
