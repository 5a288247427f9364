import type { Row } from './row.ts';

/** What is wrong with an answer to a row, or nothing. `ids` are all results that were read, best first. */
export function judgeRow(row: Row, { ids, leftOut }: Answer): string | undefined {
  if (row.isUnanswered)
    return ids.length === 0 || leftOut.length > 0 ? undefined : report(row, 'nothing, or a word left out', ids);
  const first = ids.slice(0, row.within);
  const missing = row.expected.filter((id) => !first.includes(id));
  const isFound =
    row.expected.length === 0 || (row.wants === 'one' ? missing.length < row.expected.length : missing.length === 0);
  if (!isFound) return report(row, `${row.wants} of ${row.expected.join(', ')} within ${row.within}`, ids);
  const unwanted = row.absent.filter((id) => ids.includes(id));
  return unwanted.length > 0 ? report(row, `no ${unwanted.join(', ')}`, ids) : undefined;
}

function report({ query, why }: Row, wanted: string, ids: readonly string[]): string {
  return `${query}\n    expected ${wanted}\n    got      ${ids.slice(0, 6).join(', ') || 'nothing'}${ids.length > 6 ? ` … ${ids.length}` : ''}\n    (${why})`;
}

export interface Answer {
  readonly ids: readonly string[];
  /** Typed words that the page says are in no result. */
  readonly leftOut: string;
}
