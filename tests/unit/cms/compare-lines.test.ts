import { expect, it } from 'vitest';
import { compareLines } from '../../../cms/dialogs/compare-lines.ts';

it('sets aside what both begin and end with', () => {
  expect(compareLines('a\nb\nc\nd', 'a\nx\nc\nd')).toEqual([
    { left: 'a', right: 'a', isSame: true },
    { left: 'b', right: 'x', isSame: false },
    { left: 'c', right: 'c', isSame: true },
    { left: 'd', right: 'd', isSame: true },
  ]);
  expect(compareLines('a', 'a')).toEqual([{ left: 'a', right: 'a', isSame: true }]);
  expect(compareLines('a\na', 'a')).toEqual([{ left: 'a', right: 'a', isSame: true }, { left: 'a', right: null, isSame: false }]);
});

it('of texts of many thousands of different lines loses none and takes no longer than a second', () => {
  const [left, right] = ['a', 'b'].map((letter) => Array.from({ length: 30_000 }, (_, index) => letter + (index % 7)));
  const before = process.cpuUsage();
  const pairs = compareLines(left?.join('\n') ?? '', right?.join('\n') ?? '');
  const { user, system } = process.cpuUsage(before);
  expect(pairs.map((pair) => pair.left)).toEqual(left);
  expect(pairs.map((pair) => pair.right)).toEqual(right);
  expect((user + system) / 1_000).toBeLessThan(1_000);
});
