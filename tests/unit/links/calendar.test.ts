import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { LibraryEvent } from '../../../src/library/event-times.ts';
import { goesIntoCalendars, writeCalendar } from '../../../src/links/calendar.ts';
import { absolute, rendered } from './sample-qa.ts';

const event: LibraryEvent = {
  id: 'evnt2345',
  fileVersion: '0123456789abcdef',
  title: '防災の話を、聞く; 会\\その1',
  kind: 'exchange',
  group: 'nagano',
  start: '2027-02-13T14:00+09:00',
  end: '2027-02-13T16:30+09:00',
  place: '松本市, 駅前',
  summary: '一年目の職員が集まります。',
  description: '説明',
  audience: 'public',
  provenance: 'chat',
  sources: [],
  text: rendered('長い説明。'.repeat(40)),
};

describe('writeCalendar', () => {
  test('reads back as the event: time in UTC, words with every sign, a lasting id', () => {
    const [read] = events([event]);
    expect(read?.uid).toBe('evnt2345@kenjinkai-knowledge');
    expect(read?.summary).toBe(event.title);
    expect(read?.location).toBe(event.place);
    expect(read?.startDate.toJSDate().toISOString()).toBe('2027-02-13T05:00:00.000Z');
    expect(read?.endDate.toJSDate().toISOString()).toBe('2027-02-13T07:30:00.000Z');
    expect(read?.description).toContain('長い説明。'.repeat(40));
    expect(read?.component.getFirstPropertyValue('url')).toBe('https://example.lg.jp/base/events/evnt2345/');
  });

  test('keeps to lines of 75 bytes ended by CR LF (RFC 5545)', () => {
    const lines = writeCalendar([event], context).split('\r\n');
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(lines.join('')).not.toContain('\n');
  });

  test('leaves out examples, which nobody can visit', () => {
    const example: LibraryEvent = { ...event, provenance: 'sample' };
    expect(goesIntoCalendars(event)).toBe(true);
    expect(goesIntoCalendars(example)).toBe(false);
    expect(events([example, event, { ...example, id: 'evnt9999' }]).map(({ uid }) => uid)).toEqual([
      'evnt2345@kenjinkai-knowledge',
    ]);
  });

  test('leaves out what has no date', () => {
    const { start: _start, end: _end, ...undated } = event;
    expect(goesIntoCalendars({ ...undated, when: '2021年ごろ' })).toBe(false);
    expect(events([{ ...undated, when: '2021年ごろ' }])).toHaveLength(0);
  });
});

const context = { absolute, day: '2026-11-23' };

function events(list: readonly LibraryEvent[]): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(writeCalendar(list, context)) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}
