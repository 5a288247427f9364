import type { Token, TokenKind } from '../../text/token.ts';

/** Gives each token a number, in the order in which they come. */
export class TokenRegister {
  #tokens: string[] = [];
  #numbers = new Map<string, number>();

  constructor(tokens: readonly string[] = []) {
    for (const text of tokens) this.numberOf({ text });
  }

  get tokens(): readonly string[] {
    return this.#tokens;
  }

  numberOf({ text }: Pick<Token, 'text'>): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#tokens.push(text) - 1;
    this.#numbers.set(text, number);
    return number;
  }

  /** Forgets the tokens that none of these lists holds, and writes the others' new numbers into the lists. */
  keepOnly(lists: readonly Uint32Array[]): void {
    const isUsed = new Uint8Array(this.#tokens.length);
    for (const list of lists) for (const token of list) isUsed[token] = 1;
    if (!isUsed.includes(0)) return;
    const numbers = new Uint32Array(isUsed.length);
    let next = 0;
    for (const [token, used] of isUsed.entries()) if (used === 1) numbers[token] = next++;
    for (const list of lists)
      for (let place = 0; place < list.length; place += 1) list[place] = numbers[list[place] ?? 0] ?? 0;
    this.#tokens = this.#tokens.filter((_, token) => isUsed[token] === 1);
    this.#numbers = new Map(this.#tokens.map((text, number) => [text, number]));
  }
}

/**
 * From what says least of a token to what says most: 舎移 may tie 庁舎 to 移転, and be a word elsewhere, which it then
 * counts as.
 */
export const kindsByRank: readonly TokenKind[] = [
  'pair',
  'piece',
  'joint',
  'bridge',
  'mixed',
  'part',
  'letter',
  'joined',
  'prefix',
  'number',
  'measure',
  'asking',
  'adverb',
  'hiragana',
  'katakana',
  'latin',
  'word',
  'compound',
  'field',
];

export const rankOfKind = Object.fromEntries(kindsByRank.map((kind, rank) => [kind, rank])) as Record<
  TokenKind,
  number
>;
