import { element } from '../element.ts';
import type { NearFinder } from '../questions/find-near-questions.ts';
import { createLine } from './line.ts';
import type { CreateView } from './register-control.ts';

/** The question, with the existing ones that ask nearly the same shown while it is typed. */
export function createQuestion(near: NearFinder): CreateView {
  return (host, field) => {
    const line = createLine(host, field);
    const title = element(
      'p',
      { class: 'kj-help' },
      'よく似た質問がすでにあります。同じ内容なら、そちらに回答を足してください。',
    );
    const list = element('ul', { class: 'kj-similar' });
    const box = element('div', { class: 'kj-similar-box', role: 'status', hidden: true }, title, list);
    host.append(box);
    let last = '';
    let timer: ReturnType<typeof setTimeout> | undefined;

    const look = async (text: string) => {
      const found = await near.find(text, field.entry().data?.['id']);
      if (text !== last) return;
      const links = found.map(({ question, address }) =>
        element('a', { href: address, target: '_blank', rel: 'noopener' }, question),
      );
      list.replaceChildren(...links.map((link) => element('li', {}, link)));
      box.hidden = found.length === 0;
      box.dataset['lookedFor'] = text;
    };
    let isPrepared = false;
    return {
      ...line,
      show: (value) => {
        line.show(value);
        if (!isPrepared && field.entry().newRecord) {
          isPrepared = true;
          near.prepare();
        }
        const text = typeof value === 'string' ? value.trim() : '';
        if (text === last) return;
        const isFirst = last === '';
        last = text;
        clearTimeout(timer);
        if (isFirst && !field.entry().newRecord) return;
        timer = setTimeout(() => void look(text), 300);
      },
      destroy: () => clearTimeout(timer),
    };
  };
}
