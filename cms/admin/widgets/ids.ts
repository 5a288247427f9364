import { element } from '../element.ts';
import { drawId, isDrawn } from './drawn.ts';
import type { ControlView, Field } from './register-control.ts';

/** The id of an entry: drawn once, shown, never typed. A copy of an entry gets one of its own. */
export function createId(host: HTMLElement, field: Field): ControlView {
  const output = element('output', { id: field.inputId, class: 'kj-id' });
  host.append(output);
  return {
    show: (value) => {
      if (field.entry().newRecord && !isDrawn(value)) {
        const id = drawId();
        // Decap is still showing the form; it takes changes once it is done.
        setTimeout(() => field.change(id), 0);
      }
      output.textContent = typeof value === 'string' ? value : (field.entry().slug?.split('/').at(-1) ?? '');
    },
  };
}
