import { fieldLabels } from '../form/field-path.ts';

/**
 * Tells assistive technology what Decap only draws: which field is wrong, and the sentence beside it. Decap's list of
 * sentences stands right behind the field's label.
 */
export function markFields(root: Element): void {
  const wrong = new Set<Element>();
  for (const list of root.querySelectorAll<HTMLElement>(`${fieldLabels} + ul`)) {
    const { htmlFor = '' } = list.previousElementSibling as HTMLLabelElement;
    const field = document.getElementById(htmlFor);
    list.id = `${htmlFor}-fault`;
    if (!field || list.childElementCount === 0) continue;
    if (field.matches(valued)) field.setAttribute('aria-invalid', 'true');
    else if (!field.hasAttribute('role') && field.matches('div')) field.setAttribute('role', 'group');
    describe(field, list.id);
    wrong.add(field);
  }
  for (const field of root.querySelectorAll(`[${mark}]`)) if (!wrong.has(field)) clear(field);
}

function describe(field: Element, id: string): void {
  if (field.getAttribute(mark) === id && field.getAttribute('aria-describedby')?.includes(id)) return;
  const others = field.getAttribute('aria-describedby')?.split(' ') ?? [];
  field.setAttribute('aria-describedby', [id, ...others.filter((other) => other !== id)].join(' '));
  field.setAttribute(mark, id);
}

function clear(field: Element): void {
  const id = field.getAttribute(mark);
  const others =
    field
      .getAttribute('aria-describedby')
      ?.split(' ')
      .filter((other) => other !== id) ?? [];
  if (others.length > 0) field.setAttribute('aria-describedby', others.join(' '));
  else field.removeAttribute('aria-describedby');
  field.removeAttribute('aria-invalid');
  field.removeAttribute(mark);
}

/** Names the sentence that describes a field, so that it can be taken away again. */
const mark = 'data-kj-fault';
const valued = 'input, textarea, select, [role="textbox"], [role="combobox"], [role="switch"]';
