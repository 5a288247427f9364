/** Conflict markers in Japanese, for two versions in one textarea; no part of a marker may be saved. */
export function createConflictMarkers(
  who: string,
  { theirs, yours }: { theirs: string; yours: string },
): ConflictMarkers {
  const lines = { theirs: `▼ ここから、${who}さんの文`, yours: '▼ ここから、自分の文', end: '▲ ここまで' };
  // A marker is also found when only its ▼ or ▲ was deleted. A ▼ or ▲ that a version itself contains is ignored.
  const markerPhrases = [
    ...[lines.theirs, lines.yours].map((line) => line.slice(2)),
    ...[theirs, yours].filter((side) => side === deletedPlaceholder),
  ];
  const triangles = ['▼', '▲'].filter((sign) => !theirs.includes(sign) && !yours.includes(sign));
  return {
    join: () => [lines.theirs, theirs, lines.yours, yours, lines.end].join('\n'),
    isLeftIn: (text) =>
      [...markerPhrases, ...triangles].some((part) => text.includes(part)) ||
      text.split('\n').some((line) => line.trim() === 'ここまで'),
  };
}

/** Shown in place of a version that deleted what the other changed. */
export const deletedPlaceholder = '（消されています）';

export interface ConflictMarkers {
  /** Both versions with the markers around them. */
  join(): string;
  /** Whether a text still contains a marker or a part of one. */
  isLeftIn(text: string): boolean;
}
