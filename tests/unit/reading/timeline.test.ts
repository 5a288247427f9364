import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { placeSpan } from '../../../src/reading/timeline/place-spans.ts';
import { readPlan } from '../../../src/reading/timeline/read-plan.ts';
import { isDayOff, saySpan } from '../../../src/reading/timeline/say-days.ts';
import { writeCalendar } from '../../../src/reading/timeline/write-calendar.ts';
import { writeSheet } from '../../../src/reading/timeline/write-plan.ts';

const head = ['開庁まで', 'すること', '相手'];
const rows = [
  ['3か月', '引渡し', '工事\t担当'],
  ['1か月〜前日', '=リハーサル', ''],
  ['随時', '相談', '全課'],
  ['本番', '搬出', '業者'],
];
const plan = readPlan(head, rows, '開庁日');
const planned = rows.map((cells, index) => {
  const span = plan.spans[index];
  return { cells, span: span && placeSpan({ day: '2028-05-08' }, span) };
});

describe('a dated plan', () => {
  it('says days with their weekday, and leaves a row without a time', () => {
    expect(planned.map(({ span }) => (span ? saySpan(span) : ''))).toEqual([
      '2028年2月8日（火）',
      '2028年4月8日（土）〜2028年5月7日（日）',
      '',
      '2028年5月8日（月）',
    ]);
    expect(plan.needsTime).toBe(false);
  });

  it('says the day once where both ends are on it', () => {
    const span = { from: { day: '2027-01-04', minute: 510 }, to: { day: '2027-01-04', minute: 555 } };
    expect(saySpan(span)).toBe('2027年1月4日（月）8:30〜9:15');
    expect(isDayOff(span)).toBe(false);
    expect(isDayOff({ from: { day: '2027-01-03' }, to: { day: '2027-01-03' } })).toBe(true);
  });

  it.each([
    ['2028-05-03', '2028年5月3日（水・憲法記念日）'],
    ['2027-03-22', '2027年3月22日（月・春分の日 振替休日）'],
    ['2026-09-22', '2026年9月22日（火・休日）'],
    ['2027-01-01', '2027年1月1日（金・元日）'],
  ])('names the national holiday on %s, on which offices are closed', (day, said) => {
    const span = { from: { day }, to: { day } };
    expect(saySpan(span)).toBe(said);
    expect(isDayOff(span)).toBe(true);
  });

  it.each(['2028-05-02', '2051-01-01', '1969-01-01'])('names none on %s', (day) =>
    expect(saySpan({ from: { day }, to: { day } })).toMatch(/（[月火水木金土日]）$/),
  );

  it('asks for a time as soon as one row counts hours or minutes', () => {
    expect(readPlan(['経過'], [['すぐ'], ['2時間']], '連絡').needsTime).toBe(true);
    expect(readPlan(['時刻'], [['6:00'], ['翌日8時']], '開庁日').needsTime).toBe(false);
  });

  it('goes into a spreadsheet with days that it knows as days, and no formula', () => {
    expect(writeSheet(head, planned).split('\r\n')).toEqual([
      '開庁まで\t開始\t終了\tすること\t相手',
      '3か月\t2028/02/08\t2028/02/08\t引渡し\t工事 担当',
      "1か月〜前日\t2028/04/08\t2028/05/07\t'=リハーサル\t",
      '随時\t\t\t相談\t全課',
      '本番\t2028/05/08\t2028/05/08\t搬出\t業者',
    ]);
  });

  it('goes into a calendar as whole days, and as moments in Japan where it has clocks', () => {
    const timed = {
      cells: ['8:30', '開ける'],
      span: { from: { day: '2028-05-08', minute: 510 }, to: { day: '2028-05-08', minute: 540 } },
    };
    const text = writeCalendar([...planned, timed], {
      title: '移転',
      url: 'https://example.lg.jp/q/a/',
      stamp: new Date('2027-01-01T00:00:00Z'),
    });
    const events = new ICAL.Component(ICAL.parse(text) as unknown[])
      .getAllSubcomponents('vevent')
      .map((component) => new ICAL.Event(component));
    expect(events.map(({ summary }) => summary)).toEqual(['引渡し', '=リハーサル', '搬出', '開ける']);
    expect([events[1]?.startDate.toString(), events[1]?.endDate.toString()]).toEqual(['2028-04-08', '2028-05-08']);
    expect(events[0]?.startDate.isDate).toBe(true);
    expect(events[3]?.startDate.toJSDate().toISOString()).toBe('2028-05-07T23:30:00.000Z');
  });
});
