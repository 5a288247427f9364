import type { FieldPath } from '../form/field-path.ts';
import { boxOf, findField, type FoundField } from './find-field.ts';

/**
 * Opens whatever is folded around a field and puts the focus into it; of one that is not there, to what is around it.
 */
export async function goToField(root: Element, path: FieldPath): Promise<void> {
  for (let tries = 0; tries < maxFolds; tries += 1) {
    const found = findField(root, path);
    if (!found) return;
    const fold = findFold(found);
    if (!fold) return focus(found);
    fold.click();
    await nextFrame();
  }
}

/** The button that opens the outermost closed part around a field. */
function findFold(found: FoundField): HTMLElement | null | undefined {
  const box = boxOf(found);
  if (isShown(box)) return closedPart(found);
  for (let here: Element | null = box, last: Element = box; here; last = here, here = here.parentElement) {
    if (!isShown(here)) continue;
    // Our own fold hides what stands behind it; Decap's hide what stands below their first button.
    const siblings = [...here.children];
    const before = siblings.slice(0, siblings.indexOf(last)).findLast((one) => one.classList.contains('kj-folded'));
    return (before ?? here).querySelector<HTMLElement>('button');
  }
  return undefined;
}

/** The button of an object or a list whose own parts are folded: some draw them only while they are open. */
function closedPart({ id, isExact }: FoundField): HTMLElement | null | undefined {
  const field = document.getElementById(id);
  const toggle = field?.querySelector<HTMLElement>(':scope > div > div > [data-testid="expand-button"]');
  const content = field?.children[1];
  const isClosed = content ? content.childElementCount > 0 && !isShown(content) : !isExact;
  return isClosed ? toggle : undefined;
}

function focus(found: FoundField): void {
  const field = document.getElementById(found.id);
  const box = boxOf(found);
  const within = field ?? box;
  const target = field?.matches(focusable)
    ? field
    : (within.querySelector<HTMLElement>(typed) ?? [...within.querySelectorAll('button')].at(-1));
  box.scrollIntoView({ block: 'start' });
  target?.focus({ preventScroll: isShown(box) });
}

function isShown(element: Element): boolean {
  return element.getClientRects().length > 0;
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => setTimeout(() => requestAnimationFrame(() => resolve()), 0));
}

/** More than lists and objects lie within each other. */
const maxFolds = 12;
const typed = 'input, textarea, select, [contenteditable="true"]';
const focusable = `${typed}, button, [tabindex="0"]`;
