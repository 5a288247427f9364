import { singleSurnames, surnames } from './surnames.ts';

/** Kanji that stand together, with nothing else between them. `start` in UTF-16 units. */
export interface KanjiRun {
  start: number;
  text: string;
  /** Few runs do, so that each of these may be looked at closely. */
  beginsWithFamily: boolean;
}

/** One character of a run, as the source of a pattern with the flag `u`. */
export const kanji = String.raw`[\p{sc=Han}ヶ]`;

export function findKanjiRuns(prose: string): KanjiRun[] {
  return [...prose.matchAll(run)].map(({ index, 0: text }) => ({
    start: index,
    text,
    beginsWithFamily: beginsWithFamily(text),
  }));
}

const run = new RegExp(`${kanji}+`, 'gu');
const maxFamily = 4;
const firstOfFamilies = new Set([...surnames].map((name) => name.charAt(0)));

function beginsWithFamily(text: string): boolean {
  const first = text.charAt(0);
  if (singleSurnames.has(first)) return true;
  if (!firstOfFamilies.has(first)) return false;
  for (let size = 2; size <= maxFamily && size <= text.length; size += 1)
    if (surnames.has(text.slice(0, size))) return true;
  return false;
}
