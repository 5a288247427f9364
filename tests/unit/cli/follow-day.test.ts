import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followDay } from '../../../src/cli/site-server/follow-day.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('tells once of each new day, and no more when it has ended', () => {
  let day = '2026-11-30';
  const onNewDay = vi.fn();
  const end = followDay(() => day, onNewDay);
  vi.advanceTimersByTime(3 * 60_000);
  expect(onNewDay).not.toHaveBeenCalled();
  day = '2026-12-01';
  vi.advanceTimersByTime(10 * 60_000);
  expect(onNewDay).toHaveBeenCalledTimes(1);
  end();
  day = '2026-12-02';
  vi.advanceTimersByTime(10 * 60_000);
  expect(onNewDay).toHaveBeenCalledTimes(1);
});
