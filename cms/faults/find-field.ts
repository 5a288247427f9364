import * as z from 'zod';
import { schemaAt, unwrap } from '../../src/lint/describe-field.ts';
import { isKeyOf } from '../../src/schema/choices.ts';
import { collections } from '../../src/schema/collections.ts';

/**
 * Where a field of the form stands on the page. Decap gives each field a label that points to `<name>-field-<number>`;
 * the fields of an object or a list stand in an element with such an id.
 */
export function findField(root: Element, path: Path): FoundField | undefined {
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
    const label: HTMLLabelElement | undefined = listLabels(scope).find((one) => nameOf(one) === step && ownerOf(one) === owner);
    if (!label) return found;
    const rest = path.slice(index + 1);
    found = { id: label.htmlFor, label, isExact: rest.every((next) => typeof next === 'number'), rest };
    owner = scope = document.getElementById(label.htmlFor) ?? scope;
  }
  return found;
}

/** The path of the field whose label points to an id. */
export function pathOfId(root: Element, id: string, collection: string): (string | number)[] {
  const label = listLabels(root).find(({ htmlFor }) => htmlFor === id);
  if (!label) return [];
  const owner = ownerOf(label);
  if (!owner) return [nameOf(label)];
  const outer = pathOfId(root, owner.id, collection);
  const schema = isKeyOf(collections, collection) ? schemaAt(collections[collection].schema, outer) : undefined;
  const isList = schema !== undefined && unwrap(schema) instanceof z.ZodArray;
  const items = isList ? [...(owner.children[1]?.children ?? [])] : [];
  const place = items.findIndex((item) => item.contains(label));
  return [...outer, ...(place === -1 ? [] : [place]), nameOf(label)];
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
  return [...scope.querySelectorAll<HTMLLabelElement>('label[for*="-field-"]')];
}

function nameOf({ htmlFor }: HTMLLabelElement): string {
  return htmlFor.replace(/-field-\d+$/, '');
}

function ownerOf(label: Element): Element | null {
  for (let here = label.parentElement; here; here = here.parentElement) if (/-field-\d+$/.test(here.id)) return here;
  return null;
}

export type Path = readonly (string | number)[];

export interface FoundField {
  id: string;
  label: HTMLLabelElement;
  /** False where what was looked for lies deeper, in a list that is folded. */
  isExact: boolean;
  rest: Path;
}
