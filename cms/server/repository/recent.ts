/** Remembers the most recently used values up to a total weight. Objects never change, so nothing here grows stale. */
export function createRecent<Value>(mostWeight: number, weigh: (value: Value) => number = () => 1): Recent<Value> {
  const values = new Map<string, Value>();
  let weight = 0;
  return {
    get: (key) => {
      const value = values.get(key);
      if (value !== undefined) {
        values.delete(key);
        values.set(key, value);
      }
      return value;
    },
    set: (key, value) => {
      if (values.has(key)) return;
      values.set(key, value);
      weight += weigh(value);
      for (const [oldest, dropped] of values) {
        if (weight <= mostWeight) break;
        values.delete(oldest);
        weight -= weigh(dropped);
      }
    },
  };
}

export interface Recent<Value> {
  get: (key: string) => Value | undefined;
  set: (key: string, value: Value) => void;
}
