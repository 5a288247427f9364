import { toMatchingKey, toMatchingKeyWithOrigin } from '../../text/matching-key.ts';
import { isLetter } from '../../text/tokenise.ts';
import type { Term } from './term-list.ts';

/** Cuts a text where the matched terms stand in it, whatever form they have there (引越し for 引っ越し, サーバー for サーバ). */
export function markText(text: string, terms: readonly Term[]): Segment[] {
  const key = toMatchingKeyWithOrigin(text);
  const stretches = findTerms(key.text, terms).map(({ start, end, reason }) => ({ start: key.starts[start] ?? 0, end: withLongVowel(text, key.ends[end - 1] ?? 0), reason }));
  const segments: Segment[] = [];
  let from = 0;
  for (const { start, end, reason } of mergeStretches(stretches)) {
    if (start > from) segments.push({ text: text.slice(from, start), marked: false });
    segments.push({ text: text.slice(start, end), marked: true, ...(reason === undefined ? {} : { reason }) });
    from = end;
  }
  if (from < text.length) segments.push({ text: text.slice(from), marked: false });
  return segments;
}

/** A key has no long vowel at the end of a word; a mark does not stop before it: メンバー. */
function withLongVowel(text: string, end: number): number {
  return text[end] === 'ー' ? end + 1 : end;
}

/** The sentences around the place of a text that holds most of the terms, and how much it holds. */
export function cutExcerpt(text: string, terms: readonly Term[], length = 110): Excerpt {
  const sentences = text.split(sentenceEnd).filter((sentence) => sentence.trim() !== '');
  const held = sentences.map((sentence) => termsIn(toMatchingKey(sentence), terms));
  const worths = held.map(worthOf);
  const best = worths.indexOf(Math.max(0, ...worths));
  let excerpt = sentences[Math.max(0, best)] ?? '';
  for (let next = Math.max(0, best) + 1; next < sentences.length && excerpt.length + (sentences[next]?.length ?? 0) <= length; next += 1) excerpt += sentences[next] ?? '';
  return { text: excerpt.length > length * 1.5 ? cutAround(excerpt, terms, length) : excerpt.trim(), worth: worthOf([...new Set(held.flat())]) };
}

const sentenceEnd = /(?<=[。！？\n])/;

function cutAround(text: string, terms: readonly Term[], length: number): string {
  const key = toMatchingKeyWithOrigin(text);
  const first = findTerms(key.text, terms)[0];
  const start = Math.max(0, (first ? (key.starts[first.start] ?? 0) : 0) - Math.floor(length / 4));
  return `${start > 0 ? '…' : ''}${text.slice(start, start + length).trim()}…`;
}

function worthOf(terms: readonly Term[]): number {
  return terms.reduce((worth, term) => worth + term.weight, 0);
}

function termsIn(key: string, terms: readonly Term[]): Term[] {
  return terms.filter((term) => (isLetter(term.kind) ? letterPlaces(key, term.token).length > 0 : key.includes(term.token)));
}

function findTerms(key: string, terms: readonly Term[]): Stretch[] {
  return terms
    .flatMap((term) => {
      const places = isLetter(term.kind) ? letterPlaces(key, term.token) : placesOf(key, term.token);
      const reason = term.reason === 'same' ? undefined : `「${term.typed}」→「${term.found}」`;
      return places.map((start) => ({ start, end: start + term.token.length, reason }));
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function placesOf(text: string, part: string): number[] {
  const places: number[] = [];
  for (let place = text.indexOf(part); part !== '' && place >= 0; place = text.indexOf(part, place + part.length)) places.push(place);
  return places;
}

/** One kanji counts where it stands alone, not inside a compound. */
function letterPlaces(text: string, letter: string): number[] {
  return placesOf(text, letter).filter((place) => !isKanji(text[place - 1]) && !isKanji(text[place + letter.length]));
}

function isKanji(character: string | undefined): boolean {
  return character !== undefined && /\p{sc=Han}/u.test(character);
}

function mergeStretches(stretches: readonly Stretch[]): Stretch[] {
  const merged: Stretch[] = [];
  for (const stretch of stretches) {
    const last = merged.at(-1);
    if (last && stretch.start <= last.end) merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, stretch.end), reason: last.reason && stretch.reason };
    else merged.push(stretch);
  }
  return merged;
}

export interface Segment {
  readonly text: string;
  readonly marked: boolean;
  /** Why it is marked though it is not what was typed. */
  readonly reason?: string;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly reason: string | undefined;
}

interface Excerpt {
  readonly text: string;
  readonly worth: number;
}
