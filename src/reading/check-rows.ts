/** A row of a list that looks as if it could be ticked, after it can. */
export interface CheckRow {
  readonly box: HTMLInputElement;
  /** Words without note marks and without what stands below. */
  readonly text: string;
  /** How many lists it stands in, from 0. */
  readonly depth: number;
  /** Whether the page itself calls it done. */
  readonly isDone: boolean;
}

/** Makes a box with its label of every item of a list, and of the lists in it. */
export function makeRows(list: Element): CheckRow[] {
  return [...list.querySelectorAll<HTMLLIElement>('li')].map((item) => makeRow(item, depthIn(list, item)));
}

function makeRow(item: HTMLLIElement, depth: number): CheckRow {
  const drawn = item.querySelector<HTMLElement>(':scope > .task, :scope > p > .task');
  const isDone = drawn?.classList.contains('task-done') ?? false;
  drawn?.parentElement?.querySelector(':scope > .task-state')?.remove();
  drawn?.remove();
  const [first] = item.children;
  const holder = first?.tagName === 'P' ? first : item;
  const label = document.createElement('label');
  const words = document.createElement('span');
  const box = document.createElement('input');
  label.className = 'check';
  box.type = 'checkbox';
  const own = [...holder.childNodes];
  const end = own.findIndex((node) => node instanceof Element && blocks.has(node.tagName));
  words.append(...(end === -1 ? own : own.slice(0, end)));
  label.append(box, words);
  holder.prepend(label);
  item.classList.add('check-item');
  return { box, text: textOf(words), depth, isDone };
}

function textOf(words: HTMLElement): string {
  const copy = words.cloneNode(true) as HTMLElement;
  for (const mark of copy.querySelectorAll('.footnote-ref, rt, rp')) mark.remove();
  for (const lineEnd of copy.querySelectorAll('br')) lineEnd.replaceWith(' ');
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function depthIn(list: Element, item: Element): number {
  let depth = 0;
  for (
    let above = item.parentElement?.closest('li');
    above && list.contains(above);
    above = above.parentElement?.closest('li')
  )
    depth += 1;
  return depth;
}

/** What a label cannot hold. */
const blocks = new Set(['UL', 'OL', 'P', 'DIV', 'TABLE', 'PRE', 'BLOCKQUOTE', 'FIGURE']);
