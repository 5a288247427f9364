import { isCrossWordBigram } from '../../text/cross-word-bigrams.ts';
import type { Token, TokenKind } from '../../text/token.ts';
import type { KanaWords } from '../../text/tokenise.ts';
import { tokenise } from '../../text/tokenise.ts';
import { kindWeights } from '../query/scoring.ts';
import type { IndexDocument } from '../index-format.ts';
import { inverseFrequency } from './inverse-frequency.ts';
import { splitTails, type PageTerms } from './split-tails.ts';

/**
 * What each token says of each document, as one number: BM25 over the question and over the text, and how much of the
 * question the token makes up. Everything that adds up term by term is settled here, so that the browser adds numbers
 * only. Tokens are numbered, and documents hold numbers: with ten thousand of them there are millions.
 */
export function weighTerms(
  documents: readonly IndexDocument[],
  kanaWords: KanaWords,
  tuning: Tuning = defaultTuning,
  others: readonly IndexDocument[] = [],
): TermWeights {
  const register = new TokenRegister();
  const read = (of: readonly IndexDocument[]) =>
    of.map((document) => readStreams(document, kanaWords, register, tuning));
  const streams = read(documents);
  const frequencies = countDocuments(streams, register.tokens.length);
  const idf = (token: number) => inverseFrequency(documents.length, frequencies[token] ?? 0);
  const pages = weighStreams(streams, { register, idf, tuning });
  // Whatever is there beside Q&As, they weigh the same.
  const otherPages = weighStreams(read(others), { register, idf, tuning });
  const cap = Math.max(tuning.cap, Math.ceil(documents.length * tuning.capShare));
  splitTails(pages, frequencies, cap);
  const { tokens, kinds } = register;
  return { tokens, kinds, frequencies: padded(frequencies, tokens.length), pages, others: otherPages, cap };
}

/** The documents of one kind, measured by one another. */
function weighStreams(streams: readonly Streams[], { register, idf, tuning }: Weighing): PageTerms[] {
  const { kinds } = register;
  const titleLength = average(streams.map((stream) => stream.titleLength));
  const textLength = average(streams.map((stream) => stream.textLength));
  const masses = streams.map(({ title }) =>
    sum(title.map(({ token, kind, share }) => (share === 1 ? idf(token) * kindWeights[kind] : 0))),
  );
  const mass = average(masses) || 1;

  const worth = (token: number) => (kinds[token] === 'pair' ? tuning.pairInside : 1);
  return streams.map((stream, page): PageTerms => {
    const { prior } = stream;
    const share = tuning.share / Math.sqrt((masses[page] ?? 0) / mass + tuning.shareFloor);
    const weights = new Map<number, number>();
    for (const entry of stream.title) {
      const tf = saturate(
        entry.count,
        tuning.titleSaturation,
        tuning.titleLength,
        stream.titleLength / (titleLength || 1),
      );
      weights.set(entry.token, worth(entry.token) * prior * (tuning.title * tf + share * entry.share));
    }
    for (const [place, token] of stream.textTokens.entries()) {
      const tf = saturate(
        stream.textCounts[place] ?? 0,
        tuning.textSaturation,
        tuning.textLength,
        stream.textLength / (textLength || 1),
      );
      weights.set(token, (weights.get(token) ?? 0) + worth(token) * prior * tuning.text * tf);
    }
    // What the texts say too weighs what it weighs there.
    for (const token of stream.facts)
      if (!weights.has(token))
        weights.set(token, worth(token) * prior * (isName(kinds[token]) ? tuning.factName : tuning.fact));
    for (const [token, weight] of stream.fields) weights.set(token, prior * weight);
    return {
      tokens: Uint32Array.from(weights.keys()),
      weights: Float64Array.from(weights.values()),
      inTail: new Uint8Array(weights.size),
    };
  });
}

export const defaultTuning: Tuning = {
  title: 1,
  titleSaturation: 1,
  titleLength: 0.8,
  share: 1,
  shareFloor: 0.3,
  aliasShare: 0.6,
  text: 0.8,
  textSaturation: 2,
  textLength: 0.68,
  fade: 200,
  body: 0.6,
  fact: 0.35,
  factName: 0.8,
  pairInside: 1,
  pieceInside: 0.3,
  adverb: 0.3,
  cap: 200,
  capShare: 0.04,
};

/** Gives each token a number, in the order in which they come, and remembers what kind it is. */
class TokenRegister {
  readonly tokens: string[] = [];
  /** A token that is a word somewhere is not called a pair or a piece. */
  readonly kinds: TokenKind[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf({ text, kind }: Token): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) {
      if (kind !== 'pair' && kind !== 'piece' && kind !== 'joint') this.kinds[known] = kind;
      return known;
    }
    const number = this.tokens.push(text) - 1;
    this.kinds.push(kind);
    this.#numbers.set(text, number);
    return number;
  }
}

/** 法制担当 and e-Gov are asked for as they are; 担当 stands in every other label. */
function isName(kind: TokenKind | undefined): boolean {
  return kind === 'compound' || kind === 'latin' || kind === 'mixed';
}

