/** A text as somebody reads it, with the place of each of its UTF-16 units in the text as it was written. */
export interface View {
  text: string;
  /** Where the unit begins and ends in what was written; left out where nothing was moved. */
  starts?: Uint32Array;
  ends?: Uint32Array;
}

/**
 * The view with each match replaced by what `write` makes of it; undefined leaves it. The same view if nothing
 * changes.
 */
export function rewrite(view: View, pattern: RegExp, write: (match: RegExpExecArray) => string | undefined): View {
  const changes: Change[] = [];
  for (const match of view.text.matchAll(pattern)) {
    const written = write(match);
    if (written !== undefined && written !== match[0])
      changes.push({ start: match.index, end: match.index + match[0].length, written });
  }
  return change(view, changes);
}

/** The changes are in the order of the text and do not overlap. */
export function change(view: View, changes: readonly Change[]): View {
  if (changes.length === 0) return view;
  const added = changes.reduce((sum, { start, end, written }) => sum + written.length - (end - start), 0);
  const starts = new Uint32Array(view.text.length + added);
  const ends = new Uint32Array(view.text.length + added);
  const pieces: string[] = [];
  let from = 0;
  let at = 0;
  const copy = (to: number) => {
    pieces.push(view.text.slice(from, to));
    for (; from < to; from += 1, at += 1) {
      starts[at] = startOf(view, from);
      ends[at] = endOf(view, from);
    }
  };
  for (const { start, end, written } of changes) {
    copy(start);
    pieces.push(written);
    starts.fill(startOf(view, start), at, at + written.length);
    ends.fill(endOf(view, Math.max(start, end - 1)), at, at + written.length);
    at += written.length;
    from = end;
  }
  copy(view.text.length);
  return { text: pieces.join(''), starts, ends };
}

export function startOf({ starts }: View, unit: number): number {
  return starts?.[unit] ?? unit;
}

export function endOf({ ends }: View, unit: number): number {
  return ends?.[unit] ?? unit + 1;
}

export interface Change {
  start: number;
  end: number;
  written: string;
}
