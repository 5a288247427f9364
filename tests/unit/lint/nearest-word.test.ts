import { describe, expect, it } from 'vitest';
import { nearestWord } from '../../../src/lint/nearest-word.ts';

describe('nearestWord', () => {
  it.each([
    ['reveiwBy', 'reviewBy'],
    ['reviewby', 'reviewBy'],
    ['sumary', 'summary'],
    ['foo', undefined],
    ['', undefined],
    ['by', undefined],
  ])('%s → %s', (word, nearest) => {
    expect(nearestWord(word, ['reviewBy', 'summary', 'sources', 'id'])).toBe(nearest);
  });
});
