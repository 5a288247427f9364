/**
 * Two texts line by line, as they stand side by side: the same, changed, or on one side alone. What both begin and end
 * with is set aside; of what is left, more than `maxCompared` pairs of lines are shown as changed throughout.
 */
export function compareLines(left: string, right: string): LinePair[] {
  const [all, others] = [left.split('\n'), right.split('\n')];
  const most = Math.min(all.length, others.length);
  let head = 0;
  while (head < most && all[head] === others[head]) head += 1;
  let tail = 0;
  while (tail < most - head && all[all.length - 1 - tail] === others[others.length - 1 - tail]) tail += 1;
  const same = (line: string): LinePair => ({ left: line, right: line, isSame: true });
  const middle = compareRest(all.slice(head, all.length - tail), others.slice(head, others.length - tail));
  return [...all.slice(0, head).map(same), ...middle, ...all.slice(all.length - tail).map(same)];
}

/** Pairs of lines whose comparison takes about a twentieth of a second. */
const maxCompared = 2_000_000;

function compareRest(one: readonly string[], other: readonly string[]): LinePair[] {
  const isLarge = one.length * other.length > maxCompared;
  const lengths = isLarge ? [] : longestCommon(one, other);
  const pairs: LinePair[] = [];
  let gone: string[] = [];
  let come: string[] = [];
  const flush = () => {
    for (let index = 0; index < Math.max(gone.length, come.length); index += 1)
      pairs.push({ left: gone[index] ?? null, right: come[index] ?? null, isSame: false });
    gone = [];
    come = [];
  };
  let i = 0;
  let j = 0;
  while (i < one.length || j < other.length) {
    if (!isLarge && i < one.length && j < other.length && one[i] === other[j]) {
      flush();
      pairs.push({ left: one[i] ?? '', right: other[j] ?? '', isSame: true });
      i += 1;
      j += 1;
    } else if (j >= other.length || (i < one.length && (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))) {
      gone.push(one[i] ?? '');
      i += 1;
    } else {
      come.push(other[j] ?? '');
      j += 1;
    }
  }
  flush();
  return pairs;
}

/** Lengths of the longest common rest, by the lines at which the rests begin. */
function longestCommon(one: readonly string[], other: readonly string[]): number[][] {
  const table = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (row)
        row[j] =
          one[i] === other[j] ? (table[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(table[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}

export interface LinePair {
  left: string | null;
  right: string | null;
  isSame: boolean;
}
