import { expect } from 'vitest';

/**
 * Compares CPU times of the same moment, so that neither a slow nor a busy machine changes the answer. Ordinary work of
 * less than a millisecond counts as one: what the runtime does beside it would otherwise be the larger part.
 *
 * @param times what the work may cost at most, in multiples of the ordinary work; one of three tries has to keep to it
 */
export function expectCost(work: () => unknown, ordinary: () => unknown, times: number): void {
  ordinary();
  let ratio = Infinity;
  for (let tries = 0; tries < 3 && ratio > times; tries += 1)
    ratio = measureCost(work) / Math.max(measureCost(ordinary), 1);
  expect(ratio).toBeLessThanOrEqual(times);
}

/** CPU milliseconds of one run: the mean of as many runs as fill 20 ms. */
function measureCost(work: () => unknown): number {
  const before = process.cpuUsage();
  for (let runs = 1; ; runs += 1) {
    work();
    const { user, system } = process.cpuUsage(before);
    if (user + system > 20_000) return (user + system) / 1_000 / runs;
  }
}
