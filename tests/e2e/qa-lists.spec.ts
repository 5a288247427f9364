import { expect, test, type Page } from '@playwright/test';
import { skipInFirefox } from './setup/engine-limits.ts';
import { sites } from './setup/sites.ts';
import { runAxe } from './setup/run-axe.ts';

const site = sites.root;
const address = `${site.address}q/kxm6w5sl/`;
const list = (page: Page) => page.getByRole('group', { name: 'この工程表でよいかの点検' });

test.describe('a checklist', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('is reached by a chip, ticked by key and touch, and found as it was left', async ({ page }) => {
    await page.goto(address);
    await page.getByRole('link', { name: 'チェックリストへ' }).click();
    await expect(list(page)).toBeInViewport();
    const boxes = list(page).getByRole('checkbox');
    await expect(boxes).toHaveCount(8);
    await boxes.first().focus();
    await page.keyboard.press('Space');
    await list(page).getByText('凍結日と予備日が全課に知らされている').click();
    await expect(list(page)).toContainText('2／8・この端末だけに保存');
    const heights = await list(page)
      .locator('label')
      .evaluateAll((labels) => labels.map((label) => label.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    await page.reload();
    await list(page).scrollIntoViewIfNeeded();
    await expect(list(page)).toContainText('2／8');
    await expect(list(page).getByRole('checkbox', { name: /凍結日/ })).toBeChecked();
  });

  test('is copied with its boxes, cleared and brought back', async ({ page }) => {
    await page.goto(`${address}#checklist`);
    await list(page).getByRole('checkbox').nth(1).check();
    await list(page).getByRole('button', { name: 'リストをコピー' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\n').slice(0, 3)).toEqual([
      'この工程表でよいかの点検',
      '□ 引渡しから開庁まで2か月以上ある',
      '☑ 引越しの履行期間と予算の年度が合っている',
    ]);
    expect(copied.split('\n').at(-1)).toBe(`${site.origin}/q/kxm6w5sl/`);
    await list(page).getByRole('button', { name: 'チェックを外す' }).click();
    await expect(list(page)).toContainText('0／8');
    await list(page).getByRole('button', { name: '外したチェックを戻す' }).click();
    await expect(list(page)).toContainText('1／8');
    await expect(list(page).getByRole('checkbox').nth(1)).toBeChecked();
  });

  test('is printed alone, as it stands', async ({ page }) => {
    skipInFirefox('print');
    await page.addInitScript(() => Object.assign(window, { print: () => undefined }));
    await page.goto(`${address}#checklist`);
    await list(page).getByRole('checkbox').first().check();
    await list(page).getByRole('button', { name: 'リストだけ印刷' }).click();
    await page.emulateMedia({ media: 'print' });
    const sheet = page.locator('.print-sheet');
    await expect(sheet).toBeVisible();
    await expect(sheet).toContainText(`${site.origin}/q/kxm6w5sl/`);
    await expect(sheet.getByRole('checkbox').first()).toBeChecked();
    await expect(page.locator('h1')).toBeHidden();
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect(sheet).toHaveCount(0);
    await expect(page.locator('h1')).toBeVisible();
  });

  test('has no fault that axe finds once it can be ticked', async ({ page }) => {
    await page.goto(`${address}#checklist`);
    await expect(list(page).getByRole('checkbox').first()).toBeVisible();
    expect(await runAxe(page)).toEqual([]);
  });
});

test('without script a checklist is a list with boxes', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address);
  await expect(page.locator('.checklist li')).toHaveCount(8);
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await context.close();
});

