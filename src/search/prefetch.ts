/**
 * Who has searched once mostly searches again: soon after `start` is called first, all is fetched that later searches
 * would fetch piece by piece. Not where the reader has asked the browser to save data or the line is slow; a failure is
 * no matter.
 */
export function prefetchOnce(
  read: () => Promise<void>,
  connection: Connection | undefined = (globalThis.navigator as { connection?: Connection }).connection,
): () => void {
  let hasStarted = false;
  return () => {
    if (hasStarted || connection?.saveData === true || /[23]g/.test(connection?.effectiveType ?? '')) return;
    hasStarted = true;
    setTimeout(() => void read().catch(() => undefined), pause);
  };
}

/** What the first answer itself set off goes first. */
const pause = 200;

/** As browsers have it that know of it. */
interface Connection {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}
