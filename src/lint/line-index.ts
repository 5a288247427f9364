/** Offsets at which the lines of a text start; `\r\n` and `\n` end a line. */
export function indexLines(source: string): LineIndex {
  const starts = [0];
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** 1-based line and column (in UTF-16 units) of an offset. */
export function positionAt(lines: LineIndex, offset: number): TextPosition {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
}

export type LineIndex = readonly number[];

export interface TextPosition {
  line: number;
  column: number;
}
