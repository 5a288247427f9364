import { fieldLabels, fieldName, pathOfLabel, type FieldPath } from '../form/field-path.ts';

/**
 * The deepest field along `path` that is on the page, or nothing. Decap gives each field a label that points to
 * `<name>-field-<number>`; the fields of an object or a list stand in an element with such an id.
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

/** The text of the field's label, without the notes that follow it. */
export function readLabel({ label }: FoundField): string {
  return label.firstChild?.textContent?.trim() ?? '';
}

/** The element that holds a field with its label and its messages. */
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
  /** The steps of the path below the field that was found. */
  rest: FieldPath;
}
