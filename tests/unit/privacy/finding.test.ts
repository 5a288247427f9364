import { describe, expect, it } from 'vitest';
import { isOverridable, judgeableKinds, privacyKinds } from '../../../src/privacy/finding.ts';

describe('whether a person may decide that a finding stays', () => {
  it.each([
    ['phone', 'certain', true],
    ['name', 'likely', true],
    ['bank-account', 'certain', true],
    ['my-number', 'certain', false],
    ['my-number', 'likely', true],
    ['private-use', 'certain', false],
    ['private-use', 'likely', false],
  ] as const)('%s, %s: %s', (kind, certainty, may) => {
    expect(isOverridable(kind, certainty)).toBe(may);
  });

  it('is written down for the kinds that may stay even if they are certain', () => {
    const never = ['my-number', 'private-use'];
    expect(judgeableKinds).toEqual(Object.keys(privacyKinds).filter((kind) => !never.includes(kind)));
  });
});
