import type { FindQuestions } from '../find-questions.ts';
import { element } from '../element.ts';
import { createLine } from './line.ts';
import type { CreateView } from './register-control.ts';

/** The question, with the existing ones that come close shown while it is typed. */
export function createQuestion(findQuestions: FindQuestions, base: string): CreateView {
  return (host, field) => {
    const line = createLine(host, field);
    const title = element('p', { class: 'kj-help' }, 'よく似た質問がすでにあります。同じ内容なら、そちらに回答を足してください。');
    const list = element('ul', { class: 'kj-similar' });
    const box = element('div', { class: 'kj-similar-box', role: 'status', hidden: true }, title, list);
    host.append(box);
    let last = '';
    let timer: ReturnType<typeof setTimeout> | undefined;

    const look = async (text: string) => {
      const own = field.entry().data?.['id'];
      const found = (await findQuestions(text)).filter(({ id }) => id !== own).slice(0, 4);
      if (text !== last) return;
      list.replaceChildren(...found.map(({ id, question }) => element('li', {}, element('a', { href: `${base}q/${id}/`, target: '_blank', rel: 'noopener' }, question))));
      box.hidden = found.length === 0;
    };
    return {
      ...line,
      show: (value) => {
        line.show(value);
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
