import { timelineWords as words } from '../../strings/reading.ts';
import { sayClock } from './say-days.ts';
import type { Moment, PlacedSpan } from './place-spans.ts';

/** A dated plan for spreadsheets: cells parted by tabs, days as `2028/05/08`, no cell that would run as a formula. */
export function writeSheet(head: readonly string[], rows: readonly PlannedRow[]): string {
  const [first = '', ...others] = head;
  const lines = [
    [first, words.starts, words.ends, ...others],
    ...rows.map(({ cells: [when = '', ...rest], span }) => [
      when,
      span ? writeMoment(span.from) : '',
      span ? writeMoment(span.to) : '',
      ...rest,
    ]),
  ];
  return lines.map((cells) => cells.map(tameCell).join('\t')).join('\r\n');
}

function writeMoment({ day, minute }: Moment): string {
  return day.replaceAll('-', '/') + (minute === undefined ? '' : ` ${sayClock(minute)}`);
}

function tameCell(cell: string): string {
  const text = cell.replace(/\s+/g, ' ').trim();
  return /^[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
}

export interface PlannedRow {
  cells: readonly string[];
  span: PlacedSpan | undefined;
}
