import type { Token } from '../../text/token.ts';
import { tokenise, type KanaWords } from '../../text/tokenise.ts';
import type { SynonymEntry } from '../vocabulary.ts';
import { bareNumber, kindWeights, minWeight, loanAmongWords, maxOthers } from './scoring.ts';

/**
 * Gathers the tokens to look up, one entry a token, the heaviest of its reasons; and what the other words among them
 * mean.
 */
export class TermList {
  readonly meanings: Meaning[] = [];
  readonly #terms = new Map<string, Term>();
  readonly #kanaWords: KanaWords;

  constructor(kanaWords: KanaWords) {
    // Other words are looked for as they are, whether or not the browser has read what compounds are made of.
    this.#kanaWords = { ...kanaWords, loans: new Set() };
  }

  addTyped(tokens: readonly Token[], weight: number, source: Typed): void {
    const isCounted = tokens.some((token) => token.kind === 'measure');
    for (const token of tokens) {
      // 31 of 31日 stands in many things that are no day.
      const share = isCounted && token.kind === 'number' ? bareNumber : 1;
      this.#add(token, weight * share, { ...source, found: source.typed, reason: 'same' });
    }
  }

  /** Other words that stand for typed ones. A long one must not weigh more for being cut into many pairs. */
  addOther(weight: number, source: TermSource, trust: number): void {
    const parts = tokenise(source.found, this.#kanaWords).map((word) => word.tokens);
    this.meanings.push({
      words: source.words,
      typed: source.typed,
      start: source.start,
      end: source.end,
      found: source.found,
      parts,
      trust,
    });
    const pairs = parts.flat().filter((token) => token.kind === 'pair').length;
    for (const token of parts.flat()) {
      const share =
        token.kind === 'pair' ? 1 / Math.max(1, pairs - 0.5) : isAmongWords(token, parts) ? loanAmongWords : 1;
      this.#add(token, weight * share, source);
    }
  }

  /** A value under which pages are listed, as one token that no text holds. */
  addField(token: string, weight: number, source: TermSource): void {
    const field: Token = { text: token, kind: 'field' };
    this.meanings.push({ ...source, parts: [[field]], trust: 1 });
    this.#add(field, weight, source);
  }

  /** What was typed, and of the other words those that weigh enough to be worth looking up. */
  list(): Term[] {
    const terms = [...this.#terms.values()];
    const others = terms
      .filter((term) => term.reason !== 'same' && term.weight >= minWeight)
      .sort((a, b) => b.weight - a.weight);
    return [...terms.filter((term) => term.reason === 'same'), ...others.slice(0, maxOthers)];
  }

  #add(token: Token, share: number, source: TermSource): void {
    const weight = share * kindWeights[token.kind];
    const held = this.#terms.get(token.text);
    if (weight > 0 && (!held || held.weight < weight))
      this.#terms.set(token.text, { token: token.text, kind: token.kind, weight, ...source });
  }
}

/** システム of 情報システム担当: a loanword is the most common part of such names. */
function isAmongWords({ kind }: Token, parts: readonly (readonly Token[])[]): boolean {
  return kind === 'katakana' && parts.length > 1;
}

/** Why a token is looked up: as typed, by its reading, by the vocabulary, or as the likely meaning of a slip. */
export type Reason = 'same' | 'reading' | 'synonym' | 'typo';

export interface Typed {
  readonly typed: string;
  /** Where it stands in the query. */
  readonly start: number;
  readonly end: number;
  /** Places in `QueryPlan.words` of the typed words it stands for. */
  readonly words: readonly number[];
}

export interface TermSource extends Typed {
  readonly found: string;
  readonly reason: Reason;
  /** How near the other word is that the vocabulary knows. */
  readonly strength?: SynonymEntry[0];
}

export interface Term extends TermSource {
  readonly token: string;
  readonly kind: Token['kind'];
  readonly weight: number;
}

/** One way in which typed words can stand on a page: its parts are words that belong together. */
export interface Meaning extends Typed {
  readonly found: string;
  readonly parts: readonly (readonly Token[])[];
  /** How far a page that says it says what was typed: 1 for the same in other letters. */
  readonly trust: number;
}

/** The tokens of all words of a text. */
export function tokensOf(text: string, kanaWords: KanaWords): Pick<Term, 'token' | 'kind'>[] {
  return tokenise(text, kanaWords).flatMap((word) =>
    word.tokens.map((token) => ({ token: token.text, kind: token.kind })),
  );
}
