import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { sites } from './setup/sites.ts';

const site = sites.root;
const records = () =>
  (JSON.parse(readFileSync(path.join(site.folder, 'data/qa.json'), 'utf8')) as { items: DataItem[] }).items;

test('the home page counts posts, articles and examples', async ({ page }) => {
  const count = (provenance: string) => records().filter((record) => record.provenance === provenance).length;
  await page.goto(site.address);
  await expect(page.locator('main')).toContainText(
    `県人会の投稿${count('chat')}・記事${count('article')}・作例${count('sample')}`,
  );
});

test('each title of a list says first where it comes from', async ({ page }) => {
  for (const address of ['topics/office-move/', 'months/4/', 'groups/gifu/', 'events/']) {
    await page.goto(site.address + address);
    const titles = await page.locator('.qa-list .qa-question').allInnerTexts();
    expect(titles.length, address).toBeGreaterThan(0);
    for (const title of titles) expect(title, address).toMatch(/^〈(?:投稿|記事|作例)〉/);
  }
});

test('a group’s page keeps examples apart from what is its own', async ({ page }) => {
  await page.goto(`${site.address}groups/gifu/`);
  const samples = page
    .locator('main section')
    .filter({ has: page.getByRole('heading', { level: 2, name: /^この県を想定した作例/ }) });
  const inSection = await samples.locator('.qa-list .provenance-sample').count();
  expect(inSection).toBeGreaterThan(0);
  await expect(page.locator('.qa-list .provenance-sample')).toHaveCount(inSection);
  await page.goto(`${site.address}groups/`);
  await expect(page.locator('main')).toContainText('この県を想定した作例');
});

test('an article names its source and the day it came out, an example the day it was made, and neither a day of an answer', async ({
  page,
}) => {
  for (const [provenance, said, unsaid] of [
    ['article', /出典.+掲載/s, /回答者|回答日/],
    ['sample', /想定.+作成日/s, /回答者|回答日|のものです/],
  ] as const) {
    const record = records().find((one) => one.provenance === provenance);
    await page.goto(`${site.address}q/${record?.id ?? ''}/`);
    await expect(page.locator('.facts')).toHaveText(said);
    await expect(page.locator('article')).not.toHaveText(unsaid);
    expect(record?.answered).toBeNull();
  }
});

test('examples of events are neither to come nor in the calendar', async ({ page }) => {
  await page.goto(`${site.address}events/`);
  const coming = page.locator('main section').filter({ has: page.getByRole('heading', { name: 'これからの催し' }) });
  await expect(coming.locator('.provenance-sample')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: /載せ方の作例/ })).toBeVisible();
  expect(readFileSync(path.join(site.folder, 'events/calendar.ics'), 'utf8')).not.toContain('作例');
});

test('who runs the site stands in the foot, and on the pages where readers look for it', async ({ page }) => {
  for (const [address, places] of [
    ['', 1],
    ['pages/about/', 2],
    ['pages/joining/', 2],
  ] as const) {
    await page.goto(site.address + address);
    await expect(page.getByText('運営者')).toHaveCount(places);
    await expect(page.getByRole('contentinfo')).toContainText('オンライン市役所');
    await expect(page.getByRole('contentinfo')).toContainText('OPERATOR');
  }
});

interface DataItem {
  id: string;
  provenance: string;
  answered: string | null;
}
