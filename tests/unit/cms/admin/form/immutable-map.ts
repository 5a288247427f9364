import type { ImmutableMap } from '../../../../../cms/admin/decap/decap.ts';

/** A map as Decap's store holds them, as far as the desk uses it. */
export function mapOf(values: Record<string, unknown>): ImmutableMap {
  const get = (key: string | number): unknown => values[String(key)];
  return {
    get,
    getIn: (path) => path.reduce<unknown>((here, key) => read(here, key), values),
    has: (key) => Object.hasOwn(values, key),
    set: (key, value) => mapOf({ ...values, [key]: value }),
    delete: (key) => mapOf(Object.fromEntries(Object.entries(values).filter(([name]) => name !== key))),
    sortBy: (readKey, compare = () => 0) =>
      mapOf(
        Object.fromEntries(Object.entries(values).sort(([, one], [, other]) => compare(readKey(one), readKey(other)))),
      ),
    toJS: () => values,
  };
}

function read(here: unknown, key: string | number): unknown {
  if (typeof here !== 'object' || here === null) return undefined;
  return 'getIn' in here ? (here as ImmutableMap).get(String(key)) : (here as Record<string, unknown>)[key];
}
