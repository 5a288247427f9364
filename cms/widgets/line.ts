import { countCharacters } from '../../src/schema/scalars.ts';
import { checkValue, findLimit } from '../check-value.ts';
import { element, onTyped } from '../element.ts';
import { underlinePersonal } from './personal-note.ts';
import type { ControlView, Field } from './register-control.ts';

/** One line of text, with what is left of its limit and what looks personal said beside it. */
export function createLine(host: HTMLElement, field: Field): ControlView {
  const noteId = `${field.inputId}-note`;
  const limit = findLimit(field.collection(), field.typePath);
  const isLong = limit !== undefined && limit > 60;
  const input = isLong ? element('textarea', { id: field.inputId, rows: '2', class: 'kj-input', 'aria-describedby': noteId }) : element('input', { id: field.inputId, type: 'text', class: 'kj-input', 'aria-describedby': noteId });
  const counter = element('p', { class: 'kj-counter', 'aria-live': 'polite' });
  const personal = underlinePersonal();
  const notes = element('div', { id: noteId }, ...(isLong ? [counter] : []), personal.list);
  host.append(input, notes);

  const tell = () => {
    const count = countCharacters(input.value);
    counter.textContent = limit === undefined ? '' : count > limit ? `${count - limit}文字多すぎます（${limit}文字まで）` : `あと${limit - count}文字`;
    counter.classList.toggle('kj-over', limit !== undefined && count > limit);
    personal.look(input.value);
  };
  onTyped(input, () => {
    // A line has no line ends; pasted ones become spaces.
    if (/[\r\n]/.test(input.value)) input.value = input.value.split(/[\r\n]+/).map((line) => line.trim()).join(' ');
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
