/**
 * How many UTF-16 units at the end of a text are among `letters`. Counted from the end: `/x+$/` begins anew at each `x`
 * of a text, which takes quadratic time for a long run that something else follows.
 */
export function countTrailing(text: string, letters: string): number {
  let count = 0;
  while (count < text.length && letters.includes(text.charAt(text.length - 1 - count))) count += 1;
  return count;
}

/** The text without those of `letters` that stand at its end. */
export function dropTrailing(text: string, letters: string): string {
  return text.slice(0, text.length - countTrailing(text, letters));
}
