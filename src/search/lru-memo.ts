/** Remembers the last `maxSize` answers of an asynchronous function; a failed one is forgotten at once. */
export function memoizeRecent<K, T>(maxSize: number, ask: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const held = new Map<K, Promise<T>>();
  return (key) => {
    const known = held.get(key);
    if (known) {
      held.delete(key);
      held.set(key, known);
      return known;
    }
    const answer = ask(key);
    held.set(key, answer);
    answer.catch(() => held.delete(key));
    const [oldest] = held.keys();
    if (held.size > maxSize && oldest !== undefined) held.delete(oldest);
    return answer;
  };
}
