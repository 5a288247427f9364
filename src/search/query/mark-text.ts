import type { KanaWords } from '../../text/tokenise.ts';
import { findMarks, termsIn } from './find-marks.ts';
import type { Term } from './term-list.ts';

/** Cuts a text where the matched terms stand in it, whatever form they have there (引越し for 引っ越し, サーバー for サーバ). */
export function markText(text: string, terms: readonly Term[], kanaWords: KanaWords): Segment[] {
  const marks = findMarks(text, terms, kanaWords).map(({ start, end, term }) => ({ start, end, ...whyMarked(term) }));
  const segments: Segment[] = [];
  let from = 0;
  for (const { start, end, ...why } of mergeStretches(marks)) {
    if (start > from) segments.push({ text: text.slice(from, start), marked: false });
    segments.push({ text: text.slice(start, end), marked: true, ...why });
    from = end;
  }
  if (from < text.length) segments.push({ text: text.slice(from), marked: false });
  return segments;
}

function whyMarked({ reason, typed, found, strength }: Term): Why {
  if (reason === 'same') return {};
  return { reason: `「${typed}」→「${found}」`, ...(strength === 'near' ? { isNear: true } : {}) };
}

/** The sentences around the place of a text that holds most of the terms, and how much it holds. */
export function cutExcerpt(text: string, terms: readonly Term[], kanaWords: KanaWords, length = 110): Excerpt {
  const sentences = text.split(sentenceEnd).filter((sentence) => sentence.trim() !== '');
  const held = sentences.map((sentence) => termsIn(sentence, terms, kanaWords));
  const worths = held.map(worthOf);
  const best = Math.max(0, worths.indexOf(Math.max(0, ...worths)));
  let excerpt = sentences[best] ?? '';
  for (
    let next = best + 1;
    next < sentences.length && excerpt.length + (sentences[next]?.length ?? 0) <= length;
    next += 1
  )
    excerpt += sentences[next] ?? '';
  const cut = excerpt.length > length * 1.5 ? cutAround(excerpt, terms, kanaWords, length) : excerpt.trim();
  return { text: cut, worth: worthOf([...new Set(held.flat())]) };
}

/** A closing bracket belongs to the sentence before it. */
const sentenceEnd = /(?<=[。！？\n][」』）]{0,4})(?![」』）])/u;

function cutAround(text: string, terms: readonly Term[], kanaWords: KanaWords, length: number): string {
  const first = findMarks(text, terms, kanaWords)[0]?.start ?? 0;
  const start = Math.max(0, first - Math.floor(length / 4));
  return `${start > 0 ? '…' : ''}${text.slice(start, start + length).trim()}…`;
}

/** What terms weigh together. */
export function worthOf(terms: readonly Term[]): number {
  return terms.reduce((worth, term) => worth + term.weight, 0);
}

function mergeStretches(stretches: readonly Stretch[]): Stretch[] {
  const merged: Stretch[] = [];
  for (const stretch of stretches) {
    const last = merged.at(-1);
    if (last && stretch.start < last.end)
      merged[merged.length - 1] = {
        ...strongerOf(last, stretch),
        start: last.start,
        end: Math.max(last.end, stretch.end),
      };
    else if (last?.end === stretch.start && isAlike(last, stretch))
      merged[merged.length - 1] = { ...last, end: stretch.end };
    else merged.push(stretch);
  }
  return merged;
}

/** What was typed goes before other words, these before what is near. */
function strongerOf(a: Stretch, b: Stretch): Stretch {
  const rank = ({ reason, isNear }: Stretch) => (reason === undefined ? 0 : isNear === true ? 2 : 1);
  return rank(b) < rank(a) ? b : a;
}

function isAlike(a: Why, b: Why): boolean {
  return a.reason === b.reason;
}

interface Why {
  /** Why it is marked though it is not what was typed. */
  readonly reason?: string;
  /** It is only near to what was typed. */
  readonly isNear?: boolean;
}

export interface Segment extends Why {
  readonly text: string;
  readonly marked: boolean;
}

interface Stretch extends Why {
  readonly start: number;
  readonly end: number;
}

interface Excerpt {
  readonly text: string;
  readonly worth: number;
}
