import { expect, it } from 'vitest';
import { checkFormAddress } from '../../../../../cms/admin/backend/check-form-address.ts';

const file = { slug: 'gifu/abcd2345' };
const options = { collectionName: 'qa', newEntry: false };

it('lets a save pass only into the entry that the address names', () => {
  expect(() => checkFormAddress(file, options, { collection: 'qa', slug: 'gifu/abcd2345' })).not.toThrow();
  // Its group was changed meanwhile; it is the same entry.
  expect(() => checkFormAddress(file, options, { collection: 'qa', slug: 'aichi/abcd2345' })).not.toThrow();
  for (const here of [
    undefined,
    { collection: 'qa' },
    { collection: 'qa', slug: 'gifu/bbbb2345' },
    { collection: 'events', slug: 'gifu/abcd2345' },
  ]) {
    expect(() => checkFormAddress(file, options, here)).toThrow('保存していません');
  }
});

it('lets a new entry be made only from the address of a new one', () => {
  const isNew = { ...options, newEntry: true };
  expect(() => checkFormAddress(file, isNew, { collection: 'qa' })).not.toThrow();
  expect(() => checkFormAddress(file, isNew, { collection: 'qa', slug: 'gifu/abcd2345' })).toThrow();
  expect(() => checkFormAddress(file, isNew, { collection: 'topics' })).toThrow();
});