function readStreams(document: IndexDocument, kanaWords: KanaWords, register: TokenRegister, tuning: Tuning): Streams {
  const text = new Map<number, number>();
  let textLength = 0;
  let passed = 0;
  const addText = (written: string, weight: number) => {
    for (const word of tokenise(written, kanaWords)) {
      const count = weight / (1 + (passed + word.start) / tuning.fade);
      for (const token of word.tokens) {
        const number = register.numberOf(token);
        const own = count * inside(token.kind, tuning);
        text.set(number, (text.get(number) ?? 0) + own);
        if (!isCrossWordBigram(token.kind)) textLength += own;
      }
    }
    passed += written.length;
  };
  addText(document.summary, 1);
  const facts = new Set<number>();
  for (const section of document.sections) {
    if (section.kind === 'fact') {
      for (const token of tokensOf(section.text, kanaWords)) facts.add(register.numberOf(token));
      continue;
    }
    const weight = section.kind === 'answer' ? 1 : tuning.body;
    if (section.kind === 'body') passed = Math.min(passed, tuning.fade);
    addText(section.heading, 1);
    addText(section.text, weight);
  }

  const title = new Map<number, TitleEntry>();
  const addTitle = (written: string, share: number) => {
    let length = 0;
    for (const token of tokensOf(written, kanaWords)) {
      const own = share * inside(token.kind, tuning);
      const number = register.numberOf(token);
      const entry = title.get(number);
      title.set(number, {
        token: number,
        kind: token.kind,
        count: (entry?.count ?? 0) + own,
        share: Math.max(entry?.share ?? 0, own),
      });
      if (!isCrossWordBigram(token.kind)) length += own;
    }
    return length;
  };
  const titleLength = addTitle(document.question, 1);
  for (const alias of document.aliases) addTitle(alias, tuning.aliasShare);
  return {
    title: [...title.values()],
    titleLength,
    textTokens: Uint32Array.from(text.keys()),
    textCounts: Float64Array.from(text.values()),
    textLength,
    facts,
    fields: (document.fields ?? []).map(([name, weight]) => [register.numberOf({ text: name, kind: 'field' }), weight]),
    prior: document.prior,
  };
}

/** A word inside a katakana compound is less than one that stands alone. */
function inside(kind: TokenKind, tuning: Tuning): number {
  return kind === 'piece' || kind === 'joint' ? tuning.pieceInside : kind === 'adverb' ? tuning.adverb : 1;
}

function countDocuments(streams: readonly Streams[], tokens: number): Uint32Array {
  const frequencies = new Uint32Array(tokens);
  for (const { title, textTokens, facts, fields } of streams) {
    const own = new Set([
      ...textTokens,
      ...title.map((entry) => entry.token),
      ...facts,
      ...fields.map(([token]) => token),
    ]);
    for (const token of own) frequencies[token] = (frequencies[token] ?? 0) + 1;
  }
  return frequencies;
}

/** Tokens that came later stand in none of what was counted. */
function padded(frequencies: Uint32Array, length: number): Uint32Array {
  const all = new Uint32Array(length);
  all.set(frequencies);
  return all;
}

function saturate(count: number, saturation: number, lengthShare: number, relativeLength: number): number {
  return ((saturation + 1) * count) / (count + saturation * (1 - lengthShare + lengthShare * relativeLength));
}

function tokensOf(text: string, kanaWords: KanaWords): Token[] {
  return tokenise(text, kanaWords).flatMap((word) => [...word.tokens]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function average(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : sum(numbers) / numbers.length;
}

export interface TermWeights {
  /** Every token, and under the same number its kind and how many Q&As hold it. */
  readonly tokens: readonly string[];
  readonly kinds: readonly TokenKind[];
  readonly frequencies: Uint32Array;
  /** In the order of the documents. */
  readonly pages: readonly PageTerms[];
  /** Of what is no Q&A, in its order. */
  readonly others: readonly PageTerms[];
  /** Most pages in the first list of one token. */
  readonly cap: number;
}

export interface Tuning {
  readonly title: number;
  readonly titleSaturation: number;
  readonly titleLength: number;
  /** Weight of "how much of the question is this token". */
  readonly share: number;
  readonly shareFloor: number;
  /** What an alias counts against the question. */
  readonly aliasShare: number;
  readonly text: number;
  readonly textSaturation: number;
  readonly textLength: number;
  /** Characters after which a word of the text counts half. */
  readonly fade: number;
  readonly body: number;
  /** What a word weighs that stands around the texts alone: as a source, a topic, in what is said of who answered. */
  readonly fact: number;
  /** What a long word weighs there. */
  readonly factName: number;
  /** Weight of a pair of kanji that is a word nowhere in the index: 民健 inside 国民健康. */
  readonly pairInside: number;
  /** Weight of a word inside a katakana compound, and of an adverb. */
  readonly pieceInside: number;
  readonly adverb: number;
  /** Pages in the first list of one token: at least `cap`, at least `capShare` of all. */
  readonly cap: number;
  readonly capShare: number;
}

interface Streams {
  readonly title: readonly TitleEntry[];
  readonly titleLength: number;
  readonly textTokens: Uint32Array;
  readonly textCounts: Float64Array;
  readonly textLength: number;
  readonly facts: ReadonlySet<number>;
  readonly fields: readonly (readonly [token: number, weight: number])[];
  readonly prior: number;
}

interface Weighing {
  readonly register: TokenRegister;
  readonly idf: (token: number) => number;
  readonly tuning: Tuning;
}

interface TitleEntry {
  readonly token: number;
  readonly kind: TokenKind;
  readonly count: number;
  readonly share: number;
}
