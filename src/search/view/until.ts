/** Waits until the page's clock shows `time` (milliseconds, as `performance.now` gives them). */
export function until(time: number): Promise<void> {
  return new Promise((resolve) => window.setTimeout(resolve, Math.max(0, time - performance.now())));
}
