import { globSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { crowded } from './setup/plant-content.ts';
import { runAxe } from './setup/run-axe.ts';
import { readPage } from './setup/read-head.ts';
import { sites } from './setup/sites.ts';

const site = sites.planted;
/** The plain address of each kind of list that stands on several pages. */
const lists = [
  'new/',
  `topics/${crowded.topic}/`,
  `groups/${crowded.group}/`,
  `months/${crowded.month}/`,
  `months/${crowded.month}/${crowded.topic}/`,
  'events/',
];
const pager = (page: Page) => page.locator('.pager');
const listed = (page: Page) =>
  page
    .locator('section', { has: page.locator('.pager') })
    .locator('.qa-question a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));

for (const list of lists) {
  test(`the pages of /${list} are walked without a script, each entry once, and back`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.address + list);
    const total = Number(/全([\d,]+)件/.exec(await pager(page).innerText())?.[1]?.replace(',', ''));
    expect(total).toBeGreaterThan(100);
    await expect(pager(page).getByRole('link')).toHaveText(['次のページ', '最後のページ']);
    const seen: string[] = [];
    const titles = new Set<string>();
    const addresses: string[] = [];
    for (;;) {
      const own = await listed(page);
      expect(own.length).toBeLessThanOrEqual(50);
      const said =
        own.length === 1
          ? `${seen.length + 1}件目／全${total}件`
          : `${seen.length + 1}–${seen.length + own.length}件目／全${total}件`;
      await expect(pager(page)).toContainText(said);
      seen.push(...own);
      titles.add(await page.title());
      addresses.push(page.url());
      const next = pager(page).getByRole('link', { name: '次のページ' });
      if ((await next.count()) === 0) break;
      await expect(next).toHaveAttribute('rel', 'next');
      await next.click();
    }
    expect(seen).toHaveLength(total);
    expect(new Set(seen).size).toBe(total);
    expect(titles.size).toBe(addresses.length);
    expect(addresses.at(-1)).toMatch(/\/1\/$/);
    await pager(page).getByRole('link', { name: '前のページ' }).click();
    expect(page.url()).toBe(addresses.at(-2));
    await pager(page).getByRole('link', { name: '最初のページ' }).click();
    expect(page.url()).toBe(site.address + list);
    await pager(page).getByRole('link', { name: '最後のページ' }).click();
    expect(page.url()).toBe(addresses.at(-1));
    // The breadcrumbs lead back as well.
    await page.locator('.breadcrumbs a').last().click();
    expect(page.url()).toBe(site.address + list);
    await context.close();
  });

  test(`the pages of /${list} name themselves and their neighbours to programs`, async ({ page }) => {
    await page.goto(site.address + list);
    const link = (rel: string) => page.locator(`head link[rel="${rel}"]`);
    const next = (await link('next').getAttribute('href')) ?? '';
    await expect(link('prev')).toHaveCount(0);
    await page.goto(new URL(next, site.address).href);
    await expect(link('canonical')).toHaveAttribute('href', new URL(next, site.address).href);
    await expect(link('prev')).toHaveAttribute('href', site.base + list);
    await expect(link('next')).toHaveCount(1);
    await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', /51–\d+件目/);
    await expect(page.locator('meta[name="robots"]')).toHaveCount(0);
  });

  test(`the pages of /${list} are accessible, wide enough for a finger and fit a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(site.address + list);
    const next = (await page.locator('head link[rel="next"]').getAttribute('href')) ?? '';
    for (const address of [site.address + list, new URL(next, site.address).href]) {
      await page.goto(address);
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        expect((await runAxe(page)).map(({ id, nodes }) => `${id} ${JSON.stringify(nodes[0]?.target)}`)).toEqual([]);
      }
      const sizes = await pager(page)
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height));
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    }
  });
}

test('no page is larger than 150 KB', () => {
  for (const one of [sites.root, sites.planted]) {
    const files = globSync('**/*.html', { cwd: one.folder });
    expect(files.length).toBeGreaterThan(200);
    const large = files
      .map((file) => ({ file, size: statSync(path.join(one.folder, file)).size }))
      .filter(({ size }) => size > 150_000);
    expect(large).toEqual([]);
  }
});

test('a month begins with what is the work of no other', async ({ page }) => {
  const data = (await (await page.request.get(`${site.address}data/qa.json`)).json()) as {
    items: { id: string; months: number[] }[];
  };
  const months = new Map(data.items.map((item) => [item.id, item.months]));
  const counts: number[] = [];
  await page.goto(`${site.address}months/${crowded.month}/`);
  for (;;) {
    for (const href of await listed(page)) counts.push(months.get(href.split('/').at(-2) ?? '')?.length ?? NaN);
    const next = pager(page).getByRole('link', { name: '次のページ' });
    if ((await next.count()) === 0) break;
    await next.click();
  }
  expect(counts[0]).toBe(1);
  expect(counts.at(-1)).toBe(12);
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
});

test('an address of a topic within a month leads to where its questions stand now', async ({ page }) => {
  await page.goto(`${site.address}months/${crowded.month}/#${crowded.topic}`);
  const target = page.locator(':target');
  await expect(target).toBeInViewport();
  await expect(target).toContainText('130件');
  await target.click();
  await expect(page).toHaveURL(`${site.address}months/${crowded.month}/${crowded.topic}/`);
  await expect(page.locator('.qa-item')).toHaveCount(50);
});

test('the home page leads on to all that is new, the newest first', async ({ page }) => {
  await page.goto(site.address);
  const first = await page
    .locator('section', { has: page.getByRole('heading', { name: '新しい質問と回答' }) })
    .locator('.title-list a')
    .first()
    .getAttribute('href');
  await page.getByRole('link', { name: '新しい順にすべて見る' }).click();
  await expect(page).toHaveURL(`${site.address}new/`);
  expect(await listed(page)).toContain(first);
  const days = await page
    .locator('.qa-item time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));
  expect(days).toEqual([...days].sort().reverse());
});

test('a numbered page shows the card of its list', () => {
  const image = (page: string) => /property="og:image" content="([^"]+)"/.exec(readPage(site, page))?.[1];
  expect(image(`topics/${crowded.topic}/`)).toBeDefined();
  expect(image(`topics/${crowded.topic}/page/1/`)).toBe(image(`topics/${crowded.topic}/`));
});
