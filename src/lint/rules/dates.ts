import { findingAt, type Finding } from '../finding.ts';
import type { AnyDocument } from '../parse-document.ts';
import type { SiteRule } from '../rule.ts';
import { listAt, textAt } from '../values.ts';
import type { YamlPath } from '../yaml-positions.ts';

/**
 * Finds dates of the past that lie in the future, answers older than their question, and months that have no effect.
 * Today is the day in Japan.
 */
export const dates: SiteRule = ({ document }, { today }) => [
  ...findFuture(document, today),
  ...findEarlyAnswers(document),
  ...findIdleMonths(document),
];

/** `months` has an effect only on a question that comes up every year, so it is idle where `timing` is `anytime`. */
function findIdleMonths(document: AnyDocument): Finding[] {
  if (document.collection !== 'qa' || listAt(document.value, 'months').length === 0) return [];
  if ((textAt(document.value, 'timing') ?? 'anytime') !== 'anytime') return [];
  return [
    findingAt(
      document,
      { path: ['months'] },
      {
        rule: 'dates',
        severity: 'warning',
        message:
          '時期が「随時」なので、この月は月別のページに出ません。毎年その月に出る質問なら時期（timing）を「毎年この月」（yearly）に、そうでなければ月（months）を消してください。',
      },
    ),
  ];
}

/** An ISO day or month. Any other form is reported by the schema. */
const dayOrMonth = /^\d{4}-\d{2}(-\d{2})?$/;

function findFuture(document: AnyDocument, today: string): Finding[] {
  return pastDays(document)
    .filter(({ day }) => dayOrMonth.test(day) && day > today.slice(0, day.length))
    .map(({ path, day }) =>
      findingAt(
        document,
        { path },
        { rule: 'dates', message: `日付「${day}」が今日（${today}）より後です。実際の日付に直してください。` },
      ),
    );
}

function findEarlyAnswers(document: AnyDocument): Finding[] {
  const asked = document.collection === 'qa' ? textAt(document.value, 'asked') : undefined;
  if (asked === undefined || !dayOrMonth.test(asked)) return [];
  return listAt(document.value, 'answers').flatMap((answer, index) => {
    const date = textAt(answer, 'date');
    if (date === undefined || !dayOrMonth.test(date) || date >= asked) return [];
    return [
      findingAt(
        document,
        { path: ['answers', index, 'date'] },
        {
          rule: 'dates',
          severity: 'warning',
          message: `回答日「${date}」が質問日「${asked}」より前です。どちらかの日付を確かめてください。`,
        },
      ),
    ];
  });
}

/** The fields that tell of something past. An event may lie ahead, a review always does. */
function pastDays(document: AnyDocument): { path: YamlPath; day: string }[] {
  const { collection, value } = document;
  const read = (path: YamlPath, day: string | undefined) => (day === undefined ? [] : [{ path, day }]);
  if (collection === 'groups') return read(['founded'], textAt(value, 'founded'));
  if (collection === 'pages') return read(['updated'], textAt(value, 'updated'));
  if (collection !== 'qa') return [];
  return [
    ...read(['asked'], textAt(value, 'asked')),
    ...listAt(value, 'answers').flatMap((answer, index) => read(['answers', index, 'date'], textAt(answer, 'date'))),
    ...read(['consent', 'date'], textAt(value, 'consent', 'date')),
    ...read(['withdrawn', 'date'], textAt(value, 'withdrawn', 'date')),
  ];
}
