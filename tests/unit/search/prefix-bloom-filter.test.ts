import { expect, it } from 'vitest';
import { packPrefixes, unpackPrefixes } from '../../../src/search/prefix-bloom-filter.ts';

const pairs = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) =>
    String.fromCodePoint(0x4e00 + ((from + index) % 2_000), 0x3041 + Math.floor((from + index) / 60)),
  );

it('knows every beginning that it was made from, and few others', () => {
  const known = [...pairs(0, 5_000), '𠮷野', 'a', '円'];
  const canBegin = unpackPrefixes(packPrefixes(known));
  expect(known.filter((beginning) => !canBegin(beginning))).toEqual([]);
  const others = pairs(5_000, 5_000).filter(canBegin).length;
  expect(others).toBeGreaterThan(0);
  expect(others).toBeLessThan(250);
});

it('knows none where there are none', () => expect(unpackPrefixes(packPrefixes([]))('庁舎')).toBe(false));
