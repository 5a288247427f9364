/**
 * Fetches a program from a file of its own and starts it, once; tells whether it runs. After a download that failed
 * another call tries again, under another address: Firefox and older Chromiums keep what failed for as long as the page
 * is open.
 */
export function createProgram(address: string, start: () => void): () => Promise<boolean> {
  let failures = 0;
  let running: Promise<boolean> | undefined;
  const run = async (): Promise<boolean> => {
    try {
      await import(/* @vite-ignore */ failures ? `${address}?again=${failures}` : address);
    } catch {
      failures += 1;
      running = undefined;
      return false;
    }
    start();
    return true;
  };
  return () => (running ??= run().catch(() => false));
}
