import { describe, expect, it } from 'vitest';
import { pickForFront, pickOfDay } from '../../../src/library/front-page.ts';
import { groupByTopic, yearlyMonths } from '../../../src/library/months.ts';
import { sampleQa } from '../links/sample-qa.ts';
import { sampleTopic as topic } from './sample-topic.ts';

it('knows no month of what may be asked at any time', () => {
  expect(yearlyMonths(sampleQa({ timing: 'yearly', months: [3, 4] }))).toEqual([3, 4]);
  expect(yearlyMonths(sampleQa({ timing: 'anytime', months: [3, 4] }))).toEqual([]);
});

it('puts each question under one topic of the first level, that of its first topic', () => {
  const topics = [topic('money', [topic('tax')]), topic('people'), topic('empty')];
  const qas = [
    sampleQa({ id: 'aaaaaaaa', topics: ['tax', 'people'] }),
    sampleQa({ id: 'bbbbbbbb', topics: ['people'] }),
    sampleQa({ id: 'cccccccc', topics: ['money'] }),
  ];
  const groups = groupByTopic(qas, topics);
  expect(groups.map((group) => [group.topic.id, group.qas.map(({ id }) => id)])).toEqual([
    ['money', ['aaaaaaaa', 'cccccccc']],
    ['people', ['bbbbbbbb']],
  ]);
});

describe('the front page', () => {
  const qas = Array.from({ length: 12 }, (_, index) =>
    sampleQa({ id: `q${index}`, months: index % 2 ? [4] : [3, 4, 5] }),
  );

  it('shows at most five of the month, those that belong to few months first, and three others that are new', () => {
    const { month, fresh } = pickForFront(qas, qas.slice(0, 8));
    expect(month.map(({ id }) => id)).toEqual(['q1', 'q3', 'q5', 'q7', 'q0']);
    expect(fresh.map(({ id }) => id)).toEqual(['q2', 'q4', 'q6']);
  });

  it('shows what there is where there is less', () => {
    expect(pickForFront(qas.slice(0, 2), [])).toEqual({ month: [], fresh: qas.slice(0, 2) });
    expect(pickForFront([], [])).toEqual({ month: [], fresh: [] });
  });

  it('takes another pride each day, in turn, and none where there is none', () => {
    const days = ['2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01'];
    const picked = days.map((day) => pickOfDay(['a', 'b', 'c'], day));
    expect(new Set(picked.slice(0, 3)).size).toBe(3);
    expect(picked[3]).toBe(picked[0]);
    expect(pickOfDay([], '2026-11-28')).toBeUndefined();
  });
});
