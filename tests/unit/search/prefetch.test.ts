import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { prefetchOnce } from '../../../src/search/prefetch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('reads once, a while after the first call', async () => {
  const read = vi.fn(() => Promise.resolve());
  const start = prefetchOnce(read, undefined);
  start();
  start();
  await vi.advanceTimersByTimeAsync(100);
  expect(read).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(500);
  start();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(read).toHaveBeenCalledTimes(1);
});

it('goes on without what cannot be had', async () => {
  prefetchOnce(() => Promise.reject(new Error('offline')), {})();
  await vi.advanceTimersByTimeAsync(5_000);
});

it.each([{ saveData: true }, { effectiveType: 'slow-2g' }, { effectiveType: '3g' }])(
  'reads nothing over a line of which the browser says %o',
  async (connection) => {
    const read = vi.fn(() => Promise.resolve());
    prefetchOnce(read, connection)();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(read).not.toHaveBeenCalled();
  },
);

it('reads over a line that is quick enough', async () => {
  const read = vi.fn(() => Promise.resolve());
  prefetchOnce(read, { saveData: false, effectiveType: '4g' })();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(read).toHaveBeenCalledTimes(1);
});
