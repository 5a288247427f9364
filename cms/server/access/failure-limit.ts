import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/**
 * Counts failures for each key within a window that begins with the first. Keys are strangers' words, so they are
 * hashed into a fixed number of buckets: memory is bounded, and no flood of other keys makes a count be forgotten. The
 * hash has a key of its own, so that nobody can aim at the bucket of somebody else.
 */
export function createFailureLimit({ max, windowMs, now }: FailureLimitOptions): FailureLimit {
  const limiter = new RateLimiterMemory({ points: max, duration: windowMs / 1_000 });
  const secret = randomBytes(32);
  // When each window began by the server's clock, which is not the machine's in tests.
  const begun = new Map<number, number>();
  const bucketOf = (key: string): number => createHmac('sha256', secret).update(key).digest().readUInt32BE() % buckets;

  return {
    take: async (key) => {
      const bucket = bucketOf(key);
      const start = begun.get(bucket);
      if (start === undefined || start + windowMs <= now()) {
        begun.set(bucket, now());
        await limiter.delete(bucket);
      }
      try {
        await limiter.consume(bucket);
        return 0;
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        await limiter.reward(bucket);
        return Math.max(1, (begun.get(bucket) ?? now()) + windowMs - now());
      }
    },
    giveBack: async (key) => void (await limiter.reward(bucketOf(key))),
    size: () => begun.size,
  };
}

/** About 3 MB for each limit when all are in use. */
const buckets = 16_384;

export interface FailureLimitOptions {
  max: number;
  windowMs: number;
  /** Milliseconds since 1970. */
  now: () => number;
}

export interface FailureLimit {
  /** Counts one failure; milliseconds until the key may try again if there were too many, else 0. */
  take: (key: string) => Promise<number>;
  /** The attempt was none after all. */
  giveBack: (key: string) => Promise<void>;
  /** Keys in memory. */
  size: () => number;
}
