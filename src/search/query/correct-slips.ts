import { tokenise } from '../../text/tokenise.ts';
import { isTie } from '../../text/bridge-words.ts';
import type { QueryPlan, TypedWord } from './analyse-query.ts';
import type { PostingsOf } from './fuse.ts';
import { kindWeights, typoWeight } from './scoring.ts';
import type { SearchIndex } from './search-index.ts';
import { scriptOf, suggestCompound, suggestWord } from './suggest.ts';
import type { Meaning, Term } from './term-list.ts';

/** For typed words that the index does not know: the nearest ones that it does, as terms to search and as a text to offer. */
export async function correctSlips(plan: QueryPlan, postings: PostingsOf, readWords: SearchIndex['readWords']): Promise<Correction | undefined> {
  const terms: Term[] = [];
  const meanings: Meaning[] = [];
  let text = plan.text;
  for (const [place, word] of [...plan.words.entries()].reverse()) {
    const script = scriptOf(word);
    if (script === undefined || (plan.shares[place] ?? 1) === 0 || isKnown(plan, place, word, postings)) continue;
    const words = await readWords(script);
    const found = script === 'kanji' ? suggestCompound(keyOf(word), words) : suggestWord(keyOf(word), words);
    if (found === undefined) continue;
    // Kana words of the index are tokens already: katakana read as hiragana would be cut.
    const tokens = script === 'kanji' ? tokenise(found).flatMap((typed) => [...typed.tokens]) : word.tokens.slice(0, 1).map((token) => ({ ...token, text: found }));
    const source = { typed: word.typed, start: word.start, end: word.end, words: [place], found: inScriptOf(word, found) };
    text = text.slice(0, word.start) + inScriptOf(word, found) + text.slice(word.end);
    // Among short kana words the nearest is mostly another word (ホール, メール): it is offered, and not searched.
    if (script === 'kana' && keyOf(word).length <= longestOffered && !isSameSound(keyOf(word), found)) continue;
    for (const token of tokens) terms.push({ ...source, token: token.text, kind: token.kind, weight: kindWeights[token.kind] * typoWeight, reason: 'typo' });
    meanings.push({ ...source, parts: [tokens], trust: 1 });
  }
  return text === plan.text ? undefined : { terms, meanings, text };
}

const longestOffered = 4;

/** Long vowels left out or put in are a way of writing: テレワク. */
function isSameSound(a: string, b: string): boolean {
  return a.replaceAll('ー', '') === b.replaceAll('ー', '');
}

/** A compound is known if it stands somewhere, or if all its pairs of letters do: then it is new, not mistyped. */
function isKnown(plan: QueryPlan, place: number, word: TypedWord, postings: PostingsOf): boolean {
  const isFound = (token: string) => postings(token).pages.length > 0;
  const isWhole = (term: Term) => term.start <= word.start && term.end >= word.end;
  if (plan.terms.some((term) => term.reason !== 'same' && term.words.includes(place) && isWhole(term) && isFound(term.token))) return true;
  const [whole, ...parts] = word.tokens.filter((token) => !isTie(token.kind));
  return whole === undefined || isFound(whole.text) || (parts.length > 0 && parts.every((part) => isFound(part.text)));
}

function keyOf(word: TypedWord): string {
  return word.tokens[0]?.text ?? word.typed;
}

/** The index keeps katakana as hiragana; who typed katakana reads katakana. */
function inScriptOf(word: TypedWord, found: string): string {
  return word.tokens[0]?.kind === 'katakana' ? found.replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60)) : found;
}

interface Correction {
  readonly terms: readonly Term[];
  readonly meanings: readonly Meaning[];
  readonly text: string;
}
