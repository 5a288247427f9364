/** As many pages as make a pack of a few kilobytes. */
export function choosePackSize(displays: readonly string[]): number {
  const bytes = displays.reduce((total, display) => total + Buffer.byteLength(display), 0);
  return Math.max(1, Math.min(mostInPack, Math.round((bytesInPack * displays.length) / Math.max(1, bytes))));
}

/** Compressed about a third. */
const bytesInPack = 11_000;
const mostInPack = 12;

/** What pages show, several in a file. */
export function cutPacks(displays: readonly string[], packSize: number): string[] {
  return Array.from({ length: Math.ceil(displays.length / packSize) }, (_, pack) => `[${displays.slice(pack * packSize, (pack + 1) * packSize).join(',')}]`);
}
