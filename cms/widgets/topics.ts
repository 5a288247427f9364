import { unwrap } from '../../src/lint/describe-field.ts';
import type { Catalogue } from '../catalogue.ts';
import { checkValue, typeOf } from '../check-value.ts';
import { element } from '../element.ts';
import type { CreateView } from './register-control.ts';

/** Topics to tick, in their tree; where one alone is wanted, a list to choose from. */
export function createTopics(catalogue: Catalogue): CreateView {
  return (host, field) => {
    const type = typeOf(field.collection(), field.typePath);
    const isMany = type !== undefined && unwrap(type).type === 'array';
    let chosen: string[] = [];
    const box = element('div', isMany ? { class: 'kj-topics', role: 'group', 'aria-label': field.label, id: field.inputId } : {});
    host.append(box);

    const draw = async () => {
      const { topics } = await catalogue.load();
      const roots = topics.filter(({ parent }) => parent === null);
      const rest = topics.filter(({ parent }) => parent !== null && !topics.some(({ id }) => id === parent));
      const unknown = chosen.filter((id) => !topics.some((topic) => topic.id === id)).map((id) => ({ id, name: id, parent: null }));
      if (!isMany) return drawSelect([...topics, ...unknown]);
      box.replaceChildren(
        ...[...roots, ...rest, ...unknown].map((root) =>
          element('fieldset', {}, element('legend', {}, root.name), ...[root, ...topics.filter(({ parent }) => parent === root.id)].map((topic) => tick(topic.id, topic.id === root.id ? `${topic.name}（全般）` : topic.name))),
        ),
      );
    };
    const tick = (id: string, name: string) => {
      const input = element('input', { type: 'checkbox', value: id });
      input.checked = chosen.includes(id);
      input.addEventListener('change', () => {
        chosen = input.checked ? [...chosen, id] : chosen.filter((other) => other !== id);
        field.changeList(chosen);
      });
      return element('label', {}, input, name);
    };
    const drawSelect = (topics: readonly { id: string; name: string }[]) => {
      const select = element('select', { id: field.inputId, class: 'kj-input' }, element('option', { value: '' }, '（なし）'), ...topics.map(({ id, name }) => element('option', { value: id }, name)));
      select.value = chosen[0] ?? '';
      select.addEventListener('change', () => field.change(select.value));
      box.replaceChildren(select);
    };
    let drawn: string | undefined;
    return {
      show: (value) => {
        chosen = Array.isArray(value) ? value.map(String) : typeof value === 'string' && value !== '' ? [value] : [];
        if (drawn === chosen.join()) return;
        const isOwn = box.contains(document.activeElement);
        drawn = chosen.join();
        if (!isOwn) void draw();
      },
      findError: () => (isMany ? checkValue(field.collection(), field.typePath, chosen) : undefined),
    };
  };
}
