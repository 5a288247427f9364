import { formatDay } from '../strings/dates.ts';
import { sheetWords } from '../strings/reading.ts';

/**
 * Prints one part of a page on a sheet of its own: what page it is from, the part as it stands now, and the day. The
 * page itself is not printed; afterwards the sheet is gone.
 */
export function printSheet(part: Element, { site, title, url }: SheetHead): void {
  const sheet = document.createElement('div');
  sheet.className = 'print-sheet';
  const copy = part.cloneNode(true) as Element;
  for (const unwanted of copy.querySelectorAll('.screen-only, .copy-link')) unwanted.remove();
  // Two elements of one name would stand in the page.
  for (const named of [copy, ...copy.querySelectorAll('[id]')]) named.removeAttribute('id');
  sheet.append(
    line('print-sheet-site', site),
    line('print-sheet-title', title),
    copy,
    line('print-sheet-foot', `${url}　${sheetWords.printed(formatDay(today()))}`),
  );
  document.querySelector('.print-sheet')?.remove();
  document.body.append(sheet);
  document.body.classList.add('prints-sheet');
  window.addEventListener(
    'afterprint',
    () => {
      sheet.remove();
      document.body.classList.remove('prints-sheet');
    },
    { once: true },
  );
  window.print();
}

/** The reader's day, ISO. */
export function today(now: Date = new Date()): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

function line(name: string, text: string): HTMLParagraphElement {
  const paragraph = document.createElement('p');
  paragraph.className = name;
  paragraph.textContent = text;
  return paragraph;
}

export interface SheetHead {
  site: string;
  title: string;
  url: string;
}
