import { element } from '../element.ts';
import type { FieldFault } from './field-fault.ts';

/**
 * The list, at the top of a form, of the faults that stop a save or a publication. A click on one calls `go`, which
 * shows its field.
 */
export function drawSummary({ title, help, faults, go }: SummaryOptions): HTMLElement {
  const lines = faults.map((fault) => {
    const words = sayFault(fault);
    const { link } = fault;
    if (link) return element('li', {}, words, ' ', element('a', { href: link.address }, link.words));
    if (fault.path.length === 0) return element('li', {}, words);
    const press = element(
      'button',
      { type: 'button', class: 'kj-fault', 'data-path': fault.path.join('.'), 'data-label': fault.label },
      words,
    );
    press.addEventListener('click', () => go(fault));
    return element('li', {}, press);
  });
  const heading = element('h2', { id: headingId }, `${title}（${faults.length}か所）`);
  const list = element('ol', {}, ...lines);
  return element(
    'section',
    { class: 'kj-faults', tabindex: '-1', role: 'group', 'aria-labelledby': headingId },
    heading,
    element('p', {}, help),
    list,
  );
}

/** The message of a fault, with the label of its field before it unless the message begins with that label. */
export function sayFault({ label, message }: Pick<FieldFault, 'label' | 'message'>): string {
  if (label === '' || message.startsWith(label)) return message;
  const last = label.slice(label.lastIndexOf('の') + 1);
  return label !== last && message.startsWith(last) ? label + message.slice(last.length) : `${label}：${message}`;
}

const headingId = 'kj-faults-title';

interface SummaryOptions {
  title: string;
  help: string;
  faults: readonly FieldFault[];
  go: (fault: FieldFault) => void;
}
