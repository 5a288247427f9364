/**
 * Insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment); above
 * `maxEdits`, counting stops.
 */
export function countEdits(a: string, b: string, maxEdits: number): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let edits = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      next.push(edits);
    }
    if (Math.min(...next) > maxEdits) return maxEdits + 1;
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
