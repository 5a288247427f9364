import { isTie } from '../../text/bridge-words.ts';
import type { KanaWords, Token, TokenKind } from '../../text/tokenise.ts';
import { tokenise } from '../../text/tokenise.ts';
import { kindWeights } from '../query/scoring.ts';
import type { IndexDocument } from '../record.ts';

/**
 * What each token says of each document, as one number: BM25 over the question and over the text, and how much of the
 * question the token makes up. Everything that adds up term by term is settled here, so that the browser adds numbers only.
 */
export function weighTerms(documents: readonly IndexDocument[], kanaWords: KanaWords, tuning: Tuning = defaultTuning): TermWeights {
  const streams = documents.map((document) => readStreams(document, kanaWords, tuning));
  const frequencies = countDocuments(streams);
  const idf = (token: string) => inverseFrequency(documents.length, frequencies.get(token) ?? 0);
  const titleLength = average(streams.map((stream) => stream.titleLength));
  const textLength = average(streams.map((stream) => stream.textLength));
  const masses = streams.map((stream) => sum([...stream.title].map(([token, { kind, share }]) => (share === 1 ? idf(token) * kindWeights[kind] : 0))));
  const mass = average(masses) || 1;

  const kinds = collectKinds(streams);
  const worth = (token: string) => (kinds.get(token) === 'pair' ? tuning.pairInside : 1);
  const weights = streams.map((stream, index) => {
    const prior = documents[index]?.prior ?? 1;
    const share = tuning.share / Math.sqrt((masses[index] ?? 0) / mass + tuning.shareFloor);
    const weights = new Map<string, number>();
    for (const [token, entry] of stream.title) {
      const tf = saturate(entry.count, tuning.titleSaturation, tuning.titleLength, stream.titleLength / (titleLength || 1));
      weights.set(token, worth(token) * prior * (tuning.title * tf + share * entry.share));
    }
    for (const [token, count] of stream.text) {
      const tf = saturate(count, tuning.textSaturation, tuning.textLength, stream.textLength / (textLength || 1));
      weights.set(token, (weights.get(token) ?? 0) + worth(token) * prior * tuning.text * tf);
    }
    return weights;
  });
  const cap = Math.max(tuning.cap, Math.ceil(documents.length * tuning.capShare));
  return { weights, tails: splitTails(weights, frequencies, cap), frequencies, kinds, cap };
}

/** Pagefind's own formula, so that what is settled here fits what it multiplies with. */
export function inverseFrequency(documents: number, containing: number): number {
  return Math.log(1 + (documents - containing + 0.5) / (containing + 0.5));
}

export const defaultTuning: Tuning = {
  title: 1, titleSaturation: 1, titleLength: 0.8,
  share: 1, shareFloor: 0.3, aliasShare: 0.6,
  text: 0.8, textSaturation: 2, textLength: 0.6, fade: 200, body: 0.6,
  pairInside: 1,
  cap: 200, capShare: 0.04,
};

function readStreams(document: IndexDocument, kanaWords: KanaWords, tuning: Tuning): Streams {
  const title = new Map<string, TitleEntry>();
  const text = new Map<string, number>();
  const kinds = new Map<string, TokenKind>();
  const addTitle = (written: string, share: number) => {
    let length = 0;
    for (const token of tokensOf(written, kanaWords)) {
      const entry = title.get(token.text);
      title.set(token.text, { kind: token.kind, count: (entry?.count ?? 0) + share, share: Math.max(entry?.share ?? 0, share) });
      if (!isTie(token.kind)) length += share;
    }
    return length;
  };
  const titleLength = addTitle(document.question, 1);
  for (const alias of document.aliases) addTitle(alias, tuning.aliasShare);

  let textLength = 0;
  let passed = 0;
  const addText = (written: string, weight: number) => {
    for (const word of tokenise(written, kanaWords)) {
      const count = weight / (1 + (passed + word.start) / tuning.fade);
      for (const token of word.tokens) {
        text.set(token.text, (text.get(token.text) ?? 0) + count);
        if (token.kind !== 'pair' || !kinds.has(token.text)) kinds.set(token.text, token.kind);
        if (!isTie(token.kind)) textLength += count;
      }
    }
    passed += written.length;
  };
  addText(document.summary, 1);
  for (const section of document.sections) {
    const weight = section.kind === 'answer' ? 1 : tuning.body;
    if (section.kind === 'body') passed = Math.min(passed, tuning.fade);
    addText(section.heading, 1);
    addText(section.text, weight);
  }
  for (const [token, { kind }] of title) if (kind !== 'pair' || !kinds.has(token)) kinds.set(token, kind);
  return { title, titleLength, text, textLength, kinds };
}

/** Of a token that many pages have, the pages it weighs least in move to its tail, which is read only when it can matter. */
function splitTails(weights: readonly Map<string, number>[], frequencies: ReadonlyMap<string, number>, cap: number): Map<string, number>[] {
  const tails = weights.map(() => new Map<string, number>());
  const common = new Map<string, [page: number, weight: number][]>();
  for (const [token, containing] of frequencies) if (containing > cap) common.set(token, []);
  for (const [page, entry] of weights.entries()) {
    for (const [token, weight] of entry) common.get(token)?.push([page, weight]);
  }
  for (const [token, postings] of common) {
    postings.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const idf = inverseFrequency(weights.length, postings.length);
    const inHead = idf / inverseFrequency(weights.length, cap);
    const inTail = idf / inverseFrequency(weights.length, postings.length - cap);
    for (const [rank, [page, weight]] of postings.entries()) {
      if (rank < cap) weights[page]?.set(token, weight * inHead);
      else {
        weights[page]?.delete(token);
        tails[page]?.set(token, weight * inTail);
      }
    }
  }
  return tails;
}

function countDocuments(streams: readonly Streams[]): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const { title, text } of streams) {
    for (const token of new Set([...title.keys(), ...text.keys()])) frequencies.set(token, (frequencies.get(token) ?? 0) + 1);
  }
  return frequencies;
}

function collectKinds(streams: readonly Streams[]): Map<string, TokenKind> {
  const kinds = new Map<string, TokenKind>();
  for (const stream of streams) {
    for (const [token, kind] of stream.kinds) if (kind !== 'pair' || !kinds.has(token)) kinds.set(token, kind);
  }
  return kinds;
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
  /** For each document, in order: token → weight. */
  readonly weights: readonly ReadonlyMap<string, number>[];
  /** The same for pages beyond `cap`. */
  readonly tails: readonly ReadonlyMap<string, number>[];
  /** In how many documents each token stands. */
  readonly frequencies: ReadonlyMap<string, number>;
  readonly kinds: ReadonlyMap<string, TokenKind>;
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
  /** Weight of a pair of kanji that is a word nowhere in the index: 民健 inside 国民健康. */
  readonly pairInside: number;
  /** Pages in the first list of one token: at least `cap`, at least `capShare` of all. */
  readonly cap: number;
  readonly capShare: number;
}

interface Streams {
  readonly title: ReadonlyMap<string, TitleEntry>;
  readonly titleLength: number;
  readonly text: ReadonlyMap<string, number>;
  readonly textLength: number;
  readonly kinds: ReadonlyMap<string, TokenKind>;
}

interface TitleEntry {
  readonly kind: Token['kind'];
  readonly count: number;
  readonly share: number;
}
