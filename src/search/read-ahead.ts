/**
 * Who has searched once mostly searches again: a second after `start` is called first, all files are fetched that later searches
 * would fetch one by one. Not where the reader has asked the browser to save data; a failure is no matter.
 */
export function readAheadOnce<T extends object>(read: () => Promise<T>, connection: Connection | undefined = (globalThis.navigator as { connection?: Connection }).connection): ReadAhead<T> {
  let hasStarted = false;
  let held: Partial<T> = {};
  return {
    start: () => {
      if (hasStarted || connection?.saveData === true) return;
      hasStarted = true;
      setTimeout(() => void read().then((all) => (held = all)).catch(() => undefined), pause);
    },
    held: () => held,
  };
}

const pause = 1_000;

/** As browsers have it that know of it. */
interface Connection {
  readonly saveData?: boolean;
}

interface ReadAhead<T> {
  readonly start: () => void;
  /** What has arrived, empty until then. */
  readonly held: () => Partial<T>;
}
