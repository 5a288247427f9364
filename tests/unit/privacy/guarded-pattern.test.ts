import { globSync, readFileSync } from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';
import { findMatches, type GuardedPattern } from '../../../src/privacy/guarded-pattern.ts';

/** The labelled sentences, and the lines of the tests beside this one, whose cases reach every pattern. */
const sentences = globSync(['tests/bench/privacy/*.txt', 'tests/unit/privacy/*.test.ts']).flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.replace(/[[\]]/g, '').trim())
    .filter((line) => line !== ''),
);

afterEach(() => {
  vi.doUnmock('../../../src/privacy/guarded-pattern.ts');
  // Other files of this worker get the module itself again.
  vi.resetModules();
});

it('spares no pattern a text in which it would match', async () => {
  /** By the source of a pattern, a text in which it matches though its guard does not. */
  const unsound = new Map<string, string>();
  let [tried, spared] = [0, 0];
  vi.resetModules();
  vi.doMock('../../../src/privacy/guarded-pattern.ts', () => ({
    findMatches: (text: string, { pattern, needs }: GuardedPattern) => {
      const all = [...text.matchAll(pattern)];
      if (needs.test(text)) tried += 1;
      else if (all.length === 0) spared += 1;
      else unsound.set(pattern.source, text);
      return all;
    },
  }));
  const { findPersonalInformation } = await import('../../../src/privacy/find-personal-information.ts');
  // As they are, without spaces, cut in the middle and joined with the next: guards see other surroundings each time.
  for (const [place, sentence] of sentences.entries()) {
    const next = sentences[(place + 1) % sentences.length] ?? '';
    const half = Math.floor(sentence.length / 2);
    for (const text of [
      sentence,
      sentence.replace(/\s/g, ''),
      sentence.slice(half) + next,
      `${sentence.slice(0, half)}\n${next}`,
      sentence.replace(/(?<=\d)-(?=\d)/g, ' - '),
      sentence.toUpperCase(),
    ])
      findPersonalInformation(text);
  }
  expect(Object.fromEntries(unsound)).toEqual({});
  expect(tried).toBeGreaterThan(1_000);
  expect(spared).toBeGreaterThan(10_000);
});

it('tries a pattern only where its guard allows', () => {
  const guarded = { pattern: /\d+/g, needs: /番/ };
  expect(findMatches('12番と34', guarded).map(([found]) => found)).toEqual(['12', '34']);
  expect(findMatches('12と34', guarded)).toEqual([]);
});
