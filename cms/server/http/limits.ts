/** For `createServer`: nobody keeps a connection by sending a byte now and then. */
export const httpLimits = {
  requestTimeout: 30_000,
  headersTimeout: 10_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16 * 1024,
} as const;

/** Counts what is being worked on, for everybody and for each visitor. */
export function createConcurrencyLimit(maxTotal: number, maxPerPerson: number): ConcurrencyLimit {
  const each = new Map<string, number>();
  let together = 0;
  return {
    enter: (who) => {
      const own = each.get(who) ?? 0;
      if (together >= maxTotal || own >= maxPerPerson) return false;
      together += 1;
      each.set(who, own + 1);
      return true;
    },
    leave: (who) => {
      together -= 1;
      const own = (each.get(who) ?? 1) - 1;
      if (own === 0) each.delete(who);
      else each.set(who, own);
    },
  };
}

export interface ConcurrencyLimit {
  enter: (who: string) => boolean;
  leave: (who: string) => void;
}
