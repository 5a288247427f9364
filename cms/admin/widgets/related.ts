import { toMatchingKey } from '../../../src/text/matching-key.ts';
import type { Catalogue, CatalogueData } from '../questions/catalogue.ts';
import { checkValue } from '../checks/check-value.ts';
import { button, element, onTyped } from '../element.ts';
import type { FindQuestions, FoundQuestion } from '../questions/find-questions.ts';
import type { CreateView } from './register-control.ts';

/** Other questions, found by words and kept by id. */
export function createRelated(catalogue: Catalogue, findQuestions: FindQuestions): CreateView {
  return (host, field) => {
    let ids: string[] = [];
    const chosen = element('ul', { class: 'kj-chosen' });
    const search = element('input', {
      id: field.inputId,
      type: 'search',
      class: 'kj-input',
      placeholder: '質問を言葉で探す',
    });
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
          const known = questions.find((question) => question.id === id);
          const name = known ? nameOf(known) : id;
          return element(
            'li',
            {},
            name,
            ' ',
            button('外す', () => set(ids.filter((other) => other !== id)), { 'aria-label': `「${name}」を外す` }),
          );
        }),
      );
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    onTyped(search, () => {
      clearTimeout(timer);
      timer = setTimeout(() => void offer(search.value), 250);
    });
    const offer = async (words: string) => {
      const [inIndex, { questions }] = await Promise.all([findQuestions(words), catalogue.load()]);
      const results = [...findByName(words, questions, inIndex).slice(0, maxByName), ...inIndex]
        .filter(({ id }) => !ids.includes(id) && id !== field.entry().data?.['id'])
        .slice(0, maxOffered);
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

/** Questions that hold every word and are not in the site's index, such as those for members. */
function findByName(words: string, questions: Questions, inIndex: readonly FoundQuestion[]): FoundQuestion[] {
  const keys = words
    .split(/\s+/)
    .map(toMatchingKey)
    .filter((key) => key !== '');
  if (keys.length === 0) return [];
  const isNear = (question: string) => keys.every((key) => keyOf(question).includes(key));
  const others = questions.filter(
    ({ id, status }) => status !== 'withdrawn' && !inIndex.some((found) => found.id === id),
  );
  return others
    .filter(({ question }) => isNear(question))
    .map((question) => ({ id: question.id, question: nameOf(question) }));
}

/** Each question is made ready once: all of them are looked at whenever somebody types. */
function keyOf(question: string): string {
  const key = known.get(question) ?? toMatchingKey(question);
  known.set(question, key);
  return key;
}

const known = new Map<string, string>();

/** The question, and why readers of the public site do not see it. */
function nameOf({ question, status, audience }: Questions[number]): string {
  if (status === 'withdrawn') return `${question}（取り下げ）`;
  return audience === 'members' ? `${question}（会員限定）` : question;
}

const maxOffered = 6;
/** The index always finds something near; these hold the very words. */
const maxByName = 3;

type Questions = CatalogueData['questions'];
