/** As many pages as are put side by side because they are near to one another. */
export function chooseGroupSize(displays: readonly string[]): number {
  const bytes = displays.reduce((total, display) => total + Buffer.byteLength(display), 0);
  return Math.max(1, Math.min(maxInGroup, Math.round((bytesInGroup * displays.length) / Math.max(1, bytes))));
}

const bytesInGroup = 11_000;
const maxInGroup = 12;

/** A pack is then about 2 KB compressed: what one query shows lies in few of them, with little beside it. */
export const packsOfGroup = 2;

/** What pages show, several in a file. */
export function cutPacks(displays: readonly string[], packSize: number): string[] {
  return Array.from(
    { length: Math.ceil(displays.length / packSize) },
    (_, pack) => `[${displays.slice(pack * packSize, (pack + 1) * packSize).join(',')}]`,
  );
}
