import { expect, it } from 'vitest';
import { createLinkedFiles } from '../../../src/loader/linked-files.ts';

const mayHold = (linked: ReturnType<typeof createLinkedFiles>, files: readonly string[]) =>
  files.filter((address) => linked.mayHold(address, new Set()));

it.each([[false], [true]])('holds a picture only if a text that readers see shows it, in any order', (isReversed) => {
  const notes = [
    { isShown: true, addresses: ['/images/both.png', '/images/shown.png'] },
    { isShown: false, addresses: ['/images/both.png', '/images/hidden.png', '/media/hidden.png'] },
  ];
  const linked = createLinkedFiles(isReversed ? notes.reverse() : notes);
  const pictures = ['both', 'shown', 'hidden', 'nobody'].map((name) => `/images/${name}.png`);
  expect(mayHold(linked, [...pictures, '/media/hidden.png'])).toEqual(['/images/both.png', '/images/shown.png']);
});

it('holds any other file unless only texts that readers do not see name it', () => {
  const linked = createLinkedFiles([
    { isShown: true, addresses: ['/files/both.pdf'] },
    { isShown: false, addresses: ['/files/both.pdf', '/files/hidden.pdf'] },
  ]);
  expect(mayHold(linked, ['/icon.svg', '/files/both.pdf', '/files/hidden.pdf'])).toEqual([
    '/icon.svg',
    '/files/both.pdf',
  ]);
});

it('holds what a maintainer’s page names', () => {
  const linked = createLinkedFiles([{ isShown: false, addresses: ['/images/page.png'] }]);
  expect(linked.mayHold('/images/page.png', new Set(['/images/page.png']))).toBe(true);
});
