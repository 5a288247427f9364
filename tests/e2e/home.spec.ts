import { expect, test, type Page } from '@playwright/test';
import { sites } from './setup/sites.ts';

const site = sites.root;
const phone = { width: 390, height: 844 };

const headings = (page: Page) => page.locator('main :is(h1, h2)').allTextContents();
/** Addresses of the questions in a part of the page. */
const questionsOf = (page: Page, heading: RegExp) =>
  page
    .locator('section', { has: page.getByRole('heading', { name: heading }) })
    .locator('.title-list a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));

test('takes four screens of a phone', async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto(site.address);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(4 * phone.height);
});

test('says in its heading what the site is, and then stands in its order', async ({ page }) => {
  await page.goto(site.address);
  expect(await headings(page)).toEqual([
    expect.stringMatching(/県人会.*質問と回答.*探/),
    '話題からさがす',
    '11月の仕事',
    '新しい質問と回答',
    '県人会からさがす',
    'まち自慢',
  ]);
  await expect(page.locator('.first-links a')).toHaveText(['はじめての方', '運営と由来', '参加のしかた']);
});

test('shows at most five questions of the month and three new ones, none twice', async ({ page }) => {
  await page.goto(site.address);
  const [month, fresh] = [await questionsOf(page, /月の仕事$/), await questionsOf(page, /^新しい/)];
  expect(month.length).toBeGreaterThan(0);
  expect(month.length).toBeLessThanOrEqual(5);
  expect(fresh).toHaveLength(3);
  expect(new Set([...month, ...fresh]).size).toBe(month.length + fresh.length);
  await expect(page.locator('.pride-link')).toHaveCount(1);
});

test('the topics of one row on a phone end at one line', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(sites.root.address);
  const ends = await page
    .locator('.topic-list a')
    .evaluateAll((links) => links.map((link) => link.getBoundingClientRect()).map(({ bottom }) => Math.round(bottom)));
  const uneven = ends.filter((end, place) => place % 2 === 1 && end !== ends[place - 1]);
  expect(ends.length).toBeGreaterThan(9);
  expect(uneven).toEqual([]);
});

test('the topics stand in two columns on a phone', async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto(site.address);
  const lefts = await page
    .locator('.topic-list a')
    .evaluateAll((links) => links.map((link) => Math.round(link.getBoundingClientRect().left)));
  expect(new Set(lefts).size).toBe(2);
});

for (const width of [390, 1280]) {
  test(`the tabulator key goes as the eye does at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(site.address);
    const boxes = await page.locator('main section, main .title-list, main .front > *').evaluateAll((parts) =>
      parts.map((part) => {
        const { top, left, width, height } = part.getBoundingClientRect();
        return { top, left, isSeen: width > 0 && height > 0 };
      }),
    );
    const seen = boxes.filter(({ isSeen }) => isSeen);
    expect(seen.length).toBeGreaterThan(5);
    // What comes later never stands above and left of what came before.
    for (const [place, { top, left }] of seen.entries()) {
      const before = seen.slice(0, place).filter((one) => top < one.top - 1 && left <= one.left);
      expect(before).toEqual([]);
    }
    const order = await page
      .locator('main')
      .evaluate(
        (main) =>
          [...main.querySelectorAll('[tabindex]')].filter((one) => Number(one.getAttribute('tabindex')) > 0).length,
      );
    expect(order).toBe(0);
  });
}
