import { countEdits } from '../text/count-edits.ts';

/** The known word that is only a slip away (two letters at most, and less than half of it), for 「もしかして」. */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  let least = Math.min(2, Math.floor(word.length / 2)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const distance = countEdits(word.toLowerCase(), candidate.toLowerCase(), least - 1);
    if (distance < least) [nearest, least] = [candidate, distance];
  }
  return nearest;
}
