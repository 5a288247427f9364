import { toKatakana } from '../../text/kana.ts';
import { tokenise } from '../../text/tokenise.ts';
import { isCrossWordBigram } from '../../text/cross-word-bigrams.ts';
import type { WordList, WordScript } from '../index-format.ts';
import type { QueryPlan } from './analyse-query.ts';
import type { TypedWord } from './cut-query.ts';
import type { PostingsOf } from './score-documents.ts';
import { kindWeights, typoWeight } from './scoring.ts';
import type { SearchIndex } from './search-index.ts';
import { pairAround, scriptOf, suggestCompound, suggestPair, suggestWord } from './suggest.ts';
import type { Meaning, Term } from './term-list.ts';

/**
 * For typed words that the index does not know: the nearest ones that it does, as terms to search and as a text to
 * offer.
 */
export async function correctSpelling(
  plan: QueryPlan,
  postings: PostingsOf,
  readWords: SearchIndex['readWords'],
): Promise<Correction | undefined> {
  const terms: Term[] = [];
  const meanings: Meaning[] = [];
  const edits: Edit[] = [];
  for (const [place, word] of [...plan.words.entries()].reverse()) {
    const script = scriptOf(word);
    if (
      script === undefined ||
      isInName(word) ||
      (plan.shares[place] ?? 1) === 0 ||
      isKnown(plan, place, word, postings)
    )
      continue;
    const words = await readWords(script, keyOf(word));
    const found = await suggest(keyOf(word), script, words, pairAround(word) !== undefined);
    if (found === undefined) continue;
    // Kana words of the index are tokens already: katakana read as hiragana would be cut.
    const tokens =
      script === 'kanji'
        ? tokenise(found).flatMap((typed) => [...typed.tokens])
        : word.tokens.slice(0, 1).map((token) => ({ ...token, text: found }));
    const source = {
      typed: word.typed,
      start: word.start,
      end: word.end,
      words: [place],
      found: asTyped(word, found, plan),
    };
    edits.unshift({ start: word.start, end: word.end, text: asTyped(word, found, plan) });
    // Among words of two kanji and short kana words the nearest may be another word (ホール, メール): it is offered, and not
    // searched.
    if (script === 'pair') continue;
    if (script === 'kana' && keyOf(word).length <= maxOfferedLength && !isSameSound(keyOf(word), found)) continue;
    for (const token of tokens)
      terms.push({
        ...source,
        token: token.text,
        kind: token.kind,
        weight: kindWeights[token.kind] * typoWeight,
        reason: 'typo',
      });
    meanings.push({ ...source, parts: [tokens], trust: 1 });
  }
  return edits.length === 0 ? undefined : { terms, meanings, text: rewrite(plan, edits) };
}

/** Hiragana that a kanji follows at once is part of a name: つくば市 is no つくる市. */
function isInName({ tokens }: TypedWord): boolean {
  return tokens[0]?.kind === 'hiragana' && tokens.some(({ kind }) => kind === 'mixed');
}

/** What was typed, in the reader's own letters, with some words replaced. */
function rewrite({ text, asWritten }: QueryPlan, edits: readonly Edit[]): string {
  const kept = [0, ...edits.map(({ end }) => end)].map((from, place) =>
    asWritten(from, edits[place]?.start ?? text.length, false),
  );
  return kept.map((part, place) => part + (edits[place]?.text ?? '')).join('');
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

async function suggest(
  word: string,
  script: WordScript,
  words: WordList,
  hasKanaInside: boolean,
): Promise<string | undefined> {
  if (script !== 'kanji' && script !== 'pair') return suggestWord(word, words);
  // What kanji are read as is fetched only for a word that stands nowhere; if it does not come, the search goes on
  // without.
  const sounds = await import('../../text/kanji-sounds.ts').catch(() => undefined);
  if (!sounds) return undefined;
  const { areAlike, areAlikeInVerbs } = sounds;
  if (hasKanaInside) return suggestPair(word, words, areAlikeInVerbs);
  return script === 'pair' ? suggestPair(word, words, areAlike) : suggestCompound(word, words, areAlike);
}

const maxOfferedLength = 4;

/** Long vowels left out or put in are a way of writing: テレワク. */
function isSameSound(a: string, b: string): boolean {
  return a.replaceAll('ー', '') === b.replaceAll('ー', '');
}

/** A compound is known if it stands somewhere, or if all its pairs of letters do: then it is new, not mistyped. */
function isKnown(plan: QueryPlan, place: number, word: TypedWord, postings: PostingsOf): boolean {
  const isFound = (token: string) => postings(token).pages.length > 0;
  const isWhole = (term: Term) => term.start <= word.start && term.end >= word.end;
  if (
    plan.terms.some(
      (term) => term.reason !== 'same' && term.words.includes(place) && isWhole(term) && isFound(term.token),
    )
  )
    return true;
  const around = pairAround(word);
  if (around !== undefined) return isFound(around);
  const [whole, ...parts] = word.tokens.filter((token) => !isCrossWordBigram(token.kind));
  return whole === undefined || isFound(whole.text) || (parts.length > 0 && parts.every((part) => isFound(part.text)));
}

function keyOf(word: TypedWord): string {
  return pairAround(word) ?? word.tokens[0]?.text ?? word.typed;
}

/**
 * The index keeps katakana as hiragana without a long vowel at its end, and Latin letters small: readers see what they
 * would type.
 */
function asTyped(word: TypedWord, found: string, { asWritten }: QueryPlan): string {
  const written = asWritten(word.start, word.end, false);
  const around = pairAround(word);
  if (around !== undefined)
    return [...around].reduce((text, letter, place) => text.replace(letter, [...found][place] ?? letter), written);
  if (/^[A-Z]{2,}/.test(written)) return found.toUpperCase();
  if (word.tokens[0]?.kind !== 'katakana') return found;
  const katakana = toKatakana(found);
  return written.endsWith('ー') && !katakana.endsWith('ー') ? `${katakana}ー` : katakana;
}

interface Correction {
  readonly terms: readonly Term[];
  readonly meanings: readonly Meaning[];
  readonly text: string;
}
