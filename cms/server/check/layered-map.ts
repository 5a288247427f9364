/**
 * A map with some entries changed, without copying the rest: with thousands of entries, copies would take most of a
 * save's time. Changes upon changes stay one layer, and become a map of their own once they are many.
 */
export function layer<Value>(
  map: ReadonlyMap<string, Value>,
  changed: ReadonlyMap<string, Value | undefined>,
): ReadonlyMap<string, Value> {
  if (changed.size === 0) return map;
  const layered =
    map instanceof LayeredMap
      ? new LayeredMap<Value>(map.below, new Map([...map.changed, ...changed]))
      : new LayeredMap(map, changed);
  return layered.changed.size > maxChanged ? new Map(layered) : layered;
}

const maxChanged = 200;

class LayeredMap<Value> implements ReadonlyMap<string, Value> {
  readonly below: ReadonlyMap<string, Value>;
  /** `undefined` stands for what is gone. */
  readonly changed: ReadonlyMap<string, Value | undefined>;

  constructor(below: ReadonlyMap<string, Value>, changed: ReadonlyMap<string, Value | undefined>) {
    this.below = below;
    this.changed = changed;
  }

  get(key: string): Value | undefined {
    return this.changed.has(key) ? this.changed.get(key) : this.below.get(key);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  get size(): number {
    return [...this.keys()].length;
  }

  *entries(): MapIterator<[string, Value]> {
    for (const entry of this.below) if (!this.changed.has(entry[0])) yield entry;
    for (const [key, value] of this.changed) if (value !== undefined) yield [key, value];
    return undefined;
  }

  *keys(): MapIterator<string> {
    for (const [key] of this) yield key;
    return undefined;
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this) yield value;
    return undefined;
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  forEach(callback: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [key, value] of this) callback(value, key, this);
  }
}
