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
  pieceInside: 0.3,
  adverb: 0.3,
  cap: 200,
  capShare: 0.04,
};

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
  /** Weight of a word inside a katakana compound, and of an adverb. */
  readonly pieceInside: number;
  readonly adverb: number;
  /** Pages in the first list of one token: at least `cap`, at least `capShare` of all. */
  readonly cap: number;
  readonly capShare: number;
}
