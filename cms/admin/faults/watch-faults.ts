import type { ImmutableMap } from '../decap/decap.ts';
import type { DeskStore } from '../form/desk-store.ts';
import { fieldLabels } from '../form/field-path.ts';
import { drawSummary } from './fault-summary.ts';
import './faults.css';
import { joinFaults, labelOf, type FieldFault } from './field-fault.ts';
import { findField, pathOfId, readLabel } from './find-field.ts';
import { goToField } from './go-to-field.ts';
import { markFields } from './mark-fields.ts';

/**
 * Says of a form that is refused everything that is wrong in it: at its top, where the focus goes, and beside each
 * field. `check` finds what is wrong with an entry as a whole.
 */
export function watchFaults(store: DeskStore, root: HTMLElement, check: CheckEntry): FaultReport {
  /** What was put beside fields, by field; Decap checks only what it has drawn, and would keep the rest for ever. */
  const told = new Map<string, readonly unknown[]>();
  let isWaiting = false;
  const mark = () => {
    if (isWaiting) return;
    isWaiting = true;
    // Once Decap has drawn.
    setTimeout(() => {
      isWaiting = false;
      markFields(root);
    }, 50);
  };
  const forget = () => {
    root.querySelector('.kj-faults')?.remove();
    for (const [id, errors] of told) if (store.errors()[id] === errors) store.setErrors(id, []);
    told.clear();
  };
  const show = (faults: readonly FieldFault[], action: EntryAction = 'save') => {
    const ordered = inOrder(root, faults).map((fault) => named(root, fault));
    root.querySelector('.kj-faults')?.remove();
    for (const { path, message } of ordered) {
      const found = findField(root, path);
      if (!found?.isExact || store.errors()[found.id]) continue;
      const errors = [{ type: 'CUSTOM', message }];
      told.set(found.id, errors);
      store.setErrors(found.id, errors);
    }
    const summary = drawSummary({ ...words[action], faults: ordered, go: ({ path }) => void goToField(root, path) });
    const place = placeOf(root);
    if (!place) return false;
    place.prepend(summary);
    goTo(root, summary);
    mark();
    return true;
  };
  const readForm = (): FieldFault[] => {
    const collection = store.form()?.address.collection ?? '';
    return Object.entries(store.errors()).flatMap(([id, [first]]) => {
      const path = pathOfId(root, id);
      const found = findField(root, path);
      const label = labelOf(collection, path) || (found ? readLabel(found) : '');
      return first?.message === undefined ? [] : [{ path, label, message: first.message }];
    });
  };

  store.listen(({ type, payload }) => {
    if (type === 'DRAFT_VALIDATION_ERRORS' || type === 'DRAFT_CLEAR_ERRORS') mark();
    if (type === 'DRAFT_CLEAR_ERRORS') tickOff(root, payload?.uniqueFieldId ?? '');
    if (endTypes.has(type)) root.querySelector('.kj-faults')?.remove();
  });
  store.listenToSteps((step, outcome) => {
    if (step !== 'save') return;
    forget();
    outcome.catch(() => {
      const form = store.form();
      if (!form || Object.keys(store.errors()).length === 0) return;
      show(joinFaults(readForm(), check(form.address.collection, form.data)));
    });
  });
  return { show };
}

/** A field of the desk alone has no label in the schema. */
function named(root: Element, fault: FieldFault): FieldFault {
  const found = fault.label === '' && fault.path.length > 0 ? findField(root, fault.path) : undefined;
  return found ? { ...fault, label: readLabel(found) } : fault;
}

/** A form that is being published takes no focus until Decap has heard of the refusal. */
function goTo(root: HTMLElement, summary: HTMLElement): void {
  if (root.inert && summary.isConnected) return void setTimeout(() => goTo(root, summary), 50);
  summary.scrollIntoView({ block: 'start' });
  summary.focus({ preventScroll: true });
}

/**
 * Of a field that somebody has written into since, nothing is said but that: whether it is right now, the next save
 * tells.
 */
function tickOff(root: Element, id: string): void {
  const key = pathOfId(root, id).join('.');
  const press = root.querySelector<HTMLElement>(`.kj-fault[data-path="${CSS.escape(key)}"]`);
  if (!press) return;
  press.textContent = press.dataset['label'] ?? '';
  press.parentElement?.classList.add('kj-written');
}

/** As the fields stand on the page; what stands on none comes last. */
function inOrder(root: Element, faults: readonly FieldFault[]): FieldFault[] {
  const labels = new Map(faults.map((fault) => [fault, findField(root, fault.path)?.label]));
  return [...faults].sort((one, other) => {
    const [a, b] = [labels.get(one), labels.get(other)];
    if (!a || !b || a === b) return Number(!a) - Number(!b);
    return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
}

/** What holds the form's fields. */
function placeOf(root: Element): Element | null | undefined {
  return root.querySelector(fieldLabels)?.parentElement?.parentElement?.parentElement;
}

const help = 'それぞれを選ぶと、その欄に移ります。入力した内容は画面に残っています。';
const words = {
  save: { title: '直すところがあるため、保存していません', help },
  publish: { title: '直すところがあるため、公開していません', help },
} as const;

/** Saved, or another form. */
const endTypes: ReadonlySet<string> = new Set([
  'UNPUBLISHED_ENTRY_PERSIST_SUCCESS',
  'ENTRY_PERSIST_SUCCESS',
  'DRAFT_CREATE_FROM_ENTRY',
  'DRAFT_CREATE_EMPTY',
]);

export type CheckEntry = (collection: string, data: ImmutableMap) => FieldFault[];
export type EntryAction = 'save' | 'publish';

export interface FaultReport {
  /** False where there is no form on the screen. */
  show(faults: readonly FieldFault[], action?: EntryAction): boolean;
}
