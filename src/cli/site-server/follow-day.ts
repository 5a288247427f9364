/** Tells within a minute when another day has come, by which statuses, events and lists go. The result ends it. */
export function followDay(getDay: () => string, onNewDay: () => void): () => void {
  let day = getDay();
  const timer = setInterval(() => {
    const today = getDay();
    if (today === day) return;
    day = today;
    onNewDay();
  }, everyMilliseconds);
  timer.unref();
  return () => clearInterval(timer);
}

const everyMilliseconds = 60_000;
