import { copyAndSay, prepareAnnouncements } from '../links/share/announce.ts';
import { timelineWords as words } from '../strings/reading.ts';
import { readPageFacts } from './page-facts.ts';
import { printSheet, today } from './print-sheet.ts';
import { placeSpan, type Moment } from './timeline/place-spans.ts';
import { readPlan, type Plan } from './timeline/read-plan.ts';
import { isDayOff, sayMoment, saySpan } from './timeline/say-days.ts';
import { writeSheet, type PlannedRow } from './timeline/write-plan.ts';

/**
 * Gives a table that counts from a day its real dates as soon as the reader names the day; without it the table stays
 * as it is.
 */
function bringTimeline(frame: HTMLElement): void {
  const table = frame.querySelector('table');
  if (!table || frame.classList.contains('is-live')) return;
  frame.classList.add('is-live');
  prepareAnnouncements();
  const { base = '' } = frame.dataset;
  const facts = readPageFacts(frame);
  const head = cellsOf(table.tHead?.rows[0]);
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  const texts = rows.map((row) => cellsOf(row));
  const plan = readPlan(head, texts, base);
  const kept = openBase(facts.page, `${base}/${frame.querySelector('[aria-label]')?.getAttribute('aria-label') ?? ''}`);
  const field = document.createElement('input');
  field.type = plan.needsTime ? 'datetime-local' : 'date';
  const label = document.createElement('label');
  label.className = 'timeline-field';
  label.append(words.set(base), field);
  const tools = document.createElement('div');
  tools.className = 'timeline-tools screen-only';
  const buttons = document.createElement('div');
  buttons.className = 'share-row';
  tools.append(label, buttons);
  frame.prepend(tools);
  let planned: PlannedRow[] = [];

  const show = (): void => {
    const moment = readField(field.value);
    for (const added of table.querySelectorAll('.timeline-date, .today-row')) added.remove();
    buttons.hidden = !moment;
    if (!moment) return;
    planned = placeRows(plan, texts, moment);
    drawDates(table, rows, planned);
  };
  field.addEventListener('change', () => {
    kept.put(field.value);
    show();
  });
  const copy = button(words.copy, () => void copyAndSay(writeSheet(head, planned), words.copied, copy));
  buttons.append(
    copy,
    button(words.calendar, () => void saveCalendar(planned, facts)),
    button(words.print, () => printSheet(frame, facts)),
    button(words.clear, () => {
      field.value = '';
      kept.put('');
      show();
      field.focus();
    }),
  );
  field.value = kept.read();
  show();
}

function placeRows({ spans }: Plan, texts: readonly (readonly string[])[], base: Moment): PlannedRow[] {
  return texts.map((cells, index) => {
    const span = spans[index];
    return { cells, span: span && placeSpan(base, span) };
  });
}

function drawDates(
  table: HTMLTableElement,
  rows: readonly HTMLTableRowElement[],
  planned: readonly PlannedRow[],
): void {
  table.tHead?.rows[0]?.cells[0]?.after(cell('th', words.date, { scope: 'col', role: 'columnheader' }));
  for (const [index, row] of rows.entries()) {
    const span = planned[index]?.span;
    const made = cell('td', span ? saySpan(span) : words.none, { 'data-label': words.date, role: 'cell' });
    if (span) breakBetweenMoments(made);
    made.classList.toggle('is-day-off', span !== undefined && isDayOff(span));
    row.cells[0]?.after(made);
  }
  const day = today();
  const next = rows[planned.findIndex(({ span }) => span !== undefined && span.from.day > day)];
  const line = document.createElement('tr');
  line.className = 'today-row';
  line.setAttribute('role', 'row');
  const said = cell('td', words.today(sayMoment({ day })), {
    role: 'cell',
    colspan: String(table.tHead?.rows[0]?.cells.length ?? 1),
  });
  line.append(said);
  if (next) next.before(line);
  else rows.at(-1)?.after(line);
}

/** A span of time breaks after its 〜, not within a day. */
function breakBetweenMoments(made: HTMLElement): void {
  const moments = (made.textContent ?? '').split(/(?<=〜)/);
  made.replaceChildren(
    ...moments.map((moment) =>
      Object.assign(document.createElement('span'), { className: 'moment', textContent: moment }),
    ),
  );
}

function cell(name: 'td' | 'th', text: string, attributes: Record<string, string>): HTMLElement {
  const made = document.createElement(name);
  made.className = 'timeline-date';
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function cellsOf(row: HTMLTableRowElement | undefined): string[] {
  return [...(row?.cells ?? [])].map((one) => {
    const copy = one.cloneNode(true) as HTMLElement;
    for (const mark of copy.querySelectorAll('.footnote-ref, rt, rp')) mark.remove();
    return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
  });
}

function readField(value: string): Moment | undefined {
  const [, day = '', hour, minute] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2}))?/.exec(value) ?? [];
  if (day === '') return undefined;
  return hour === undefined ? { day } : { day, minute: Number(hour) * 60 + Number(minute) };
}

async function saveCalendar(planned: readonly PlannedRow[], head: { title: string; url: string }): Promise<void> {
  const { writeCalendar } = await import('./timeline/write-calendar.ts');
  const file = new Blob([writeCalendar(planned, { ...head, stamp: new Date() })], { type: 'text/calendar' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = words.file;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The day that a reader named for a table, on this device alone. */
function openBase(page: string, table: string): { read: () => string; put: (value: string) => void } {
  const key = `kenjinkai:timeline:${page}:${table}`;
  return {
    read: () => {
      try {
        return window.localStorage.getItem(key) ?? '';
      } catch {
        return '';
      }
    },
    put: (value) => {
      try {
        if (value === '') window.localStorage.removeItem(key);
        else window.localStorage.setItem(key, value);
      } catch {
        // It is only not remembered.
      }
    },
  };
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', press);
  return made;
}

for (const frame of document.querySelectorAll<HTMLElement>('.timeline')) bringTimeline(frame);
