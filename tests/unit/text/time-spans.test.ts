import { describe, expect, it } from 'vitest';
import { placeSpan } from '../../../src/reading/timeline/place-spans.ts';
import { readOrder, readTimeSpan } from '../../../src/text/time-spans.ts';

const place = (
  cell: string,
  {
    base = '開庁日',
    order = 'before' as 'before' | 'after',
    day = '2028-05-08',
    minute = undefined as number | undefined,
  } = {},
) => {
  const span = readTimeSpan(cell, { base, order });
  if (!span) return undefined;
  const { from, to } = placeSpan({ day, ...(minute === undefined ? {} : { minute }) }, span);
  const say = (moment: { day: string; minute?: number }) =>
    moment.day +
    (moment.minute === undefined
      ? ''
      : ` ${Math.floor(moment.minute / 60)}:${String(moment.minute % 60).padStart(2, '0')}`);
  return say(from) === say(to) ? say(from) : `${say(from)}/${say(to)}`;
};

describe('a plan that counts down', () => {
  it.each([
    ['24〜18か月', '2026-05-08/2026-11-08'],
    ['24～18ヶ月前', '2026-05-08/2026-11-08'],
    ['12-9カ月', '2027-05-08/2027-08-08'],
    ['**3か月**', '2028-02-08'],
    ['３箇月前', '2028-02-08'],
    ['1年半前', '2026-11-08'],
    ['半年前', '2027-11-08'],
    ['2週間', '2028-04-24'],
    ['三週間前', '2028-04-17'],
    ['8週前', '2028-03-13'],
    ['10日前', '2028-04-28'],
    ['1か月〜前日', '2028-04-08/2028-05-07'],
    ['前日・当日朝', '2028-05-07/2028-05-08'],
    ['前の週', '2028-05-01'],
    ['本番', '2028-05-08'],
    ['開庁日', '2028-05-08'],
    ['開庁後1か月', '2028-06-08'],
    ['1か月後', '2028-06-08'],
    ['開庁から1か月', '2028-06-08'],
    ['翌日', '2028-05-09'],
  ])('%s', (cell, placed) => {
    expect(place(cell)).toBe(placed);
  });

  it.each(['', '業者', '随時', 'レイアウト', '月曜日'])('reads no time in %j', (cell) => {
    expect(place(cell)).toBeUndefined();
  });

  it('ends early in a month that is too short', () => {
    expect(place('3か月', { day: '2028-05-31' })).toBe('2028-02-29');
    expect(place('3か月', { day: '2027-05-31' })).toBe('2027-02-28');
    expect(place('1か月後', { day: '2027-12-31' })).toBe('2028-01-31');
  });
});

describe('a plan that counts on', () => {
  it.each([
    ['0〜10分', '2028-05-08 22:50/2028-05-08 23:00'],
    ['〜2時間', '2028-05-09 0:50'],
    ['1〜3時間', '2028-05-08 23:50/2028-05-09 1:50'],
    ['直後〜1時間', '2028-05-08 22:50/2028-05-08 23:50'],
    ['翌朝5時', '2028-05-09 5:00'],
    ['2日目以降', '2028-05-09 22:50'],
    ['48時間', '2028-05-10 22:50'],
    ['発災〜1時間', '2028-05-08 22:50/2028-05-08 23:50'],
  ])('%s', (cell, placed) => {
    expect(place(cell, { order: 'after', base: '発災', minute: 22 * 60 + 50 })).toBe(placed);
  });

  it.each([
    ['6:00', '2028-05-08 6:00'],
    ['17時15分', '2028-05-08 17:15'],
    ['午後1時半', '2028-05-08 13:30'],
    ['8:30〜9:15', '2028-05-08 8:30/2028-05-08 9:15'],
    ['25:00', undefined],
  ])('%s on the day itself', (cell, placed) => {
    expect(place(cell, { order: 'after', base: '当日' })).toBe(placed);
  });
});

it.each([
  ['開庁まで', ['12か月'], 'before'],
  ['時期', ['1か月前', '当日'], 'before'],
  ['経過', ['0〜10分'], 'after'],
  ['時刻', ['6:00'], 'after'],
  ['月', ['1か月目'], 'after'],
] as const)('the column %s counts by its head and cells', (head, cells, order) => {
  expect(readOrder(head, cells)).toBe(order);
});
