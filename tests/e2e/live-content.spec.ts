import { expect, test } from '@playwright/test';
import { SearchPage } from './pages/search-page.ts';
import { builtPages } from './setup/built-pages.ts';
import { readPage } from './setup/read-head.ts';
import { liveSite } from './setup/sites.ts';
import { watchPage } from './setup/watch-page.ts';

const questions = builtPages(liveSite).filter((page) => /^q\/[a-z0-9]+\/$/.test(page));

test('what editors have published opens, from the home page to an answer', async ({ page }) => {
  const seen = watchPage(page, liveSite.origin);
  for (const address of [
    '',
    'search/',
    'groups/',
    'topics/',
    'events/',
    'pride/',
    'months/',
    ...questions.slice(0, 5),
  ]) {
    await page.goto(liveSite.address + address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/./);
  }
  expect(seen.problems).toEqual([]);
});

test('a published question is found by its own words', async ({ page }) => {
  const address = questions.find((one) => !readPage(liveSite, one).includes('noindex'));
  test.skip(address === undefined, 'Nothing is published that a search may find.');
  await page.goto(liveSite.address + address);
  const question = await page.getByRole('heading', { level: 1 }).innerText();
  const search = new SearchPage(page, liveSite);
  await search.open();
  await search.type(question.replaceAll('\n', ''));
  expect(await search.firstIds(10)).toContain(address?.split('/')[1]);
});
