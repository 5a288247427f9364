/** Lines that set two versions apart in one box, in words; what is left of them must never be saved. */
export function createSeparators(who: string, { theirs, yours }: { theirs: string; yours: string }): Separators {
  const lines = { theirs: `▼ ここから、${who}さんの文`, yours: '▼ ここから、自分の文', end: '▲ ここまで' };
  // Each is found by its words too, should only its sign have been deleted. Signs of the texts themselves do not count.
  const phrases = [
    ...[lines.theirs, lines.yours].map((line) => line.slice(2)),
    ...[theirs, yours].filter((side) => side === gone),
  ];
  const signs = ['▼', '▲'].filter((sign) => !theirs.includes(sign) && !yours.includes(sign));
  return {
    join: () => [lines.theirs, theirs, lines.yours, yours, lines.end].join('\n'),
    isLeftIn: (text) =>
      [...phrases, ...signs].some((part) => text.includes(part)) ||
      text.split('\n').some((line) => line.trim() === 'ここまで'),
  };
}

/** Stands for a side that took away what the other changed. */
export const gone = '（消されています）';

export interface Separators {
  /** Both versions between the lines. */
  join(): string;
  /** Whether anything of the lines still stands in a text. */
  isLeftIn(text: string): boolean;
}
