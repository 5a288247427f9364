import { element } from '../element.ts';
import type { ControlView, Field } from './register-control.ts';

/** The id of an entry: drawn once, shown, never typed. A copy of an entry gets one of its own. */
export function createId(host: HTMLElement, field: Field): ControlView {
  const output = element('output', { id: field.inputId, class: 'kj-id' });
  host.append(output);
  return {
    show: (value) => {
      const isOurs = typeof value === 'string' && drawn.has(value);
      if (field.entry().newRecord && !isOurs) {
        const id = drawId();
        drawn.add(id);
        // Decap is still showing the form; it takes changes once it is done.
        setTimeout(() => field.change(id), 0);
      }
      output.textContent = typeof value === 'string' ? value : (field.entry().slug?.split('/').at(-1) ?? '');
    },
  };
}

const drawn = new Set<string>();

/** Eight characters of base32 (RFC 4648, lower case). */
export function drawId(): string {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => alphabet[byte % 32]).join('');
}
