import { expect, it } from 'vitest';
import { cacheKeyOf } from '../../../src/library/cache-key.ts';
import { withLazyTexts, type LibraryQa } from '../../../src/library/library-qa.ts';
import type { StoredQaWithRange } from '../../../src/library/stored.ts';

const stored = {
  id: 'aaaaaaaa',
  question: '庁舎の引越しの業者はいつ決めればよいですか。',
  asked: '2026-05-18',
  answers: [{ by: { kind: 'city' }, date: '2026-05-20' }],
  status: 'current',
  reviewBy: '2027-06-30',
  fileVersion: 'one',
  changed: null,
  texts: { at: 0, length: 10 },
} as unknown as StoredQaWithRange;

function qa(changes: Partial<StoredQaWithRange> = {}, day = '2026-11-27'): LibraryQa {
  return withLazyTexts({ ...stored, ...changes }, day, () => {
    throw new Error('A key must not read texts.');
  });
}

it('does not depend on where the texts are stored, and does not read them', () => {
  expect(cacheKeyOf({ page: [qa()] })).toBe(cacheKeyOf({ page: [qa({ texts: { at: 500, length: 10 } })] }));
});

it.each([
  ['a question', { page: [qa({ question: '別の質問' })] }],
  ['a day of an answer', { page: [qa({ answers: [{ ...stored.answers[0], date: '2026-06-01' }] as never })] }],
  ['a review that is due', { page: [qa({}, '2027-07-01')] }],
  ['one more Q&A', { page: [qa(), qa({ id: 'bbbbbbbb' })] }],
  ['another name of the list', { list: [qa()] }],
  ['another value beside the list', { page: [qa()], topic: '庁舎' }],
])('changes with %s', (_case, shown) => {
  expect(cacheKeyOf(shown)).not.toBe(cacheKeyOf({ page: [qa()] }));
});

it('ignores `fileVersion` unless the page adds it to the key', () => {
  const later = qa({ fileVersion: 'two', changed: '2026-11-20T09:00:00+09:00' });
  expect(cacheKeyOf([later])).toBe(cacheKeyOf([qa()]));
  expect(cacheKeyOf([later, later.fileVersion])).not.toBe(cacheKeyOf([qa(), qa().fileVersion]));
});
