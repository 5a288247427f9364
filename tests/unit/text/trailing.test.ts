import { expect, it } from 'vitest';
import { countTrailing, dropTrailing } from '../../../src/text/trailing.ts';

it('counts and drops what stands at the end, and nothing else', () => {
  expect(countTrailing('a\n\nb\n\n', '\n')).toBe(2);
  expect(dropTrailing('/kb///', '/')).toBe('/kb');
  expect(dropTrailing('\r\n', '\r\n')).toBe('');
  expect(dropTrailing('', 'x')).toBe('');
});
