import { copyAndSay, prepareAnnouncements } from '../links/share/announce.ts';
import { checklistWords as words } from '../strings/reading.ts';
import { makeRows, type CheckRow } from './check-rows.ts';
import { readPageFacts } from './page-facts.ts';
import { printSheet } from './print-sheet.ts';
import { keysOf, openTicks, type Ticks } from './ticks.ts';
import { writeChecklist } from './write-checklist.ts';

/**
 * `<qa-checklists>` around an answer's texts: its lists with boxes can be ticked, copied, printed alone and cleared.
 */
class QaChecklists extends HTMLElement {
  connectedCallback(): void {
    if (this.classList.contains('is-live')) return;
    this.classList.add('is-live');
    prepareAnnouncements();
    const frames = [...this.querySelectorAll<HTMLElement>('.checklist, .task-list')].filter(
      (list) => !list.parentElement?.closest('.checklist, .task-list'),
    );
    const lists = frames.map((frame) => ({ frame, rows: makeRows(frame) }));
    const keys = keysOf(lists.flatMap(({ rows }) => rows.map(({ text }) => text)));
    const ticks = openTicks(readPageFacts(this).page);
    let at = 0;
    for (const { frame, rows } of lists) {
      this.#bring(
        frame,
        rows.map((row) => ({ ...row, key: keys[at++] ?? row.text })),
        ticks,
      );
    }
  }

  #bring(frame: HTMLElement, rows: readonly KeyedRow[], ticks: Ticks): void {
    const title = frame.querySelector(':scope > .checklist-title')?.textContent ?? '';
    const facts = readPageFacts(this);
    const count = document.createElement('p');
    const clear = button(words.clear);
    let cleared: ReadonlyMap<string, boolean> | undefined;
    const show = (isKept: boolean): void => {
      const done = rows.filter(({ box }) => box.checked).length;
      count.textContent = (isKept ? words.count : words.unsaved)(done, rows.length);
      clear.textContent = cleared ? words.undo : words.clear;
      clear.disabled = !cleared && done === 0;
    };
    const put = (changes: ReadonlyMap<string, boolean>): void => {
      for (const { key, box } of rows) box.checked = changes.get(key) ?? box.checked;
      show(ticks.put(changes));
    };
    for (const { key, box, isDone } of rows) {
      box.checked = ticks.isTicked(key, isDone);
      box.addEventListener('change', () => {
        cleared = undefined;
        put(new Map([[key, box.checked]]));
      });
    }
    clear.addEventListener('click', () => {
      const before = cleared;
      cleared = before ? undefined : new Map(rows.map(({ key, box }) => [key, box.checked]));
      put(before ?? new Map(rows.map(({ key }) => [key, false])));
    });
    const copy = button(words.copy);
    copy.addEventListener('click', () => {
      const items = rows.map(({ text, depth, box }) => ({ text, depth, isTicked: box.checked }));
      void copyAndSay(writeChecklist(title || facts.title, items, facts.url), words.copied, copy);
    });
    const print = button(words.print);
    print.addEventListener('click', () => printSheet(frame, facts));
    const tools = document.createElement('div');
    tools.className = 'checklist-tools screen-only';
    count.className = 'checklist-count';
    tools.append(count, copy, print, clear);
    frame.setAttribute('role', 'group');
    frame.setAttribute('aria-label', title || words.label);
    if (frame.tagName === 'DIV') frame.append(tools);
    else frame.after(tools);
    show(true);
  }
}

function button(text: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  return made;
}

interface KeyedRow extends CheckRow {
  readonly key: string;
}

customElements.define('qa-checklists', QaChecklists);
