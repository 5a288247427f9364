import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readAheadOnce } from '../../../src/search/read-ahead.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('reads once, a while after the first call, and holds nothing before', async () => {
  const read = vi.fn(() => Promise.resolve({ file: 1 }));
  const ahead = readAheadOnce(read, undefined);
  ahead.start();
  ahead.start();
  await vi.advanceTimersByTimeAsync(500);
  expect(read).not.toHaveBeenCalled();
  expect(ahead.held()).toEqual({});
  await vi.advanceTimersByTimeAsync(1_000);
  ahead.start();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(read).toHaveBeenCalledTimes(1);
  expect(ahead.held()).toEqual({ file: 1 });
});

it('goes on without what cannot be had', async () => {
  const ahead = readAheadOnce(() => Promise.reject(new Error('offline')), {});
  ahead.start();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(ahead.held()).toEqual({});
});

it('reads nothing for who saves data', async () => {
  const read = vi.fn(() => Promise.resolve({}));
  readAheadOnce(read, { saveData: true }).start();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(read).not.toHaveBeenCalled();
});
