import { countCharacters } from '../../../src/schema/scalars.ts';
import { checkValue, findLimit } from '../checks/check-value.ts';
import { element, onTyped } from '../element.ts';
import { underlinePersonal } from './personal-note.ts';
import type { ControlView, Field } from './register-control.ts';

/** One line of text, with what is left of its limit and what looks personal said beside it. */
export function createLine(host: HTMLElement, field: Field): ControlView {
  const noteId = `${field.inputId}-note`;
  const limit = findLimit(field.collection(), field.typePath);
  const isLong = limit !== undefined && limit > 60;
  const input = isLong
    ? element('textarea', { id: field.inputId, rows: '2', class: 'kj-input', 'aria-describedby': noteId })
    : element('input', { id: field.inputId, type: 'text', class: 'kj-input', 'aria-describedby': noteId });
  const counter = element('p', { class: 'kj-counter', 'aria-live': 'polite' });
  const personal = underlinePersonal();
  const notes = element('div', { id: noteId }, ...(isLong ? [counter] : []), personal.list);
  host.append(input, notes);

  const tell = () => {
    const count = countCharacters(input.value);
    counter.textContent =
      limit === undefined
        ? ''
        : count > limit
          ? `${count - limit}文字多すぎます（${limit}文字まで）`
          : `あと${limit - count}文字`;
    counter.classList.toggle('kj-over', limit !== undefined && count > limit);
    personal.look(input.value);
  };
  keepToOneLine(input);
  onTyped(input, () => {
    field.change(input.value);
    tell();
  });
  return {
    show: (value) => {
      const text = typeof value === 'string' ? value : '';
      if (input.value !== text && document.activeElement !== input) input.value = text;
      tell();
    },
    findError: () => {
      const value = input.value.trim();
      if (value !== input.value) {
        input.value = value;
        field.change(value);
      }
      if (value === '') return undefined;
      return checkValue(field.collection(), field.typePath, value) ?? personal.findError();
    },
    focus: () => input.focus(),
  };
}

/** A line has no line ends: typed ones are ignored, pasted ones become spaces, in a way that can be undone. */
function keepToOneLine(input: HTMLInputElement | HTMLTextAreaElement): void {
  input.addEventListener('beforeinput', (event) => {
    const { inputType } = event as InputEvent;
    const text = (event as InputEvent).data ?? (event as InputEvent).dataTransfer?.getData('text/plain') ?? '';
    if (!event.cancelable) return;
    if (inputType === 'insertLineBreak') event.preventDefault();
    if (!/[\r\n]/.test(text)) return;
    event.preventDefault();
    // Setting the value would empty the browser's undo history; only this command adds to it.
    const line = text
      .split(/[\r\n]+/)
      .map((part) => part.trim())
      .join(' ');
    document.execCommand('insertText', false, line);
  });
}
