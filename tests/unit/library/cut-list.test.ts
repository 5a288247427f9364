import { describe, expect, it } from 'vitest';
import { cutList } from '../../../src/library/cut-list.ts';

/** Slots of a list, newest first: the oldest is 1. */
const slots = (count: number) => Array.from({ length: count }, (_, index): number | null => count - index);
const numbered = (list: readonly (number | null)[], first?: number) =>
  new Map(cutList(list, first).pages.flatMap(({ number, items }) => (number === undefined ? [] : [[number, items]])));

describe('a list that is cut into pages', () => {
  it('is one page up to fifty', () => {
    for (const count of [0, 1, 50]) {
      const { pages, total } = cutList(slots(count));
      expect(total).toBe(count);
      expect(pages).toEqual([{ number: undefined, items: slots(count), from: Math.min(1, count), to: count }]);
    }
  });

  it('has each entry once, in its order, at most fifty on a page, the newest fifty first', () => {
    for (const count of [51, 99, 100, 101, 173, 1000]) {
      const { pages } = cutList(slots(count));
      expect(pages.flatMap(({ items }) => items)).toEqual(slots(count));
      expect(Math.max(...pages.map(({ items }) => items.length))).toBe(50);
      expect(pages[0]?.items).toHaveLength(50);
      expect(pages.length).toBe(Math.ceil(count / 50));
    }
  });

  it('numbers its pages from the oldest and says from which to which entry each goes', () => {
    const { pages } = cutList(slots(173));
    expect(pages.map(({ number, from, to }) => [number, from, to])).toEqual([
      [undefined, 1, 50],
      [3, 51, 73],
      [2, 74, 123],
      [1, 124, 173],
    ]);
  });

  it('keeps on a numbered page whatever stood there, however many newer entries come', () => {
    for (let count = 51; count < 400; count += 1) {
      const later = numbered(slots(count + 1));
      for (const [number, items] of numbered(slots(count)))
        expect(later.get(number)?.slice(-items.length), `page ${number} of ${count}`).toEqual(items);
    }
  });

  it('keeps the place of what is withdrawn, so that nothing else moves', () => {
    const before = slots(173);
    const after = before.map((item) => (item === 100 || item === 20 ? null : item));
    const { pages, total } = cutList(after);
    expect(total).toBe(171);
    expect(pages.map(({ number, items }) => [number, items.length])).toEqual([
      [undefined, 50],
      [3, 23],
      [2, 49],
      [1, 49],
    ]);
    expect(pages.map(({ from, to }) => [from, to])).toEqual([
      [1, 50],
      [51, 73],
      [74, 122],
      [123, 171],
    ]);
    for (const [number, items] of numbered(before))
      expect(numbered(after).get(number)).toEqual(items.filter((item) => item !== 100 && item !== 20));
  });

  it('may show fewer at first, and none', () => {
    expect(cutList(slots(60), 5).pages.map(({ number, items }) => [number, items.length])).toEqual([
      [undefined, 5],
      [2, 5],
      [1, 50],
    ]);
    expect(cutList(slots(3), 0).pages).toEqual([
      { number: undefined, items: [], from: 0, to: 0 },
      { number: 1, items: [3, 2, 1], from: 1, to: 3 },
    ]);
  });
});
