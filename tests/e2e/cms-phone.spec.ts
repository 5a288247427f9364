import { expect, test, type Locator, type Page } from '@playwright/test';
import { AdminPage } from './pages/admin-page.ts';
import { openCmsSite, type CmsSite } from './setup/cms-site.ts';
import { sites } from './setup/sites.ts';

/** A volunteer corrects a slip on the way home: everything by touch, on a screen of 390 px. */
let site: CmsSite;
let page: Page;
let admin: AdminPage;

const slug = 'gifu/f6dnabg6';

test.describe.configure({ mode: 'serial', timeout: 240_000 });
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test.beforeAll(async ({ browser }) => {
  site = await openCmsSite({ port: 4513, site: sites.root.folder });
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'ja-JP' };
  page = await (await browser.newContext(phone)).newPage();
  page.setDefaultTimeout(30_000);
  admin = new AdminPage(page, site.address);
});

test.afterAll(async () => {
  await page.context().close();
  await site.close();
});

test('shows the list and finds an entry in it', async () => {
  await admin.openList();
  await expectFits('list');
  await page.getByRole('button', { name: '並べ替え' }).tap();
  await expectFits('menu');
  await page.getByRole('menuitem', { name: '質問日' }).tap();
  await page.getByPlaceholder('検索').fill('庁舎の引越しを頼む業者');
  await page.getByPlaceholder('検索').press('Enter');
  await page
    .getByRole('link', { name: /^庁舎の引越しを頼む業者/ })
    .first()
    .tap();
  await expect(admin.field('質問')).toHaveValue(/^庁舎の引越しを頼む業者/, { timeout: 30_000 });
});

test('corrects a slip in the form, with fields on which a phone does not zoom', async () => {
  await expectFits('form');
  await expect(page.locator('.SplitPane')).toHaveCount(0);
  const summary = admin.field('一言回答');
  await summary.tap();
  await summary.fill('契約は開庁の8か月前までに決めます。');
  const body = admin.editor('body');
  await body.tap();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('\n\n担当者の名刺を控えます。');
  const toolbar = page.getByRole('toolbar', { name: 'まとめ（本文）の書式' });
  await toolbar.getByRole('button', { name: 'リンク' }).tap();
  const dialog = admin.dialog('リンク');
  await expectFits('dialog');
  await dialog.getByLabel('表示する言葉').fill('県の手引き');
  await dialog.getByLabel(/^アドレス/).fill('https://www.pref.gifu.lg.jp/');
  await dialog.getByRole('button', { name: '入れる' }).tap();
  await expect(body).toContainText('[県の手引き](https://www.pref.gifu.lg.jp/)');
  const sizes = await page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'input:not([type="hidden"], [type="checkbox"]), textarea, select, .cm-content',
      ),
    ]
      .filter((field) => field.offsetParent !== null)
      .map((field) => ({
        name: field.id || field.className,
        size: Number.parseFloat(getComputedStyle(field).fontSize),
      })),
  );
  expect(sizes.length).toBeGreaterThan(8);
  expect(sizes.filter(({ size }) => size < 16)).toEqual([]);
});

test('chooses in a long list by touch', async () => {
  const field = page
    .locator('[class*="-ControlContainer"]')
    .filter({ has: page.locator('label', { hasText: /^都道府県人会/ }) });
  await field.locator('.kj-choice__control').tap();
  await page.getByLabel('都道府県人会', { exact: true }).fill('ぎふ');
  await page.getByRole('option', { name: '岐阜県' }).tap();
  await expect(field.getByText('岐阜県', { exact: true })).toBeVisible();
});

test('shows how it will look, in place of the form, and goes back', async () => {
  const toggle = page.getByRole('button', { name: /見え方/ }).first();
  await toggle.tap();
  const heading = admin.preview().getByRole('heading', { level: 1 });
  await expect(page.getByRole('button', { name: /見え方/ })).toHaveCount(1);
  await expect(heading).toBeInViewport();
  await expect(admin.preview().getByText('県の手引き')).toBeAttached();
  await expectFits('preview');
  await expectUncovered(heading);
  await toggle.tap();
  await expect(admin.field('質問')).toBeInViewport();
});

