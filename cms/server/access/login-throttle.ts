import { createFailureLimit, type FailureLimit } from './failure-limit.ts';

/**
 * Slows down guessing by account, by address and by both. A device on which the account was used before is counted by
 * itself alone: whoever guesses elsewhere, or made up names behind the same address, does not lock the owner out.
 */
export function createLoginThrottle(now: () => number): LoginThrottle {
  const limit = (max: number): FailureLimit => createFailureLimit({ max, windowMs, now });
  const [perPair, perAccount, perAddress, perDevice] = [limit(5), limit(30), limit(30), limit(5)];

  const limitsOf = ({ login, address, device }: LoginAttempt): [FailureLimit, string][] => {
    if (device !== undefined) return [[perDevice, device]];
    return [
      [perPair, JSON.stringify([login, address])],
      [perAccount, login],
      [perAddress, address],
    ];
  };
  return {
    begin: async (attempt) => {
      const taken: [FailureLimit, string][] = [];
      const giveBack = async (): Promise<void> => {
        for (const [counter, key] of taken) await counter.giveBack(key);
      };
      for (const [counter, key] of limitsOf(attempt)) {
        const waitMs = await counter.take(key);
        if (waitMs === 0) {
          taken.push([counter, key]);
          continue;
        }
        await giveBack();
        return { waitMs, succeed: async () => undefined };
      }
      return { waitMs: 0, succeed: giveBack };
    },
  };
}

const windowMs = 15 * 60_000;

export interface LoginThrottle {
  /** Counts the attempt as failed before its outcome is known: many at once must not slip through together. */
  begin: (attempt: LoginAttempt) => Promise<{
    /** Until another attempt is allowed; 0: go on. */
    waitMs: number;
    /** The password was right. */
    succeed: () => Promise<void>;
  }>;
}

interface LoginAttempt {
  login: string;
  /** What counts as one address, see `addressRange`. */
  address: string;
  /** Id of a device on which this account was used before. */
  device: string | undefined;
}
