import { expect, it } from 'vitest';
import { compareLines } from '../../../../../cms/admin/dialogs/compare-lines.ts';
import { expectCost } from '../../../../cost.ts';

it('sets aside what both begin and end with', () => {
  expect(compareLines('a\nb\nc\nd', 'a\nx\nc\nd')).toEqual([
    { left: 'a', right: 'a', isSame: true },
    { left: 'b', right: 'x', isSame: false },
    { left: 'c', right: 'c', isSame: true },
    { left: 'd', right: 'd', isSame: true },
  ]);
  expect(compareLines('a', 'a')).toEqual([{ left: 'a', right: 'a', isSame: true }]);
  expect(compareLines('a\na', 'a')).toEqual([
    { left: 'a', right: 'a', isSame: true },
    { left: 'a', right: null, isSame: false },
  ]);
});

it('of texts of many thousands of different lines loses none and takes a time that grows with their length', () => {
  const lines = (letter: string, length: number) => Array.from({ length }, (_, index) => letter + (index % 7));
  const compare = (length: number) => compareLines(lines('a', length).join('\n'), lines('b', length).join('\n'));
  const pairs = compare(30_000);
  expect(pairs.map((pair) => pair.left)).toEqual(lines('a', 30_000));
  expect(pairs.map((pair) => pair.right)).toEqual(lines('b', 30_000));
  expectCost(
    () => compare(30_000),
    () => compare(3_000),
    50,
  );
});
