import { unwrap } from '../../../src/lint/describe-field.ts';
import type { Catalogue, CatalogueData } from '../questions/catalogue.ts';
import { checkValue, typeOf } from '../checks/check-value.ts';
import { element } from '../element.ts';
import { matchesChoice } from './find-choice.ts';
import type { CreateView } from './register-control.ts';

/**
 * Topics to tick, in their tree, found by name or reading. Where one alone is wanted, it is that above a topic: those
 * that stand below another are no choice there.
 */
export function createTopics(catalogue: Catalogue): CreateView {
  return (host, field) => {
    const type = typeOf(field.collection(), field.typePath);
    const isMany = type !== undefined && unwrap(type).type === 'array';
    let chosen: string[] = [];
    let ticks: Tick[] = [];
    const search = element('input', {
      type: 'search',
      class: 'kj-input',
      'aria-label': `${field.label}を探す`,
      placeholder: words.find,
    });
    const none = element('p', { class: 'kj-help', role: 'status' });
    const list = element('div', { class: 'kj-topics' });
    const box = element(
      'div',
      { role: isMany ? 'group' : 'radiogroup', 'aria-label': field.label, id: field.inputId },
      search,
      none,
      list,
    );
    host.append(box);

    const draw = async () => {
      const { topics } = await catalogue.load();
      const roots = topics.filter(({ parent }) => parent === null);
      const rest = topics.filter(({ parent }) => parent !== null && !topics.some(({ id }) => id === parent));
      const unknown = chosen
        .filter((id) => !topics.some((topic) => topic.id === id))
        .map((id) => ({ id, name: id, kana: '', parent: null }));
      ticks = [];
      if (!isMany) {
        const below = topics.filter(({ id, parent }) => parent !== null && chosen.includes(id));
        const nothing = { id: '', name: words.nothing, kana: '', parent: null };
        list.replaceChildren(
          element('fieldset', {}, ...[nothing, ...roots, ...below, ...unknown].map((topic) => tick(topic, topic))),
        );
        return find();
      }
      list.replaceChildren(
        ...[...roots, ...rest, ...unknown].map((root) =>
          element(
            'fieldset',
            {},
            element('legend', {}, root.name),
            ...[root, ...topics.filter(({ parent }) => parent === root.id)].map((topic) => tick(topic, root)),
          ),
        ),
      );
      find();
    };
    const tick = (topic: Topic, root: Topic) => {
      const input = element('input', {
        value: topic.id,
        ...(isMany ? { type: 'checkbox' } : { type: 'radio', name: `${field.inputId}-one` }),
      });
      input.checked = isMany ? chosen.includes(topic.id) : (chosen[0] ?? '') === topic.id;
      input.addEventListener('change', () => {
        if (isMany) {
          chosen = input.checked ? [...chosen, topic.id] : chosen.filter((other) => other !== topic.id);
          field.changeList(chosen);
        } else {
          chosen = topic.id === '' ? [] : [topic.id];
          field.change(topic.id);
          find();
        }
      });
      const label = element('label', {}, input, isMany && topic.id === root.id ? `${topic.name}（全般）` : topic.name);
      ticks.push({ input, label, topic, root });
      return label;
    };
    /** Leaves what is meant, with all below a topic that is, and what is ticked: that never goes out of sight. */
    const find = () => {
      let found = 0;
      for (const { input, label, topic, root } of ticks) {
        const isFound = [topic, root].some(({ id, name, kana }) =>
          matchesChoice({ label: name, value: id, reading: kana }, search.value),
        );
        if (isFound && topic.id !== '') found += 1;
        label.hidden = !isFound && !input.checked;
      }
      for (const group of list.querySelectorAll('fieldset')) group.hidden = !group.querySelector('label:not([hidden])');
      const text =
        search.value.trim() === '' || ticks.length === 0 ? '' : found === 0 ? words.none : words.found(found);
      if (none.textContent !== text) none.textContent = text;
    };
    // Also while an input method composes: what is half typed is understood, and nothing is taken out of the field.
    search.addEventListener('input', find);

    let drawn: string | undefined;
    return {
      show: (value) => {
        chosen = Array.isArray(value) ? value.map(String) : typeof value === 'string' && value !== '' ? [value] : [];
        if (drawn === chosen.join()) return;
        const isOwn = list.contains(document.activeElement);
        drawn = chosen.join();
        if (!isOwn) void draw();
      },
      findError: () => (isMany ? checkValue(field.collection(), field.typePath, chosen) : undefined),
    };
  };
}

const words = {
  find: '話題を言葉や読みで探す',
  nothing: '（なし）',
  none: '当てはまる話題がありません。',
  found: (count: number) => `当てはまる話題が${count}個あります。`,
} as const;

type Topic = CatalogueData['topics'][number];

interface Tick {
  input: HTMLInputElement;
  label: HTMLLabelElement;
  topic: Topic;
  /** The topic under which it stands; itself at the top. */
  root: Topic;
}
