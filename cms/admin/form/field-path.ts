import { decapParts as parts } from '../decap/decap-parts.ts';

/** Names of fields and places in lists, as in `['answers', 1, 'date']`. */
export type FieldPath = readonly (string | number)[];

/** Which field a label belongs to, by the names in Decap's ids, `date-field-12`, and the items of lists around it. */
export function pathOfLabel(label: HTMLLabelElement): FieldPath {
  const path: (string | number)[] = [fieldName(label)];
  let around = label.closest(parts.field)?.parentElement?.closest(`${parts.field}, ${parts.listItem}`);
  while (around) {
    if (around.matches(parts.listItem)) path.unshift([...(around.parentElement?.children ?? [])].indexOf(around));
    else {
      const own = around.querySelector<HTMLLabelElement>(fieldLabels);
      if (own) path.unshift(fieldName(own));
    }
    around = around.parentElement?.closest(`${parts.field}, ${parts.listItem}`);
  }
  return path;
}

export function fieldName({ htmlFor }: HTMLLabelElement): string {
  return htmlFor.replace(/-field-\d+$/, '');
}

/** Labels of fields: Decap lets each point to `<name>-field-<number>`. */
export const fieldLabels = 'label[for*="-field-"]';
