import { expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, toDayInJapan } from '../../../src/strings/days.ts';

it('tells the day in Japan, wherever the clock stands', () => {
  expect(toDayInJapan(new Date('2026-03-31T14:59:59Z'))).toBe('2026-03-31');
  expect(toDayInJapan(new Date('2026-03-31T15:00:00Z'))).toBe('2026-04-01');
});

it('counts days over the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  expect(daysBetween('2027-02-28', '2028-02-28')).toBe(365);
  expect(daysBetween('2026-04-02', '2026-04-01')).toBe(-1);
});

it.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-01-31', 3, '2026-04-30'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-11-15', 2, '2027-01-15'],
])('ends a month that is too short with its last day: %s and %i months', (day, months, expected) =>
  expect(addMonths(day, months)).toBe(expected),
);
