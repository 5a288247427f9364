import { describe, expect, it } from 'vitest';
import { isSameEntry, isSameForm, readFormAddress } from '../../../../../cms/admin/form/form-address.ts';

const read = (hash: string) => readFormAddress(hash, ['qa', 'topics']);

describe('an address of the desk', () => {
  it.each([
    ['#/collections/qa/entries/gifu/abcd2345', { collection: 'qa', slug: 'gifu/abcd2345' }],
    ['#/collections/qa/entries/gifu/abcd2345?ref=workflow', { collection: 'qa', slug: 'gifu/abcd2345' }],
    ['#/collections/topics/entries/office%20move', { collection: 'topics', slug: 'office move' }],
    ['#collections/qa/new', { collection: 'qa' }],
    ['#/collections/qa/new?group=gifu', { collection: 'qa' }],
    ['#/Collections/qa/New', { collection: 'qa' }],
    ['#/collections/qa/entries/%E0%A4%A', { collection: 'qa', slug: '%E0%A4%A' }],
  ])('%s opens a form', (hash, address) => expect(read(hash)).toEqual(address));

  it.each([
    '',
    '#/',
    '#/collections/qa',
    '#/collections/qa/newer',
    '#/collections/pages/new',
    '#/workflow',
    '#/search/qa',
    '#/collections/unknown/entries/a',
  ])('“%s” opens none', (hash) => expect(read(hash)).toBeUndefined());
});

it('tells two forms apart, and an entry from the same one under another group', () => {
  const gifu = { collection: 'qa', slug: 'gifu/abcd2345' };
  const aichi = { collection: 'qa', slug: 'aichi/abcd2345' };
  expect(isSameForm(gifu, { ...gifu })).toBe(true);
  expect(isSameForm(gifu, aichi)).toBe(false);
  expect(isSameForm(undefined, gifu)).toBe(false);
  expect(isSameForm({ collection: 'qa' }, { collection: 'topics' })).toBe(false);
  expect(isSameEntry(gifu, aichi)).toBe(true);
  expect(isSameEntry(gifu, { collection: 'qa', slug: 'gifu/bbbb2345' })).toBe(false);
  expect(isSameEntry(gifu, { collection: 'qa' })).toBe(false);
  expect(isSameEntry({ collection: 'topics', slug: 'a/b' }, { collection: 'topics', slug: 'c/b' })).toBe(false);
});