test('saves, asks for a review and publishes', async () => {
  await page.getByRole('button', { name: '保存', exact: true }).tap();
  await expect(page.getByText('保存済', { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/^進み具合：下書き/)).toBeInViewport({ ratio: 1 });
  await expectFits('draft');
  for (const status of ['レビュー中', '準備完了']) {
    await page.getByText(/^進み具合：/).tap();
    await page.getByRole('menuitem', { name: status }).tap();
    await expect(page.getByText(`進み具合：${status}`)).toBeVisible({ timeout: 30_000 });
  }
  const publish = page.getByRole('button', { name: '公開', exact: true });
  await expect(publish).toBeInViewport({ ratio: 1 });
  await publish.tap();
  await page.getByRole('menuitem', { name: '公開する' }).tap();
  await expect
    .poll(() => site.git('show', `main:content/qa/${slug}.mdx`), { timeout: 30_000 })
    .toContain('名刺を控えます');
});

test('shows the board in one column, with the buttons of its cards', async () => {
  await admin.openEntry(
    'nara/' + (site.git('ls-tree', '--name-only', 'main:content/qa/nara/').split('\n')[0] ?? '').replace('.mdx', ''),
  );
  await admin.field('一言回答').fill('板に載せる一言回答です。');
  await page.getByRole('button', { name: '保存', exact: true }).tap();
  await expect(page.getByText('保存済', { exact: true })).toBeVisible({ timeout: 30_000 });
  await page.goto(`${site.address}admin/#/workflow`);
  await expect(page.getByRole('heading', { name: '下書きと確認' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: '下書きを削除' })).toBeVisible();
  await expectFits('board');
});

test('shows the images', async () => {
  await page.getByRole('button', { name: '画像' }).tap();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectFits('images');
  await page.getByRole('button', { name: '閉じる', exact: true }).tap();
});

test('confirms an answer on the review page', async () => {
  await page.goto(`${site.address}admin/review/`);
  await page.getByLabel('範囲').selectOption('12');
  await expect(page.getByLabel('範囲')).toHaveCSS('font-size', '16px');
  await expectFits('review');
  const row = page.getByRole('row').nth(1);
  await row.getByRole('button').tap();
  await expect(row.getByRole('status')).toContainText('公開しました');
});

/** Nothing lies beside the screen, and what is touched is large enough for a finger (44 px). */
async function expectFits(name: string): Promise<void> {
  const { wide, small } = await page.evaluate(() => {
    const touchable =
      'button, [role="button"], [role="menuitem"], input:not([type="hidden"], [type="file"]), select, textarea, nav a';
    const shown = [...document.querySelectorAll<HTMLElement>(touchable)].filter((element) => {
      const box = element.getBoundingClientRect();
      return (
        element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && box.width > 0 && box.height > 0
      );
    });
    const area = (element: HTMLElement) =>
      (element.closest('.kj-choice__control, label:not([for])') ?? element).getBoundingClientRect();
    const describe = (element: HTMLElement) => {
      const { width, height } = area(element);
      return `${element.outerHTML.slice(0, 120)} ${Math.round(width)}×${Math.round(height)}`;
    };
    return {
      wide: Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - innerWidth,
      small: shown
        .filter((element) => area(element).width < 43.5 || area(element).height < 43.5)
        .map((element) => describe(element)),
    };
  });
  expect(wide, name).toBeLessThanOrEqual(0);
  expect([...new Set(small)], name).toEqual([]);
}

/** What stands at the corners of the first line is the heading itself. */
async function expectUncovered(heading: Locator): Promise<void> {
  const frame = await page.locator('#preview-pane').boundingBox();
  const inside = await heading.evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect);
  if (!frame) throw new Error('There is no preview.');
  const places = [inside.x + 2, inside.x + inside.width - 2].map((x) => ({
    x: frame.x + x,
    y: frame.y + inside.y + 8,
  }));
  const tops = await page.evaluate((points) => points.map(({ x, y }) => document.elementFromPoint(x, y)?.id), places);
  expect(tops).toEqual(['preview-pane', 'preview-pane']);
}
