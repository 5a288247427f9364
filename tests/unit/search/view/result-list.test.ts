import { expect, it } from 'vitest';
import { describeBodies } from '../../../../src/search/view/result-list.ts';

it.each([
  ['city/from-50k', '市5〜10万'],
  ['city/from-50k town/under-10k', '市5〜10万ほか'],
  ['prefecture/from-500k', '都道府県'],
  ['village/unknown', '村'],
  ['unknown/unknown town/from-10k', '町1〜5万'],
  ['unknown/from-10k', ''],
  ['', ''],
  ['constructor/toString', ''],
])('%s is said as %s', (bodies, said) => expect(describeBodies(bodies)).toBe(said));