test.describe('a table', () => {
  test('is a row of blocks on a phone, headed by the first cell, and stays a table to screen readers', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${address}#h-逆算表`);
    const table = page.getByRole('table', { name: '逆算表の表' });
    await expect(table.getByRole('row')).toHaveCount(13);
    await expect(table.getByRole('rowheader').first()).toHaveText('24〜18か月');
    await expect(table.getByRole('columnheader')).toHaveCount(3);
    const isBelow = await table
      .getByRole('row')
      .nth(1)
      .evaluate((row) => {
        const [head, cell] = [...row.children].map((part) => part.getBoundingClientRect());
        return head !== undefined && cell !== undefined && cell.top >= head.bottom - 1 && cell.left === head.left;
      });
    expect(isBelow).toBe(true);
    expect(
      await table
        .getByRole('cell')
        .first()
        .evaluate((element) => getComputedStyle(element, '::before').content),
    ).toContain('移転担当がすること');
    expect(await table.evaluate((element) => getComputedStyle(element).fontSize)).toBe('16px');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test('has the names of its columns beside what stands in them on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${address}#h-逆算表`);
    // The name of the column, which stands before the words on a phone, is a part of the cell's own.
    const table = page.getByRole('table', { name: '逆算表の表' });
    const cell = table.getByRole('cell', { name: '一緒に動く相手 全課', exact: true }).first();
    const lines = await cell.evaluate((element) => {
      const { lineHeight, paddingBlockStart, paddingBlockEnd } = getComputedStyle(element);
      return (
        (element.clientHeight - parseFloat(paddingBlockStart) - parseFloat(paddingBlockEnd)) / parseFloat(lineHeight)
      );
    });
    // 「一緒に動く相手」 takes two lines beside it; above it, it would add a third.
    expect(Math.round(lines)).toBeLessThanOrEqual(2);
  });

  test('without script is a table on a phone, too, since no script says to screen readers that blocks are one', async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.goto(address);
    const table = page.locator('.timeline table');
    for (const [part, display] of [
      ['tr', 'table-row'],
      ['td', 'table-cell'],
      ['thead', 'table-header-group'],
    ] as const)
      await expect(table.locator(part).first()).toHaveCSS('display', display);
    await expect(table.locator('thead')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await context.close();
  });

  test('has short heads of rows in one line, and no comma at the beginning of one', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 844 });
    await page.goto(`${address}#h-逆算表`);
    const heads = page.getByRole('table', { name: '逆算表の表' }).getByRole('rowheader');
    await expect(heads).toHaveCount(12);
    const lines = await heads.evaluateAll((cells) =>
      cells.map((cell) => {
        const text = document.createRange();
        text.selectNodeContents(cell);
        return text.getClientRects().length;
      }),
    );
    expect(lines.slice(0, 4)).toEqual([1, 1, 1, 1]);
    // An inline block may be parted from the comma after it.
    await expect(page.locator('.footnote-ref').first()).toHaveCSS('display', 'inline');
    const mark = await page.locator('.footnote-ref').first().boundingBox();
    expect(Math.min(mark?.width ?? 0, mark?.height ?? 0)).toBeGreaterThanOrEqual(24);
  });

  test('is a stop for the keyboard only where it scrolls', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 844 });
    await page.goto(`${address}#h-逆算表`);
    const frame = page.getByRole('group', { name: '逆算表の表' });
    await expect(frame).not.toHaveAttribute('tabindex');
    await frame.evaluate((element) => Object.assign((element as HTMLElement).style, { width: '12rem' }));
    await expect(frame).toHaveAttribute('tabindex', '0');
  });
});

test('one sheet holds the short answer and what to do and check, the whole print everything', async ({ page }) => {
  skipInFirefox('print');
  await page.addInitScript(() => Object.assign(window, { print: () => undefined }));
  await page.goto(address);
  await page.getByText('共有', { exact: true }).click();
  await page.getByRole('button', { name: '要点1枚を印刷' }).click();
  await page.emulateMedia({ media: 'print' });
  for (const shown of ['.answer-box', '.steps', '.checklist', '.print-head', '#h-体制'])
    await expect(page.locator(shown).first()).toBeVisible();
  for (const left of ['#a1', '#h-逆算表', '.feedback', '#grounds']) await expect(page.locator(left)).toBeHidden();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('#a1')).toBeVisible();
});
