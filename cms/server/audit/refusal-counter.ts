/**
 * Refused requests, of which anybody can send thousands a second: the first of each address and minute are told whole,
 * all are counted, and a line at the end of the minute says how many there were. Whoever uses many addresses is counted
 * with the others.
 */
export function createRefusalCounter(
  tell: (line: AuditEvent | RefusalSummary) => void,
  now: () => Date,
): RefusalCounter {
  let minute: Minute | undefined;
  let timer: NodeJS.Timeout | undefined;

  const flush = (): void => {
    clearTimeout(timer);
    if (minute && minute.refused > 0) tell(summarise(minute, now()));
    minute = undefined;
  };

  const current = (): Minute => {
    if (minute && now().getTime() - minute.since.getTime() >= minuteMs) flush();
    if (!minute) {
      minute = { since: now(), refused: 0, told: 0, codes: new Map(), addresses: new Map(), admitted: new Map() };
      timer = setTimeout(flush, minuteMs).unref();
    }
    return minute;
  };

  return {
    admits: (key, max) => {
      const { admitted } = current();
      return countUp(admitted, key) <= max;
    },
    add: (event) => {
      const open = current();
      open.refused += 1;
      countUp(open.codes, `${event.status} ${event.code ?? ''}`);
      const ofAddress = countUp(open.addresses, event.address);
      if (ofAddress > maxToldOfAddress || open.told >= maxToldInMinute) return;
      open.told += 1;
      tell(event);
    },
    flush,
  };
}

/** Returns the new count; beyond `maxKeys` all further keys share one. */
function countUp(counts: Map<string, number>, key: string): number {
  const own = counts.has(key) || counts.size < maxKeys ? key : others;
  const count = (counts.get(own) ?? 0) + 1;
  counts.set(own, count);
  return count;
}

function summarise({ since, refused, told, codes, addresses }: Minute, until: Date): RefusalSummary {
  const busiest = [...addresses].sort((a, b) => b[1] - a[1]).slice(0, maxAddressesTold);
  return {
    at: until.toISOString(),
    summaryFrom: since.toISOString(),
    refused,
    told,
    codes: Object.fromEntries(codes),
    addresses: Object.fromEntries(busiest),
    addressCount: addresses.size,
  };
}

const minuteMs = 60_000;
const maxToldOfAddress = 5;
const maxToldInMinute = 100;
const maxKeys = 1_000;
const maxAddressesTold = 20;
const others = 'others';

interface Minute {
  since: Date;
  refused: number;
  told: number;
  codes: Map<string, number>;
  addresses: Map<string, number>;
  admitted: Map<string, number>;
}

export interface RefusalSummary {
  at: string;
  /** Start of the time that is counted; `at` is its end. */
  summaryFrom: string;
  refused: number;
  /** How many of them have a line of their own. */
  told: number;
  /** By status and code. */
  codes: Record<string, number>;
  /** The addresses with the most. */
  addresses: Record<string, number>;
  addressCount: number;
}

export interface RefusalCounter {
  /** Whether fewer than `max` were asked for under this key in this minute. */
  admits: (key: string, max: number) => boolean;
  add: (event: AuditEvent) => void;
  /** Tells what was counted so far. */
  flush: () => void;
}

export interface AuditEvent {
  at: string;
  address: string;
  /** `null` before a login. */
  login: string | null;
  action: string;
  /** Draft or paths that it was about. */
  target: string | null;
  status: number;
  code: string | null;
  commit: string | null;
  milliseconds: number;
}
