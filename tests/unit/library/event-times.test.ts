import { expect, it } from 'vitest';
import { byTime, eventTitle, splitByTime, type LibraryEvent } from '../../../src/library/event-times.ts';

const event = (id: string, start?: string, end?: string) => ({ id, start, end }) as LibraryEvent;

it('is in the order of time, not of letters', () => {
  const events = [
    event('words'),
    event('tokyo', '2027-02-13T14:00+09:00', '2027-02-13T16:00+09:00'),
    event('utc', '2027-02-13T04:00Z', '2027-02-13T05:00Z'),
    event('hawaii', '2027-02-12T20:00-10:00', '2027-02-12T21:00-10:00'),
  ];
  expect(events.sort(byTime).map(({ id }) => id)).toEqual(['hawaii', 'tokyo', 'utc', 'words']);
});

it('is to come until its last day in Japan is over', () => {
  const late = event('late', '2027-02-13T20:00Z', '2027-02-13T23:00Z');
  const early = event('early', '2027-02-14T00:00+14:00', '2027-02-14T01:00+14:00');
  const { coming, past } = splitByTime([late, early, event('words')], '2027-02-14');
  expect(coming.map(({ id }) => id)).toEqual(['late']);
  expect(past.map(({ id }) => id)).toEqual(['early', 'words']);
});

it('keeps examples out of what comes and of what was', () => {
  const dated = event('dated', '2027-03-01T10:00+09:00', '2027-03-01T12:00+09:00');
  const example = {
    ...event('example', '2027-03-02T10:00+09:00', '2027-03-02T12:00+09:00'),
    provenance: 'sample',
  } as LibraryEvent;
  const old = { ...example, id: 'old', start: '2025-03-02T10:00+09:00', end: '2025-03-02T12:00+09:00' };
  const { coming, past, samples } = splitByTime([example, dated, old], '2027-01-01');
  expect([coming, past, samples].map((list) => list.map(({ id }) => id))).toEqual([['dated'], [], ['example', 'old']]);
  expect(eventTitle('【作例】避難所の見学会')).toBe('避難所の見学会');
  expect(eventTitle('作例の集め方を話す会')).toBe('作例の集め方を話す会');
});
