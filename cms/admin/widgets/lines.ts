import { checkValue } from '../checks/check-value.ts';
import { element, onTyped } from '../element.ts';
import { underlinePersonal } from './personal-note.ts';
import type { ControlView, Field } from './register-control.ts';

/** A list of short texts, one a line. */
export function createLines(host: HTMLElement, field: Field): ControlView {
  const noteId = `${field.inputId}-note`;
  const input = element('textarea', { id: field.inputId, rows: '3', class: 'kj-input', 'aria-describedby': noteId });
  const personal = underlinePersonal();
  host.append(
    input,
    element('div', { id: noteId }, element('p', { class: 'kj-help' }, '1行に1つずつ書きます。'), personal.list),
  );
  const read = () =>
    input.value
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const fit = () => void (input.rows = Math.min(12, Math.max(3, input.value.split('\n').length + 1)));
  onTyped(input, () => {
    field.changeList(read());
    personal.look(input.value);
    fit();
  });
  return {
    show: (value) => {
      const lines = Array.isArray(value) ? value.map(String) : [];
      if (document.activeElement !== input && lines.join('\n') !== read().join('\n')) input.value = lines.join('\n');
      personal.look(input.value);
      fit();
    },
    findError: () =>
      read().length === 0
        ? undefined
        : (checkValue(field.collection(), field.typePath, read()) ?? personal.findError()),
    focus: () => input.focus(),
  };
}
