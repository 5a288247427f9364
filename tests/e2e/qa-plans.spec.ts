import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { runAxe } from './setup/run-axe.ts';
import { sites } from './setup/sites.ts';

const site = sites.root;
const plan = (page: Page) => page.getByRole('table', { name: '逆算表の表' });
const field = (page: Page) => page.getByLabel(/^開庁日を入れると/).first();

test.describe('a table that counts from a day', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test.beforeEach(async ({ page }) => {
    await page.clock.setFixedTime('2027-11-15T10:00:00+09:00');
    await page.goto(`${site.address}q/kxm6w5sl/#h-逆算表`);
  });

  test('is dated once the reader names the day, shows where today is, and remembers it on the device', async ({
    page,
  }) => {
    await expect(plan(page).getByRole('columnheader')).toHaveCount(3);
    await field(page).fill('2028-05-08');
    const dates = plan(page).locator('td.timeline-date');
    await expect(dates.first()).toHaveText('2026年5月8日（金）〜2026年11月8日（日）');
    await expect(plan(page).getByRole('row', { name: /^本番/ })).toContainText('2028年5月8日（月）');
    await expect(plan(page).getByRole('row', { name: /^開庁後1か月/ })).toContainText('2028年6月8日（木）');
    const rows = await plan(page).getByRole('row').allInnerTexts();
    const today = rows.findIndex((row) => row.includes('今日　2027年11月15日（月）'));
    expect(rows[today - 1]).toContain('6〜3か月');
    expect(rows[today + 1]).toMatch(/^3か月/);
    await page.reload();
    await expect(dates.first()).toHaveText(/^2026年5月8日/);
    await page.getByRole('button', { name: '日付を消す' }).first().click();
    await expect(dates).toHaveCount(0);
    await expect(field(page)).toBeFocused();
  });

  test('has each of its days in one line', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 844 });
    await field(page).fill('2028-05-08');
    const moments = plan(page).locator('td.timeline-date .moment');
    await expect(moments.first()).toHaveText('2026年5月8日（金）〜');
    const lines = await moments.evaluateAll((days) =>
      days.map((day) => Math.round(day.clientHeight / parseFloat(getComputedStyle(day).lineHeight))),
    );
    expect(Math.max(...lines)).toBe(1);
  });

  test('goes into a spreadsheet and a calendar', async ({ page }) => {
    await field(page).fill('2028-05-08');
    await page.getByRole('button', { name: '表計算用にコピー' }).first().click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\n')[1]).toMatch(/^24〜18か月\t2026\/05\/08\t2026\/11\/08\t推進体制をつくる/);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'カレンダー（ics）' }).first().click(),
    ]);
    const text = await readFile((await download.path()) ?? '', 'utf8');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(12);
    expect(text).toContain('DTSTART;VALUE=DATE:20280508');
  });

  test('has no fault that axe finds when it is dated, on a phone too', async ({ page }) => {
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await field(page).fill('2028-05-08');
      await expect(plan(page).locator('td.timeline-date').first()).toBeVisible();
      expect(await runAxe(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
});

test('a plan that is printed before its program came has no room for its field', async ({ page }) => {
  await page.route(/plans-program/, (route) => route.abort());
  await page.goto(`${site.address}q/kxm6w5sl/`);
  await expect(page.locator('.timeline').first()).not.toHaveCSS('padding-top', '0px');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.timeline').first()).toHaveCSS('padding-top', '0px');
});

test('without script it is the table that was written', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.address}q/kxm6w5sl/`);
  await expect(page.locator('.timeline').first().locator('tbody tr')).toHaveCount(12);
  await expect(page.locator('.timeline input')).toHaveCount(0);
  await context.close();
});

test.describe('a diagram', () => {
  test('has the numbers of its table, and is saved as a picture that stands alone', async ({ page }) => {
    await page.goto(`${site.address}q/qrsbpjqk/#h-場所ごとの役割`);
    const picture = page.getByRole('img', { name: /^会場の流れの図/ });
    const numbers = await picture.locator('.diagram-number').allTextContents();
    const table = page.locator('.diagram table');
    expect(numbers).toEqual(await table.locator('tbody tr > :first-child').allTextContents());
    expect(await picture.locator('.diagram-text').first().textContent()).toBe(
      await table.locator('tbody tr').first().locator('td').first().textContent(),
    );
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '図を保存（SVG）' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('会場の流れ.svg');
    const text = await readFile((await download.path()) ?? '', 'utf8');
    expect(text).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(text).toContain('<style>');
    expect(await runAxe(page)).toEqual([]);
  });

  test('of rooms numbers the rows of its table beside it', async ({ page }) => {
    await page.goto(`${site.address}q/nmy2khqd/`);
    const rows = page.locator('.diagram tbody tr');
    await expect(page.locator('.diagram-number')).toHaveCount(await rows.count());
    const shown = await rows
      .nth(1)
      .locator('> :first-child')
      .evaluate((cell) => getComputedStyle(cell, '::before').content);
    expect(shown).toContain('counter(row)');
  });
});
