/**
 * The edited text with every line that was not touched taken from the original, so that line ends and invisible spaces
 * of those lines stay as they were. `isSameLine` compares a line of the original with an edited one; `toLine` writes a
 * new one.
 */
export function keepLines(
  original: readonly string[],
  edited: readonly string[],
  { isSameLine, toLine }: LineRules,
): string[] {
  const most = Math.min(original.length, edited.length);
  let before = 0;
  while (before < most && isSameLine(original[before] ?? '', edited[before] ?? '')) before += 1;
  let after = 0;
  while (
    after < most - before &&
    isSameLine(original[original.length - 1 - after] ?? '', edited[edited.length - 1 - after] ?? '')
  )
    after += 1;
  return [
    ...original.slice(0, before),
    ...edited.slice(before, edited.length - after).map(toLine),
    ...(after === 0 ? [] : original.slice(-after)),
  ];
}

/** An edited text with the line ends of its original: an editor in the browser knows `\n` alone. */
export function keepLineEnds(original: string, edited: string): string {
  if (original === edited || !original.includes('\r')) return edited;
  const end = original.includes('\r\n') ? '\r\n' : '\n';
  const lines = splitLines(original);
  const kept = keepLines(lines, splitLines(edited), {
    isSameLine: (one, other) => one.replace(/\r\n?$|\n$/, '\n') === other,
    toLine: (line) => line.replace(/\n$/, end),
  });
  return kept.join('');
}

/** Lines with their ends; the last has none unless the text ends in one. */
export function splitLines(text: string): string[] {
  return text.split(/(?<=\r\n|\n|\r(?!\n))/).filter((line) => line !== '');
}

interface LineRules {
  isSameLine: (original: string, edited: string) => boolean;
  toLine: (edited: string) => string;
}
