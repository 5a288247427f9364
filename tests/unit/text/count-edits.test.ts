import { expect, it } from 'vitest';
import { countEdits } from '../../../src/text/count-edits.ts';

it.each([
  ['statsu', 'status', 2, 1],
  ['audience', 'audiense', 2, 1],
  ['topics', 'topic', 2, 1],
  ['', 'ab', 2, 2],
  ['区域', '区城', 1, 1],
  ['kitten', 'sitting', 3, 3],
])('%s → %s', (a, b, most, edits) => expect(countEdits(a, b, most)).toBe(edits));

it('counts no further than it was asked to', () => {
  expect(countEdits('kitten', 'sitting', 1)).toBe(2);
});
