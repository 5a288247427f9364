import { isCrossWordBigram } from '../../text/cross-word-bigrams.ts';
import { toMatchingKey } from '../../text/matching-key.ts';
import { isLetter } from '../../text/tokenise.ts';
import type { QueryPlan } from './analyse-query.ts';
import { pagesWithMeaning } from './find-strict-matches.ts';
import { trustIn } from './scoring.ts';
import type { PostingsOf } from './score-documents.ts';
import type { Meaning, Reason, Term, Typed } from './term-list.ts';

/**
 * Which typed word found which word of the page, and why; the page's own words first. Other words count where the page
 * holds them as a whole, and what is only near where it does not say what was typed.
 */
export function explainMatch(matched: readonly Term[], page: number, plan: QueryPlan, isHeld: IsHeld): Match[] {
  const direct = wordsHeld(matched, plan);
  const isDirect = (term: Term) => term.words.length > 0 && term.words.every((word) => direct.has(word));
  const matches = new Map<string, Match>();
  const add = (term: Term) => {
    const typed = typedByReader(term, plan);
    const found = term.reason === 'same' ? typed : withoutParticle(term, plan);
    if (!matches.has(`${typed}\n${found}`)) matches.set(`${typed}\n${found}`, { typed, found, reason: term.reason });
  };
  const byWeight = [...matched].sort((a, b) => b.weight - a.weight);
  const isAnother = (term: Term) => term.strength !== 'related' && term.strength !== 'sibling';
  for (const term of byWeight)
    if (term.reason === 'same' || (isAnother(term) && !isDirect(term) && isHeld(term, page))) add(term);
    else if (isAnother(term) && !isDirect(term)) {
      const other = findOtherName(term, plan, (name) => isHeld(name, page));
      if (other) add({ ...term, ...other });
    }
  return [...matches.values()].sort((a, b) => Number(a.reason !== 'same') - Number(b.reason !== 'same'));
}

/**
 * The vocabulary has a short word of hiragana with its particles, so that it is not found inside others (けがを, けがに for
 * 怪我): a reader is told the word alone.
 */
function withoutParticle({ typed, found }: Term, { meanings }: QueryPlan): string {
  const bare = /^(?:の)?([ぁ-ゖー]{2,}?)[をにのがではも]?$/u.exec(found)?.[1];
  const isOfSeveral = meanings.some(
    (other) => other.typed === typed && other.found !== found && bare !== undefined && other.found.includes(bare),
  );
  return bare !== undefined && isOfSeveral ? bare : found;
}

/** Another word for the same that holds the same token, where the page has that alone: 公園, but not 公園の利用. */
function findOtherName({ typed, token }: Term, { meanings }: QueryPlan, isHeld: IsNamed): Meaning | undefined {
  return meanings.find(
    (other) =>
      other.typed === typed &&
      other.trust >= trustIn.near &&
      other.parts.some((part) => part.some(({ text }) => text === token)) &&
      isHeld(other),
  );
}

/**
 * What a term stands for, in the reader's own letters: 引越し, though 引越 is looked up; a stem of the vocabulary (無くし) as
 * it has it.
 */
export function typedByReader({ start, end }: Pick<Typed, 'start' | 'end'>, { text, asWritten }: QueryPlan): string {
  // The mark behind a month of 4/1 belongs to the day.
  return asWritten(start, end, /\p{sc=Han}$/u.test(text.slice(start, end))).replace(/(?<=\d)[./-]$/, '');
}

/** Tells of a term and a page whether the page holds all of the word that the term is of. */
export function makeIsHeld(plan: QueryPlan, postings: PostingsOf): IsHeld {
  const known = new Map<string, readonly ReadonlySet<number>[]>();
  return ({ typed, found }, page) => {
    const key = `${typed}\n${found}`;
    const meanings =
      known.get(key) ??
      plan.meanings
        .filter((meaning) => meaning.found === found && meaning.typed === typed)
        .map((meaning) => pagesWithMeaning(meaning, postings, 'nearly'));
    known.set(key, meanings);
    return meanings.some((pages) => pages.has(page));
  };
}

/** The places of the typed words that a page holds as they were typed: as a whole, or by all their parts. */
export function wordsHeld(matched: readonly Term[], plan: QueryPlan): ReadonlySet<number> {
  const held = new Set(matched.filter(({ reason }) => reason === 'same').map(({ token }) => token));
  return new Set(
    plan.words.flatMap(({ tokens }, place) => {
      const [whole, ...parts] = tokens.filter(({ kind }) => !isCrossWordBigram(kind));
      const links = parts.filter(({ kind }) => !isLetter(kind) && kind !== 'number');
      const isHeld =
        whole !== undefined &&
        (held.has(whole.text) || (links.length > 0 && links.every(({ text }) => held.has(text))));
      return isHeld ? [place] : [];
    }),
  );
}

/**
 * Things that were asked for and that no page holds, neither as typed nor in other words: of a word that only stands
 * elsewhere nobody has to be told where the page shown answers the question.
 */
export function findLeftOut(plan: QueryPlan, shown: readonly ShownPage[], postings: PostingsOf): string[] {
  if (shown.length === 0) return [];
  const keys = shown.map(() => '');
  const isHeld = (meaning: Meaning): boolean => {
    const pages = isTiedWhole(meaning) ? pagesWithMeaning(meaning, postings, 'nearly') : undefined;
    const written = toMatchingKey(meaning.found);
    return (
      (pages?.size ?? 0) > 0 ||
      shown.some(({ text }, place) => (keys[place] ||= toMatchingKey(text())).includes(written))
    );
  };
  return plan.units.flatMap((unit) => {
    const [typed, ...others] = plan.meanings.filter((meaning) => meaning.words.every((word) => unit.includes(word)));
    if (!typed || !isTelling(plan, unit)) return [];
    return [typed, ...others].some(isHeld) ? [] : [plan.asWritten(typed.start, typed.end)];
  });
}

/** One word, or words that ties hold together: R3年10月 is on a page that says 2021年10月. */
function isTiedWhole({ parts }: Meaning): boolean {
  const ties = parts.filter((part) => part.every(({ kind }) => isCrossWordBigram(kind))).length;
  return ties === parts.length - ties - 1;
}

/** Whether a reader would miss it: not a stop phrase, a single kanji or what is left of a kana word. */
function isTelling(plan: QueryPlan, unit: readonly number[]): boolean {
  return unit.some(
    (place) =>
      (plan.shares[place] ?? 1) > 0 &&
      plan.words[place]?.tokens.some(({ kind }) => !isLetter(kind) && !isCrossWordBigram(kind)),
  );
}

export type IsHeld = (term: Pick<Term, 'typed' | 'found'>, page: number) => boolean;
type IsNamed = (name: Meaning) => boolean;

export interface ShownPage {
  /** Everything that can be read on it. */
  readonly text: () => string;
}

export interface Match {
  readonly typed: string;
  readonly found: string;
  readonly reason: Reason;
}
