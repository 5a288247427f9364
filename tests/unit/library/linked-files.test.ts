import { afterEach, beforeEach, expect, it } from 'vitest';
import { forgetLinkedFiles, mayHoldFile, noteLinkedFiles } from '../../../src/library/linked-files.ts';

beforeEach(() => forgetLinkedFiles());
afterEach(() => forgetLinkedFiles());

it('holds a picture only if a text that readers see shows it', () => {
  noteLinkedFiles('a', { isShown: true, addresses: ['/images/both.png', '/images/shown.png'] });
  noteLinkedFiles('b', { isShown: false, addresses: ['/images/both.png', '/images/hidden.png', '/media/hidden.png'] });
  const pictures = [
    '/images/both.png',
    '/images/shown.png',
    '/images/hidden.png',
    '/media/hidden.png',
    '/images/nobody.png',
  ];
  expect(pictures.filter((address) => mayHoldFile(address))).toEqual(['/images/both.png', '/images/shown.png']);
});

it('holds any other file unless only texts that readers do not see name it', () => {
  noteLinkedFiles('a', { isShown: true, addresses: ['/files/both.pdf'] });
  noteLinkedFiles('b', { isShown: false, addresses: ['/files/both.pdf', '/files/hidden.pdf'] });
  const files = ['/icon.svg', '/files/both.pdf', '/files/hidden.pdf'];
  expect(files.filter((address) => mayHoldFile(address))).toEqual(['/icon.svg', '/files/both.pdf']);
});

it('holds what a maintainer’s page names', () => {
  noteLinkedFiles('b', { isShown: false, addresses: ['/images/page.png'] });
  expect(mayHoldFile('/images/page.png', new Set(['/images/page.png']))).toBe(true);
});

it('forgets an entry that is gone', () => {
  noteLinkedFiles('a', { isShown: true, addresses: ['/images/plan.png'] });
  forgetLinkedFiles('a');
  expect(mayHoldFile('/images/plan.png')).toBe(false);
});
