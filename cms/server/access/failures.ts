/** Counts failed logins by name and by address within a window, so that guessing takes too long. */
export function createFailureLimits({ most, window, now }: FailureLimits): Failures {
  const failures = new Map<string, number[]>();
  const recent = (key: string): number[] => (failures.get(key) ?? []).filter((at) => at > now() - window);
  return {
    waitFor: (keys) => {
      const waits = keys.map((key) => {
        const times = recent(key);
        return times.length < most ? 0 : (times[times.length - most] ?? 0) + window - now();
      });
      return Math.max(0, ...waits);
    },
    add: (keys) => {
      if (failures.size > mostKeys) for (const key of failures.keys()) if (recent(key).length === 0) failures.delete(key);
      const at = now();
      for (const key of keys) failures.set(key, [...recent(key), at]);
      return () => {
        for (const key of keys) {
          const left = recent(key);
          left.splice(left.indexOf(at), left.includes(at) ? 1 : 0);
          failures.set(key, left);
        }
      };
    },
  };
}

const mostKeys = 10_000;

export interface FailureLimits {
  most: number;
  /** Milliseconds. */
  window: number;
  now: () => number;
}

export interface Failures {
  /** Milliseconds until one of these may try again; 0: now. */
  waitFor: (keys: readonly string[]) => number;
  /** The result takes it back: the attempt was none. */
  add: (keys: readonly string[]) => () => void;
}
