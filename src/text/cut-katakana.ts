/**
 * Cuts a katakana compound, written in hiragana here, into words that stand alone elsewhere (モバイルバッテリー → モバイル, バッテリー);
 * nothing for a word that is none. One part may be unknown where it is long and its neighbour is too: バスケット holds no
 * バス.
 */
export function cutKatakana(run: string, loans: ReadonlySet<string>): string[] {
  if (run.length < minCompoundLength || run.length > maxCompoundLength || loans.has(run)) return [];
  const best: (Way | undefined)[] = [{ cost: 0, from: 0, isKnown: true, unknown: 0, short: 0 }];
  for (let end = 2; end <= run.length; end += 1) {
    if (end < run.length && !canCut(run, end)) continue;
    for (let from = Math.max(0, end - maxPartLength); from <= end - 2; from += 1) {
      const before = best[from];
      const length = end - from;
      if (!before || length === run.length) continue;
      const isKnown = isLoan(run.slice(from, end), loans);
      if (!isKnown && (length < minUnknownLength || before.unknown > 0)) continue;
      const unknown = before.unknown + (isKnown ? 0 : 1);
      const short = before.short + (length === 2 ? 1 : 0);
      if (unknown > 0 && short > 0) continue;
      const cost = before.cost + (isKnown ? 1 + (length === 2 ? 0.3 : 0) : 3.2);
      const held = best[end];
      if (!held || cost < held.cost) best[end] = { cost, from, isKnown, unknown, short };
    }
  }
  const parts: string[] = [];
  for (let end = run.length; end > 0;) {
    const way = best[end];
    if (!way) return [];
    parts.unshift(run.slice(way.from, end));
    end = way.from;
  }
  return parts.length > 1 && (best[run.length]?.unknown ?? 0) < parts.length ? parts : [];
}

/** With or without a long vowel at its end (サーバ, サーバー). */
function isLoan(part: string, loans: ReadonlySet<string>): boolean {
  return (
    loans.has(part) ||
    (part.length > 3 && part.endsWith('ー') && loans.has(part.slice(0, -1))) ||
    (part.length > 2 && loans.has(`${part}ー`))
  );
}

/** No word begins with a long vowel, a small letter or ん, and none ends with っ. */
function canCut(run: string, place: number): boolean {
  return !/[ーぁぃぅぇぉっゃゅょんゎ]/.test(run[place] ?? '') && run[place - 1] !== 'っ';
}

export const minCompoundLength = 4;
const maxCompoundLength = 40;
const maxPartLength = 12;
const minUnknownLength = 3;

interface Way {
  readonly cost: number;
  readonly from: number;
  readonly isKnown: boolean;
  readonly unknown: number;
  readonly short: number;
}
