import { eventHeading } from '../../../src/partials/event.ts';
import { sourcesSection } from '../../../src/partials/grounds.ts';
import { groupHeading, groupIntroduction } from '../../../src/partials/group.ts';
import { h, type Html, type HtmlChild } from '../../../src/partials/html.ts';
import { prideItem } from '../../../src/partials/pride.ts';
import { topicHeading } from '../../../src/partials/topic.ts';
import { eventKinds, prideKinds, provenances, regions, synonymStrengths } from '../../../src/schema/choices.ts';
import { prefectureIds } from '../../../src/schema/prefectures.ts';
import { choiceOf, listOf, readSources, text, writtenText, type PreviewContext } from './read-form.ts';

/** The pages of the smaller collections. */

export function renderEvent(data: Record<string, unknown>, { base }: PreviewContext): Html {
  const [start, end] = [text(data['start']), text(data['end'])];
  const isDated = !Number.isNaN(Date.parse(start)) && !Number.isNaN(Date.parse(end));
  const event = {
    title: text(data['title']) || '（催しの名前）',
    provenance: choiceOf(provenances, data['provenance']),
    summary: text(data['summary']),
    kind: choiceOf(eventKinds, data['kind']),
    online: data['online'] === true,
    place: text(data['place']),
    group: prefectureIds.find((id) => id === data['group']),
    ...(isDated ? { start, end } : { when: text(data['when']) }),
  };
  const description = h('div', { class: 'prose' }, writtenText(text(data['description']), base));
  return main(eventHeading(event, base), description, sourcesSection(readSources(data['sources'])));
}

export function renderPride(data: Record<string, unknown>, { base }: PreviewContext): Html {
  const pride = {
    id: undefined,
    group: text(data['group']),
    place: text(data['place']),
    kind: choiceOf(prideKinds, data['kind']),
    provenance: choiceOf(provenances, data['provenance']) ?? 'chat',
    title: text(data['title']) || '（題名）',
    sources: readSources(data['sources']),
  };
  return main(h('ul', { class: 'pride-list' }, prideItem(pride, writtenText(text(data['text']), base).text, base)));
}

export function renderTopic(data: Record<string, unknown>): Html {
  return main(topicHeading({ name: text(data['name']) || '（話題の名前）', description: text(data['description']) }));
}

export function renderGroup(data: Record<string, unknown>): Html {
  const founded = text(data['founded']);
  const group = {
    introduction: text(data['introduction']),
    region: choiceOf(regions, data['region']),
    ...(/^\d{4}-\d{2}$/.test(founded) ? { founded } : {}),
  };
  return main(
    groupHeading({ name: text(data['name']) || '（県人会の名前）', kana: text(data['kana']) }),
    h('div', { class: 'columns' }, groupIntroduction(group)),
    sourcesSection(readSources(data['sources'])),
  );
}

/** The site has no such page: a table of what the vocabulary holds. */
export function renderVocabulary(data: Record<string, unknown>): Html {
  const words = (value: unknown) => (Array.isArray(value) ? value.map(String).join('、') : '');
  const row = (name: 'td' | 'th', cells: readonly string[]) =>
    h(
      'tr',
      {},
      cells.map((cell) => h(name, {}, cell)),
    );
  const rows = listOf(data['synonyms']).map((group) => {
    const strength = choiceOf(synonymStrengths, group['strength']);
    return row('td', [
      words(group['words']),
      words(group['to']) || '（互いに）',
      strength ? synonymStrengths[strength] : '',
    ]);
  });
  const head = h('thead', {}, row('th', ['この言葉で検索した人に', '見つけたい言葉', '近さ']));
  return main(
    h('h1', {}, text(data['title']) || '（分野の名前）'),
    h('div', { class: 'prose' }, h('table', {}, head, h('tbody', {}, rows))),
  );
}

function main(...parts: readonly HtmlChild[]): Html {
  return h('main', { id: 'content' }, parts);
}
