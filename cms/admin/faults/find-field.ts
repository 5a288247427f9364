import { fieldLabels, fieldName, pathOfLabel, type FieldPath } from '../form/field-path.ts';

/**
 * Where a field of the form stands on the page. Decap gives each field a label that points to `<name>-field-<number>`;
 * the fields of an object or a list stand in an element with such an id.
 */
export function findField(root: Element, path: FieldPath): FoundField | undefined {
  let owner: Element | null = null;
  let scope: Element = root;
  let found: FoundField | undefined;
  for (const [index, step] of path.entries()) {
    if (typeof step === 'number') {
      const item = owner?.children[1]?.children[step];
      if (!item) return found;
      scope = item;
      continue;
    }
    const label: HTMLLabelElement | undefined = listLabels(scope).find(
      (one) => fieldName(one) === step && ownerOf(one) === owner,
    );
    if (!label) return found;
    const rest = path.slice(index + 1);
    found = { id: label.htmlFor, label, isExact: rest.every((next) => typeof next === 'number'), rest };
    owner = scope = document.getElementById(label.htmlFor) ?? scope;
  }
  return found;
}

/** The path of the field whose label points to an id; empty where there is none. */
export function pathOfId(root: Element, id: string): FieldPath {
  const label = listLabels(root).find(({ htmlFor }) => htmlFor === id);
  return label ? pathOfLabel(label) : [];
}

/** What the label says, without what is said behind it. */
export function readLabel({ label }: FoundField): string {
  return label.firstChild?.textContent?.trim() ?? '';
}

/** The element around a field, its label and what is said of it. */
export function boxOf({ label }: FoundField): Element {
  return label.parentElement?.parentElement ?? label;
}

function listLabels(scope: Element): HTMLLabelElement[] {
  return [...scope.querySelectorAll<HTMLLabelElement>(fieldLabels)];
}

function ownerOf(label: Element): Element | null {
  for (let here = label.parentElement; here; here = here.parentElement) if (/-field-\d+$/.test(here.id)) return here;
  return null;
}

export interface FoundField {
  id: string;
  label: HTMLLabelElement;
  /** False where what was looked for lies deeper, in a list that is folded. */
  isExact: boolean;
  rest: FieldPath;
}
