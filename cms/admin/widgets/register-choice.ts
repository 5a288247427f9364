import { decap } from '../decap/decap.ts';
import { matchesChoice, type Choice } from './find-choice.ts';

/**
 * Decap's field for choosing in a list, which also finds by reading; Decap compares what was typed with names alone.
 */
export function registerChoice(): void {
  const { cms, h } = decap();
  const { control } = cms.getWidget('select') ?? {};
  if (!control) throw new Error('Decap has no field for choosing.');
  const Base = control as new (props: never) => { render(): DrawnElement };
  class ChoiceControl extends Base {
    override render(): DrawnElement {
      const list = super.render();
      return h(list.type, { ...list.props, filterOption, noOptionsMessage, classNamePrefix }) as DrawnElement;
    }
  }
  cms.registerWidget('select', ChoiceControl);
}

/** Of the classes by which `cms/admin/look/decap-colours.css` knows the parts of the list. */
const classNamePrefix = 'kj-choice';

function filterOption({ label, value }: Choice, typed: string): boolean {
  return matchesChoice({ label, value: String(value) }, typed);
}

function noOptionsMessage(): string {
  return '当てはまるものがありません。';
}

/** What React draws from. */
interface DrawnElement {
  type: never;
  props: object;
}
