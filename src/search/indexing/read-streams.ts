import { isCrossWordBigram } from '../../text/cross-word-bigrams.ts';
import type { Token, TokenKind } from '../../text/token.ts';
import { tokenise, type KanaWords } from '../../text/tokenise.ts';
import type { IndexDocument } from '../index-format.ts';
import { kindsByRank, rankOfKind, type TokenRegister } from './token-register.ts';
import type { Tuning } from './tuning.ts';

/**
 * What one document says, before it is measured by the others: cutting texts is most of the work of an index, and this
 * is kept from one index to the next (`text-store.ts`).
 */
export function readStreams(
  document: CutDocument,
  kanaWords: KanaWords,
  register: TokenRegister,
  tuning: Tuning,
): Streams {
  const placeOf = new Map<number, number>();
  const ranks: number[] = [];
  const place = (token: Token): number => {
    const number = register.numberOf(token);
    const rank = rankOfKind[token.kind];
    const known = placeOf.get(number);
    if (known !== undefined) {
      ranks[known] = Math.max(ranks[known] ?? 0, rank);
      return known;
    }
    placeOf.set(number, ranks.length);
    return ranks.push(rank) - 1;
  };

  const title = new Map<number, TitleEntry>();
  const addTitle = (written: string, share: number): number => {
    let length = 0;
    for (const token of tokensOf(written, kanaWords)) {
      const own = share * inside(token.kind, tuning);
      const at = place(token);
      const entry = title.get(at);
      title.set(at, {
        rank: rankOfKind[token.kind],
        count: (entry?.count ?? 0) + own,
        share: Math.max(entry?.share ?? 0, own),
      });
      if (!isCrossWordBigram(token.kind)) length += own;
    }
    return length;
  };
  const titleLength = addTitle(document.question, 1);
  for (const alias of document.aliases) addTitle(alias, tuning.aliasShare);

  const text = new Map<number, number>();
  let textLength = 0;
  let passed = 0;
  const addText = (written: string, weight: number): void => {
    for (const word of tokenise(written, kanaWords)) {
      const count = weight / (1 + (passed + word.start) / tuning.fade);
      for (const token of word.tokens) {
        const at = place(token);
        const own = count * inside(token.kind, tuning);
        text.set(at, (text.get(at) ?? 0) + own);
        if (!isCrossWordBigram(token.kind)) textLength += own;
      }
    }
    passed += written.length;
  };
  addText(document.summary, 1);
  const facts = new Set<number>();
  for (const section of document.sections) {
    if (section.kind === 'fact') {
      for (const token of tokensOf(section.text, kanaWords)) facts.add(place(token));
      continue;
    }
    const weight = section.kind === 'answer' ? 1 : tuning.body;
    if (section.kind === 'body') passed = Math.min(passed, tuning.fade);
    addText(section.heading, 1);
    addText(section.text, weight);
  }
  const fields = new Map(
    (document.fields ?? []).map(([name, weight]) => [place({ text: name, kind: 'field' }), weight]),
  );

  const entries = [...title.values()];
  return {
    tokens: Uint32Array.from(placeOf.keys()),
    ranks: Uint8Array.from(ranks),
    title: Uint32Array.from(title.keys()),
    titleCounts: Float32Array.from(entries, ({ count }) => count),
    titleShares: Float32Array.from(entries, ({ share }) => share),
    titleRanks: Uint8Array.from(entries, ({ rank }) => rank),
    text: Uint32Array.from(text.keys()),
    textCounts: Float32Array.from(text.values()),
    facts: Uint32Array.from(facts),
    fields: Uint32Array.from(fields.keys()),
    fieldWeights: Float32Array.from(fields.values()),
    lengths: Float32Array.of(titleLength, textLength),
  };
}

/** A word inside a katakana compound is less than one that stands alone. */
function inside(kind: TokenKind, tuning: Tuning): number {
  return kind === 'piece' || kind === 'joint' ? tuning.pieceInside : kind === 'adverb' ? tuning.adverb : 1;
}

function tokensOf(text: string, kanaWords: KanaWords): Token[] {
  return tokenise(text, kanaWords).flatMap((word) => [...word.tokens]);
}

/** The kind of a token in all documents that hold it. */
export function kindsOf(tokens: number, streams: Iterable<Streams>): TokenKind[] {
  const ranks = new Uint8Array(tokens);
  for (const { tokens: held, ranks: own } of streams) {
    for (let place = 0; place < held.length; place += 1) {
      const token = held[place] ?? 0;
      ranks[token] = Math.max(ranks[token] ?? 0, own[place] ?? 0);
    }
  }
  return Array.from(ranks, (rank) => kindsByRank[rank] ?? 'pair');
}

/** What of a document is cut. */
export type CutDocument = Pick<IndexDocument, 'question' | 'aliases' | 'summary' | 'sections' | 'fields'>;

interface TitleEntry {
  readonly rank: number;
  readonly count: number;
  readonly share: number;
}

/**
 * Long arrays: of ten thousand Q&As there are four million entries. All but `tokens` and `ranks` tell places in these.
 */
export interface Streams {
  /** Each token once, by its number, and the rank of its kind here. */
  readonly tokens: Uint32Array;
  readonly ranks: Uint8Array;
  /** What question and aliases hold: how often, at most in what share of a whole word, and as what kind. */
  readonly title: Uint32Array;
  readonly titleCounts: Float32Array;
  readonly titleShares: Float32Array;
  readonly titleRanks: Uint8Array;
  readonly text: Uint32Array;
  readonly textCounts: Float32Array;
  readonly facts: Uint32Array;
  readonly fields: Uint32Array;
  readonly fieldWeights: Float32Array;
  /** Of the question with its aliases, and of the text. */
  readonly lengths: Float32Array;
}
