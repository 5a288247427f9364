import { expect, it } from 'vitest';
import { listLinkedAddresses } from '../../../src/loader/linked-addresses.ts';
import { compileMdx } from '../../../src/mdx/compile-mdx.ts';

const addressesIn = (text: string, basePath = '/', urls: string[] = []): string[] =>
  listLinkedAddresses(
    [compileMdx(text, { basePath }).html],
    urls,
    `https://kenjinkai.example${basePath}`,
    'q/abc234de/',
  );

it.each([
  ['a picture', '<Figure src="/images/plan.png" alt="図" />', ['/images/plan.png']],
  ['a picture in Markdown', '![図](/images/plan\\_a.png)', ['/images/plan_a.png']],
  ['a link to a picture, with query and fragment', '[図](/images/plan.png?1#a)', ['/images/plan.png']],
  [
    'a name that is written in another way',
    '[図](/images/%E5%9B%B3.png) [表](/images/a&amp;b.png)',
    ['/images/図.png', '/images/a&b.png'],
  ],
  ['a link that starts from the page', '[図](../../images/plan.png)', ['/images/plan.png']],
  ['the site’s whole address', '[図](https://kenjinkai.example/images/plan.png)', ['/images/plan.png']],
  ['a reference', '[図][1]\n\n[1]: /files/plan.pdf', ['/files/plan.pdf']],
  ['nothing of another site', '[図](https://other.example/images/plan.png)', []],
  ['nothing that is only written about', '`/images/plan.png` と /images/plan.png', []],
])('finds %s', (_name, text, expected) => {
  expect(addressesIn(text)).toEqual(expected);
});

it('leaves the base path away', () => {
  expect(addressesIn('[図](/images/plan.png) [図](../../images/other.png)', '/kenjinkai/')).toEqual([
    '/images/plan.png',
    '/images/other.png',
  ]);
});

it('finds files among the sources', () => {
  expect(addressesIn('本文', '/', ['https://kenjinkai.example/files/plan.pdf'])).toEqual(['/files/plan.pdf']);
});
