import { expect, it } from 'vitest';
import { layer } from '../../../../../cms/server/check/layered-map.ts';

const base = new Map([
  ['a', 1],
  ['b', 2],
  ['c', 3],
]);

it('is the map with its changes, and leaves the map as it was', () => {
  const once = layer(
    base,
    new Map([
      ['b', undefined],
      ['c', 4],
      ['d', 5],
    ]),
  );
  const twice = layer(
    once,
    new Map([
      ['b', 6],
      ['d', undefined],
    ]),
  );
  expect([...once].sort()).toEqual([
    ['a', 1],
    ['c', 4],
    ['d', 5],
  ]);
  expect([...twice].sort()).toEqual([
    ['a', 1],
    ['b', 6],
    ['c', 4],
  ]);
  expect([once.size, twice.size, base.size]).toEqual([3, 3, 3]);
  expect([once.has('b'), once.get('b'), twice.has('d'), twice.get('a')]).toEqual([false, undefined, false, 1]);
  expect([...twice.values()].sort()).toEqual([1, 4, 6]);
});

it('says the same after as many changes as one likes', () => {
  let map: ReadonlyMap<string, number> = base;
  for (let number = 0; number < 1_000; number += 1)
    map = layer(
      map,
      new Map([
        [`k${number % 300}`, number],
        ['a', undefined],
      ]),
    );
  expect(map.size).toBe(302);
  expect(map.get('k299')).toBe(899);
  expect(map.get('k0')).toBe(900);
  expect(map.has('a')).toBe(false);
});
