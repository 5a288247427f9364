import type { Catalogue } from '../catalogue.ts';
import { checkValue } from '../check-value.ts';
import { button, element, onTyped } from '../element.ts';
import type { FindQuestions } from '../find-questions.ts';
import type { CreateView } from './register-control.ts';

/** Other questions, found by words and kept by id. */
export function createRelated(catalogue: Catalogue, findQuestions: FindQuestions): CreateView {
  return (host, field) => {
    let ids: string[] = [];
    const chosen = element('ul', { class: 'kj-chosen' });
    const search = element('input', { id: field.inputId, type: 'search', class: 'kj-input', placeholder: '質問を言葉で探す' });
    const found = element('ul', { class: 'kj-found' });
    host.append(chosen, search, element('div', { role: 'status' }, found));

    const set = (next: string[]) => {
      ids = next;
      field.changeList(next);
      void draw();
    };
    const draw = async () => {
      const { questions } = await catalogue.load();
      chosen.replaceChildren(
        ...ids.map((id) => {
          const name = questions.find((question) => question.id === id)?.question ?? id;
          return element('li', {}, name, ' ', button('外す', () => set(ids.filter((other) => other !== id)), { 'aria-label': `「${name}」を外す` }));
        }),
      );
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    onTyped(search, () => {
      clearTimeout(timer);
      timer = setTimeout(() => void offer(search.value), 250);
    });
    const offer = async (words: string) => {
      const results = (await findQuestions(words)).filter(({ id }) => !ids.includes(id) && id !== field.entry().data?.['id']);
      if (search.value !== words) return;
      found.replaceChildren(
        ...results.map(({ id, question }) =>
          element(
            'li',
            {},
            button(question, () => {
              found.replaceChildren();
              search.value = '';
              set([...ids, id]);
              search.focus();
            }),
          ),
        ),
      );
    };
    return {
      show: (value) => {
        const next = Array.isArray(value) ? value.map(String) : [];
        if (next.join() === ids.join() && chosen.childElementCount === ids.length) return;
        ids = next;
        void draw();
      },
      findError: () => (ids.length === 0 ? undefined : checkValue(field.collection(), field.typePath, ids)),
      destroy: () => clearTimeout(timer),
    };
  };
}
