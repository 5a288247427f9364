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

it('catches a failure to read', async () => {
  // Not `vi.fn`, which handles rejections itself: Vitest fails a file in which a rejection is not handled.
  let reads = 0;
  const read = (): Promise<void> => {
    reads += 1;
    return Promise.reject(new Error('offline'));
  };
  prefetchOnce(read, {})();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(reads).toBe(1);
});

it.each([{ saveData: true }, { effectiveType: 'slow-2g' }, { effectiveType: '3g' }])(
  'reads nothing if the browser reports the connection %o',
  async (connection) => {
    const read = vi.fn(() => Promise.resolve());
    prefetchOnce(read, connection)();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(read).not.toHaveBeenCalled();
  },
);

it('reads over a fast connection', async () => {
  const read = vi.fn(() => Promise.resolve());
  prefetchOnce(read, { saveData: false, effectiveType: '4g' })();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(read).toHaveBeenCalledTimes(1);
});
