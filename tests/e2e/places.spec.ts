import { expect, test } from '@playwright/test';
import { runAxe } from './setup/run-axe.ts';
import { sites } from './setup/sites.ts';

const site = sites.root;

test.describe('the months', () => {
  test('are a table from April to March, whose numbers lead to as many questions', async ({ page }) => {
    await page.goto(`${site.address}months/`);
    const table = page.getByRole('table');
    await expect(table.getByRole('columnheader')).toHaveText([
      '話題',
      ...[4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3].map((month) => `${month}月`),
    ]);
    const cells = await table
      .locator('tbody td a')
      .evaluateAll((links) =>
        links.map((link) => ({ href: (link as HTMLAnchorElement).href, count: parseInt(link.textContent, 10) })),
      );
    expect(cells.length).toBeGreaterThan(15);
    for (const { href, count } of [cells[0], cells[Math.floor(cells.length / 2)], cells.at(-1)].flatMap(
      (cell) => cell ?? [],
    )) {
      await page.goto(href);
      await expect(page.locator('.qa-item'), href).toHaveCount(count);
    }
  });

  test('tell one month from another: no month has more than a quarter of all questions', async ({ page }) => {
    await page.goto(`${site.address}months/`);
    const sums = await page
      .locator('.year-band tfoot td')
      .evaluateAll((cells) => cells.map((cell) => Number(cell.textContent)));
    expect(sums).toHaveLength(12);
    expect(Math.min(...sums)).toBeGreaterThan(0);
    const response = await page.request.get(`${site.address}data/qa.json`);
    const { count, items } = (await response.json()) as { count: number; items: { months: number[] }[] };
    expect(Math.max(...sums)).toBeLessThan(count / 4);
    // What is given away as data says the same.
    for (const [place, month] of [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3].entries())
      expect(items.filter(({ months }) => months.includes(month)).length).toBe(sums[place]);
  });

  test('scroll on a phone within the page, and their topics stay in sight', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${site.address}months/`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const head = page.locator('.year-band tbody th').first();
    const before = await head.boundingBox();
    await page.locator('.year-band').evaluate((band) => band.scrollTo({ left: 300, behavior: 'instant' }));
    // It moves by the distance between two cells at most.
    expect(Math.abs(((await head.boundingBox())?.x ?? Infinity) - (before?.x ?? 0))).toBeLessThanOrEqual(2);
    expect((await runAxe(page)).map(({ id }) => id)).toEqual([]);
  });
});

test.describe('the page of a group', () => {
  test('shows it among its neighbours, each one click away', async ({ page }) => {
    await page.goto(`${site.address}groups/gifu/`);
    const map = page.getByRole('list', { name: 'となりの県人会' });
    await expect(map.locator('[aria-current="page"]')).toHaveText('岐阜');
    expect((await map.getByRole('link').allTextContents()).map((text) => text.trim()).sort()).toEqual(
      ['富山', '石川', '福井', '長野', '愛知', '三重', '滋賀'].sort(),
    );
    const [gifu, nagano, toyama] = await Promise.all(
      [
        map.locator('[aria-current="page"]'),
        map.getByRole('link', { name: '長野' }),
        map.getByRole('link', { name: '富山' }),
      ].map((tile) => tile.boundingBox()),
    );
    expect(nagano?.x).toBeGreaterThan(gifu?.x ?? Infinity);
    expect(toyama?.y).toBeLessThan(gifu?.y ?? -Infinity);
    await map.getByRole('link', { name: '愛知' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('愛知');
    await expect(map.getByRole('link', { name: '岐阜' })).toBeVisible();
  });

  test('says in three steps how one comes in', async ({ page }) => {
    await page.goto(`${site.address}groups/okinawa/`);
    const join = page.locator('section', { has: page.getByRole('heading', { name: 'この県人会に加わる' }) });
    await expect(join.getByRole('listitem')).toHaveCount(3);
    await expect(join).toContainText('沖縄県人会');
  });

  test('keeps apart where answers come from, and counts each', async ({ page }) => {
    await page.goto(`${site.address}groups/gifu/`);
    for (const heading of [/^記事・公表資料から/, /^この県を想定した作例/]) {
      const part = page.locator('section', { has: page.getByRole('heading', { name: heading, level: 2 }) });
      const said = Number(/(\d+)件/.exec(await part.getByRole('heading', { level: 2 }).innerText())?.[1]);
      expect(said).toBeGreaterThan(0);
      await expect(part.locator('.qa-item')).toHaveCount(said);
    }
  });

  test('where nothing has been brought yet says how, and what is new next door', async ({ page }) => {
    await page.goto(`${site.address}groups/aichi/`);
    const part = page.locator('section', {
      has: page.getByRole('heading', { name: '愛知県人会の投稿は、まだここにありません。' }),
    });
    await expect(part.getByRole('link', { name: '最初の一件を書く方法' })).toHaveAttribute(
      'href',
      /pages\/how-to-write\/$/,
    );
    await expect(part.locator('.title-list a')).toHaveCount(3);
  });

  test('has its まち自慢 as a card', async ({ page }) => {
    await page.goto(`${site.address}groups/saitama/`);
    await page.locator('.pride-link').click();
    await expect(page).toHaveURL(/\/pride\/#2m5aydp7$/);
    await expect(page.locator(':target')).toBeVisible();
  });
});

test.describe('まち自慢', () => {
  test('stands by region, and can be chosen by kind and region, which the address keeps', async ({ page }) => {
    await page.goto(`${site.address}pride/`);
    const all = await page.locator('.pride-card').count();
    await page.getByRole('group', { name: '種類' }).getByRole('button', { name: '自然' }).click();
    await expect(page).toHaveURL(/\?kind=nature$/);
    const shown = page.locator('.pride-card:visible');
    expect(await shown.count()).toBeLessThan(all);
    for (const where of await shown.locator('.pride-where').allTextContents()) expect(where).toContain('自然');
    await page.getByRole('group', { name: '地方' }).getByRole('button', { name: '近畿' }).click();
    await expect(page).toHaveURL(/kind=nature&region=kinki/);
    const both = await shown.count();
    await expect(page.getByRole('status')).toHaveText(`${both}件`);
    await page.reload();
    await expect(shown).toHaveCount(both);
    await expect(page.getByRole('button', { name: '自然' })).toHaveAttribute('aria-pressed', 'true');
    await page.getByRole('group', { name: '地方' }).getByRole('button', { name: '四国' }).click();
    await expect(shown).toHaveCount(0);
    await expect(page.getByRole('status')).toContainText('まだありません');
    expect((await runAxe(page)).map(({ id }) => id)).toEqual([]);
  });

  test('is all there without a script', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.address}pride/?kind=food`);
    await expect(page.locator('.pride-filters')).toBeHidden();
    expect(await page.locator('.pride-card:visible').count()).toBe(await page.locator('.pride-card').count());
    await context.close();
  });
});
