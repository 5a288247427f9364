import { sayBodiesInShort } from '../schema/bodies.ts';
import type { Provenance, Status } from '../schema/choices.ts';
import type { Qa } from '../schema/qa.ts';
import { formatMonthInShort, formatShortDay } from '../strings/dates.ts';
import { provenanceWords } from '../strings/provenance.ts';
import { sayState } from './status.ts';
import { describeAnswerer, introduceAnswerer, prefectureName } from './answerers.ts';

/** Whom an answer comes from in one phrase: an organisation, the one an example is written for, or a publication. */
export function creditOf({ provenance, answers, sources }: Credited): string {
  if (provenance === 'article') return andMore(sources.map(({ title }) => title));
  const [first] = answers;
  return first ? introduceAnswerer(first.by, provenance) : '';
}

/** What stands around an answer on its page, in the order in which it is read. */
export function listFacts(qa: Credited & { answered: string; shownStatus: Status; reviewBy: string }): Fact[] {
  const { provenance, answers, sources, answered, shownStatus, reviewBy } = qa;
  const words = provenanceWords[provenance];
  const [first] = answers;
  const described = first ? [describeAnswerer(first.by), ...answers.slice(1).map(() => '')] : [];
  const who = andMore(provenance === 'article' ? sources.map(({ title }) => title) : described);
  const bodies = provenance === 'article' ? '' : sayBodiesInShort(answers.map(({ by }) => by));
  const short = bodies === '' || !first ? who : `${bodies}（${prefectureName(first.by.prefecture)}）`;
  // A half-filled form has no day yet.
  const month = answered === '' ? '' : `${formatMonthInShort(answered)}${words.daySuffix}`;
  const state = sayState(shownStatus, reviewBy);
  return [
    ...(who === '' ? [] : [{ kind: 'who' as const, label: words.who, text: who, short }]),
    { kind: 'day', label: words.day, text: answered, short: month },
    { kind: 'state', label: '状態', text: state, short: state },
    ...(shownStatus === 'current'
      ? []
      : [
          { kind: 'review' as const, label: '見直し期限', text: reviewBy, short: reviewBy && formatShortDay(reviewBy) },
        ]),
  ];
}

/** Whose a Q&A is, where there is room for a few letters: 「岐阜県人会」, and of an example 「岐阜県を想定」. */
export function placeInShort(provenance: Provenance, prefecture: string): string {
  return provenance === 'sample' ? `${prefecture}を想定` : `${prefecture}人会`;
}

/** The one line of a Q&A in a list, as in the results of a search: 「市5〜10万ほか」, 「2026-04」, 「岐阜県を想定」. */
export function metaOf(qa: Omit<Credited, 'sources'> & { group: string }): { bodies: string; place: string } {
  return {
    bodies: qa.provenance === 'article' ? '' : sayBodiesInShort(qa.answers.map(({ by }) => by)),
    place: placeInShort(qa.provenance, prefectureName(qa.group)),
  };
}

/** 「2026年5月22日の回答」, 「2021年12月1日掲載」, 「2026年5月22日作成」. */
export function dayInWords(provenance: Provenance, isoDay: string): string {
  return `${formatShortDay(isoDay)}${provenanceWords[provenance].daySuffix}`;
}

/** The sentence that leads to the group of a prefecture; an example is no group's own. */
export function belongsTo(provenance: Provenance, prefecture: string): { before: string; link: string; after: string } {
  if (provenance === 'sample') return { before: '', link: prefecture, after: 'を想定した作例です。' };
  const after = provenance === 'article' ? 'についての記事から作りました。' : 'のものです。';
  return { before: provenance === 'article' ? '' : 'この質問は', link: `${prefecture}人会`, after };
}

function andMore([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} ほか${others.length}件`;
}

interface Credited {
  provenance: Provenance;
  answers: readonly Pick<Qa['answers'][number], 'by'>[];
  sources: readonly { title: string }[];
}

export interface Fact {
  kind: 'who' | 'day' | 'state' | 'review';
  label: string;
  /** Of a `day` and a `review` the ISO day. */
  text: string;
  /** The same for one line under the short answer; each answer says the rest. */
  short: string;
}
