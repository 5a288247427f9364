import type { TokenKind } from '../../text/token.ts';
import type { KanaWords } from '../../text/tokenise.ts';
import type { IndexDocument } from '../index-format.ts';
import { kindWeights } from '../query/scoring.ts';
import { inverseFrequency } from './inverse-frequency.ts';
import { kindsOf, readStreams, type Streams } from './read-streams.ts';
import { splitTails, type PageTerms } from './split-tails.ts';
import { kindsByRank, TokenRegister } from './token-register.ts';
import { defaultTuning, type Tuning } from './tuning.ts';

/** As `weighStreams`, from the texts. */
export function weighTerms(
  documents: readonly IndexDocument[],
  kanaWords: KanaWords,
  others: readonly IndexDocument[] = [],
): TermWeights {
  const register = new TokenRegister();
  const read = (of: readonly IndexDocument[]): WeighedDocument[] =>
    of.map((document) => ({
      streams: readStreams(document, kanaWords, register, defaultTuning),
      prior: document.prior,
    }));
  const documentsRead = read(documents);
  return weighStreams(documentsRead, read(others), register.tokens);
}

/**
 * What each token says of each document, as one number: BM25 over the question and over the text, and how much of the
 * question the token makes up. Everything that adds up term by term is settled here, so that the browser adds numbers
 * only. Tokens are numbered, and documents hold numbers: with ten thousand of them there are millions.
 */
export function weighStreams(
  documents: readonly WeighedDocument[],
  others: readonly WeighedDocument[],
  tokens: readonly string[],
): TermWeights {
  const tuning = defaultTuning;
  const kinds = kindsOf(
    tokens.length,
    [...documents, ...others].map(({ streams }) => streams),
  );
  const frequencies = countDocuments(documents, tokens.length);
  const idf = Float64Array.from(frequencies, (holding) => inverseFrequency(documents.length, holding));
  const pages = weighOneKind(documents, { kinds, idf, tuning });
  // Whatever is there beside Q&As, they weigh the same.
  const otherPages = weighOneKind(others, { kinds, idf, tuning });
  const cap = Math.max(tuning.cap, Math.ceil(documents.length * tuning.capShare));
  splitTails(pages, frequencies, cap);
  return { tokens, kinds, frequencies, pages, others: otherPages, cap };
}

/** The documents of one kind, measured by one another. */
function weighOneKind(documents: readonly WeighedDocument[], { kinds, idf, tuning }: Weighing): PageTerms[] {
  const titleLength = average(documents.map(({ streams }) => streams.lengths[0] ?? 0));
  const textLength = average(documents.map(({ streams }) => streams.lengths[1] ?? 0));
  const masses = documents.map(({ streams }) => massOf(streams, idf));
  const mass = average(masses) || 1;
  const factWorth = kinds.map((kind) => (isName(kind) ? tuning.factName : tuning.fact));

  return documents.map(({ streams, prior }, page): PageTerms => {
    const { tokens, title, titleCounts, titleShares, text, textCounts, facts, fields, fieldWeights } = streams;
    const share = tuning.share / Math.sqrt((masses[page] ?? 0) / mass + tuning.shareFloor);
    const weights = new Float32Array(tokens.length);
    const add = (place: number, weight: number): void => {
      weights[place] = (weights[place] ?? 0) + prior * weight;
    };
    const ofTitle = saturation(
      tuning.titleSaturation,
      tuning.titleLength,
      (streams.lengths[0] ?? 0) / (titleLength || 1),
    );
    for (let entry = 0; entry < title.length; entry += 1)
      add(title[entry] ?? 0, tuning.title * ofTitle(titleCounts[entry] ?? 0) + share * (titleShares[entry] ?? 0));
    const ofText = saturation(tuning.textSaturation, tuning.textLength, (streams.lengths[1] ?? 0) / (textLength || 1));
    for (let entry = 0; entry < text.length; entry += 1)
      add(text[entry] ?? 0, tuning.text * ofText(textCounts[entry] ?? 0));
    // What the texts say too weighs what it weighs there.
    for (const place of facts) if (weights[place] === 0) add(place, factWorth[tokens[place] ?? 0] ?? tuning.fact);
    for (const [entry, place] of fields.entries()) weights[place] = prior * (fieldWeights[entry] ?? 0);
    return { tokens, weights, inTail: new Uint8Array(tokens.length) };
  });
}

/** How much the words of a question say that stand in it as they are. */
function massOf({ tokens, title, titleShares, titleRanks }: Streams, idf: Float64Array): number {
  let mass = 0;
  for (const [entry, place] of title.entries()) {
    if (titleShares[entry] !== 1) continue;
    mass += (idf[tokens[place] ?? 0] ?? 0) * kindWeights[kindsByRank[titleRanks[entry] ?? 0] ?? 'pair'];
  }
  return mass;
}

/** 法制担当 and e-Gov are asked for as they are; 担当 stands in every other label. */
function isName(kind: TokenKind): boolean {
  return kind === 'compound' || kind === 'latin' || kind === 'mixed';
}

function countDocuments(documents: readonly WeighedDocument[], tokens: number): Uint32Array {
  const frequencies = new Uint32Array(tokens);
  for (const { streams } of documents)
    for (const token of streams.tokens) frequencies[token] = (frequencies[token] ?? 0) + 1;
  return frequencies;
}

/** How much it says that a token stands so often in a text of this length. */
function saturation(most: number, lengthShare: number, relativeLength: number): (count: number) => number {
  const damping = most * (1 - lengthShare + lengthShare * relativeLength);
  return (count) => ((most + 1) * count) / (count + damping);
}

function average(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((total, number) => total + number, 0) / numbers.length;
}

export interface WeighedDocument {
  readonly streams: Streams;
  /** As `IndexDocument` has it. */
  readonly prior: number;
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

interface Weighing {
  readonly kinds: readonly TokenKind[];
  readonly idf: Float64Array;
  readonly tuning: Tuning;
}
