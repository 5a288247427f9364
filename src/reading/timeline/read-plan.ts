import { readOrder, readTimeSpan, type TimeSpan } from '../../text/time-spans.ts';

/** A table whose first column says when, as data. */
export function readPlan(head: readonly string[], rows: readonly (readonly string[])[], base: string): Plan {
  const order = readOrder(
    head[0] ?? '',
    rows.map(([first = '']) => first),
  );
  const spans = rows.map(([first = '']) => readTimeSpan(first, { base, order }));
  const points = spans.flatMap((span) => (span ? [span.from, span.to] : []));
  return { spans, needsTime: points.some(({ minutes }) => minutes !== 0) };
}

export interface Plan {
  /** One for each row; none where the row names no time. */
  spans: readonly (TimeSpan | undefined)[];
  /** Whether it counts hours or minutes, so that a day alone is no base. */
  needsTime: boolean;
}
