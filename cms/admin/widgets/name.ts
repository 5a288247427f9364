import { element, onTyped } from '../element.ts';
import { findNameFault, readName } from '../form/name-fault.ts';
import type { Holder, NameCheck } from '../form/name-check.ts';
import type { ControlView, CreateView } from './register-control.ts';

/**
 * The English name under which a new topic or vocabulary is filed; fixed afterwards. While it is typed, the field says
 * why it is none or who has it already; on leaving the field it is written as names are.
 */
export function createName(names: NameCheck): CreateView {
  return (host, field): ControlView => {
    const faultId = `${field.inputId}-fault`;
    const attributes = { type: 'text', class: 'kj-input', autocapitalize: 'none', spellcheck: 'false' };
    const input = element('input', { id: field.inputId, ...attributes, 'aria-describedby': faultId });
    const fault = element('p', { id: faultId, class: 'kj-error kj-name-fault', role: 'status' });
    host.append(input, fault);
    let timer: ReturnType<typeof setTimeout> | undefined;
    /** What is known of the name that stands in the field. */
    let known: { name: string; holder: Holder | undefined } | undefined;

    /** Nothing is said of what is still being typed. */
    const show = (isTyped = false) => {
      const holder = known?.name === input.value ? known.holder : undefined;
      const isOpen = isTyped || input.value === '' || !field.entry().newRecord;
      const sentence = holder?.sentence ?? (isOpen ? undefined : findNameFault(readName(input.value))) ?? '';
      input.toggleAttribute('aria-invalid', sentence !== '');
      if (fault.textContent === sentence) return;
      fault.replaceChildren(sentence, ...(holder ? linkTo(holder) : []));
    };
    const linkTo = ({ kind, slug }: Holder): (Node | string)[] => {
      if (kind !== 'published' && kind !== 'draft') return [];
      const href = `#/collections/${field.collection()}/entries/${slug}`;
      return [' ', element('a', { href, target: '_blank' }, 'いまある項目を別の画面で開く')];
    };
    const ask = async (): Promise<void> => {
      clearTimeout(timer);
      const name = input.value;
      if (!field.entry().newRecord || findNameFault(name) !== undefined) return show();
      const data = field.entry().data ?? {};
      const title = [data['name'], data['title']].find((text) => typeof text === 'string');
      // A name that nobody can be asked about now is asked about again before the save.
      const holder = await names
        .find({ collection: field.collection(), slug: name, ...(typeof title === 'string' ? { title } : {}) })
        .catch(() => undefined);
      if (name !== input.value) return;
      known = { name, holder };
      show();
    };
    onTyped(input, () => {
      field.change(input.value);
      show(true);
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), pauseInTyping);
    });
    input.addEventListener('blur', () => {
      const name = readName(input.value);
      if (field.entry().newRecord && name !== input.value && findNameFault(name) === undefined) {
        input.value = name;
        field.change(name);
      }
      void ask();
    });

    return {
      show: (value) => {
        const entry = field.entry();
        input.readOnly = !entry.newRecord;
        const text = entry.newRecord ? (typeof value === 'string' ? value : '') : (entry.slug ?? '');
        if (document.activeElement !== input) input.value = text;
        show();
      },
      findError: () => {
        const wrong = field.entry().newRecord ? findNameFault(input.value) : undefined;
        if (wrong !== undefined) return wrong;
        if (known?.name === input.value && known.holder) {
          // It may be free by now, or the same topic under its own title.
          void ask();
          return known.holder.sentence;
        }
        return undefined;
      },
      focus: () => input.focus(),
      destroy: () => clearTimeout(timer),
    };
  };
}

/** Milliseconds. */
const pauseInTyping = 300;
