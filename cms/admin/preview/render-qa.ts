import { statusOn } from '../../../src/library/status.ts';
import { groundsSection, sourcesSection } from '../../../src/partials/grounds.ts';
import { h, type Html } from '../../../src/partials/html.ts';
import {
  qaAnswers,
  qaFacts,
  qaGroup,
  qaHeading,
  qaTopics,
  qaWriteUp,
  withdrawnNotice,
  type ShownQa,
} from '../../../src/partials/qa.ts';
import { organisationKinds, populationBands, provenances, statuses } from '../../../src/schema/choices.ts';
import type { AnsweredBy } from '../../../src/schema/qa.ts';
import {
  choiceOf,
  listOf,
  readSources,
  readTexts,
  recordOf,
  text,
  writtenText,
  type PreviewContext,
} from './read-form.ts';

/** The Q&A's page as readers will see it, but for what stands around the answer. */
export function renderQa(data: Record<string, unknown>, { base, today, topicNames }: PreviewContext): Html {
  const qa = readQa(data, today);
  const around = h(
    'section',
    { class: 'qa-around' },
    qaGroup(qa, base),
    qaTopics(readTopics(data['topics'], topicNames), base),
  );
  return h(
    'main',
    { id: 'content' },
    qa.shownStatus === 'withdrawn'
      ? h('article', { class: 'qa-page' }, withdrawnNotice(readWithdrawal(data['withdrawn']), base), around)
      : h('article', { class: 'qa-page qa-page-wide' }, renderAnswer(qa, data, base), around),
  );
}

function renderAnswer(qa: ShownQa, data: Record<string, unknown>, base: string): Html {
  const answers = listOf(data['answers']).map(
    (answer, index) => writtenText(text(answer['text']), base, `a${index + 1}-`, 1).text,
  );
  const body = writtenText(text(data['body']), base).text;
  return h(
    'div',
    { class: 'qa-columns' },
    h('header', { class: 'qa-header' }, qaHeading(qa), qaFacts(qa)),
    h(
      'div',
      { class: 'qa-body' },
      qaAnswers(qa, answers),
      body !== '' && qaWriteUp(body),
      groundsSection(listOf(data['basis']).map(readTexts), readTexts(data['practice'])),
      sourcesSection(qa.sources, 'sources'),
    ),
  );
}

/** What a half-filled form has not chosen yet is shown as most entries have it. */
function readQa(data: Record<string, unknown>, today: string): ShownQa {
  const answers = listOf(data['answers']).map(({ by, date }) => ({ by: readAnswerer(recordOf(by)), date: text(date) }));
  const status = choiceOf(statuses, data['status']) ?? 'current';
  const reviewBy = text(data['reviewBy']);
  return {
    question: text(data['question']) || '（質問）',
    summary: text(data['summary']),
    group: text(data['group']) || '（未選択の県）',
    provenance: choiceOf(provenances, data['provenance']) ?? 'chat',
    answers,
    answered: answers.reduce((newest, { date }) => (date > newest ? date : newest), text(data['asked'])),
    shownStatus: statusOn(today, { status, reviewBy: reviewBy || '9999-12-31' }),
    reviewBy,
    sources: readSources(data['sources']),
  };
}

function readAnswerer(by: Record<string, unknown>): AnsweredBy {
  return {
    kind: choiceOf<AnsweredBy['kind']>(organisationKinds, by['kind']) ?? 'unknown',
    population: choiceOf<AnsweredBy['population']>(populationBands, by['population']) ?? 'unknown',
    prefecture: (text(by['prefecture']) || '（都道府県は未選択）') as AnsweredBy['prefecture'],
    ...(text(by['label']) === '' ? {} : { label: text(by['label']) }),
  };
}

/** In the order of all topics, as on the page; last those that have no name yet. */
function readTopics(value: unknown, names: PreviewContext['topicNames']): { id: string; name: string }[] {
  const ids = Array.isArray(value) ? value.map(String) : [];
  const named = [...names].filter(([id]) => ids.includes(id)).map(([id, name]) => ({ id, name }));
  return [...named, ...ids.filter((id) => !names.has(id)).map((id) => ({ id, name: id }))];
}

function readWithdrawal(value: unknown): Parameters<typeof withdrawnNotice>[0] {
  const { date, reason } = recordOf(value);
  return { date: text(date), ...(text(reason) === '' ? {} : { reason: text(reason) }) };
}
