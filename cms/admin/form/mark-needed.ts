import type * as z from 'zod';
import { isKeyOf } from '../../../src/schema/choices.ts';
import { collections } from '../../../src/schema/collections.ts';
import type { DecapCollection } from '../config/collection-parts.ts';
import { decapParts as parts } from '../decap/decap-parts.ts';
import type { DecapField } from '../config/fields.ts';
import { ja } from '../locale/ja.ts';
import { openFold } from '../widgets/fold.ts';
import type { DeskStore } from './desk-store.ts';
import { fieldLabels, pathOfLabel, type FieldPath } from './field-path.ts';
import { isHollow } from './filled-values.ts';
import { isWantedByTexts } from './needed-basis.ts';
import { isNeeded, valueAt } from './needed-fields.ts';
import { watchMarkup } from './watch-markup.ts';

/**
 * Marks each field of the open form as needed or not, in the form's present state, and opens what becomes needed. The
 * mark is an attribute that the style sheet shows: React owns what stands inside the label.
 */
export function markNeeded(root: HTMLElement, store: DeskStore, forms: readonly DecapCollection[]): void {
  const marked = new WeakMap<Element, boolean>();
  const mark = () => {
    const form = store.form();
    const described = forms.find(({ name }) => name === form?.address.collection);
    if (!form || !described || !isKeyOf(collections, described.name)) return;
    const { schema } = collections[described.name];
    const values = form.data.toJS();
    const isNew = form.address.slug === undefined;
    root.dataset['form'] = isNew ? 'new' : 'existing';
    for (const label of root.querySelectorAll<HTMLLabelElement>(fieldLabels)) {
      const path = pathOfLabel(label);
      const needed = isSilent(described.fields, path)
        ? undefined
        : isWantedByTexts(described.name, values, path) ||
          (isNeeded(schema as z.ZodType, values, path) ?? isAskedFor(described.fields, path, isNew));
      const text = needed === undefined ? '' : needed ? words.needed : words.optional;
      if (label.dataset['mark'] !== text) label.dataset['mark'] = text;
      if (needed === true && marked.get(label) !== true) open(label, isHollow(valueAt(values, path)));
      marked.set(label, needed === true);
    }
  };
  const { lookAgain } = watchMarkup(root, mark);
  store.listen(lookAgain);
}

/** Of a field that no schema knows, such as the text. */
function isAskedFor(fields: readonly DecapField[], path: FieldPath, isNew: boolean): boolean | undefined {
  const field = path.length === 1 ? fields.find(({ name }) => name === path[0]) : undefined;
  if (!field) return undefined;
  if (field.widget === 'kj-name') return isNew ? true : undefined;
  return field.required !== false;
}

/** Nothing is typed there. */
function isSilent(fields: readonly DecapField[], path: FieldPath): boolean {
  const field = path.length === 1 ? fields.find(({ name }) => name === path[0]) : undefined;
  return field?.widget === 'kj-id' || field?.widget === 'kj-fold';
}

/** A group that is folded, and what folds the field itself away while nothing stands in it. */
function open(label: HTMLLabelElement, isEmpty: boolean): void {
  const field = label.closest(parts.field);
  const toggle = field?.querySelector<HTMLElement>(parts.expandButton);
  const isGroup = toggle?.closest(parts.field) === field && !field?.querySelector(parts.addButton);
  if (isGroup && toggle?.getAttribute('aria-label') === ja.editor.editorWidgets.object.expand) toggle.click();
  if (isEmpty && field) openFold(field);
}

const words = { needed: '必須', optional: 'なくてもよい' };
