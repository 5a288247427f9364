/**
 * `letter` is a kanji that stands alone (払う), `part` one inside a word with okurigana (引 in 引っ越し); `piece` is a word
 * inside a katakana compound, `joint` two of them; `adverb` says little beside other words, `asking` (どこ) what is
 * asked, not of what; `prefix` is お or ご. `bridge` and `mixed` tie a word to the next. `field` is cut from no text: it
 * stands for a value of a closed list, or for a day.
 */
export type TokenKind =
  | 'letter'
  | 'part'
  | 'word'
  | 'compound'
  | 'pair'
  | 'joined'
  | 'katakana'
  | 'piece'
  | 'joint'
  | 'hiragana'
  | 'adverb'
  | 'asking'
  | 'prefix'
  | 'number'
  | 'measure'
  | 'latin'
  | 'bridge'
  | 'mixed'
  | 'field';

export interface Token {
  readonly text: string;
  readonly kind: TokenKind;
}

export interface Word {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
}
