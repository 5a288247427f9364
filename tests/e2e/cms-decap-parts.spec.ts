import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { decapParts } from '../../cms/admin/decap/decap-parts.ts';
import { AdminPage } from './pages/admin-page.ts';
import { openCmsSite, type CmsSite } from './setup/cms-site.ts';
import { sites } from './setup/sites.ts';
import { makePicture } from './setup/small-picture.ts';

/**
 * The desk's look and some of its behaviour take hold of Decap's markup by the names of its components. Whatever an
 * update of Decap renames is missing here, by its name.
 */
const styleSheets = readdirSync('cms/admin/look').map((name) => path.join('cms/admin/look', name));
const hooks = new Set([
  ...styleSheets.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\[(?:class|id|for)\*='[^']+'\]|\.(?:SplitPane|Pane[12]|Resizer)\b/g)].map(
      ([hook]) => hook,
    ),
  ),
  ...Object.values(decapParts),
]);

let site: CmsSite;

test.beforeAll(async () => {
  site = await openCmsSite({ port: 4514, site: sites.root.folder });
});

test.afterAll(async () => {
  await site.close();
});

test('finds in Decap every part that the style sheets and the scripts name', async ({ page }) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 1280, height: 900 });
  page.setDefaultTimeout(30_000);
  const admin = new AdminPage(page, site.address);
  const missing = new Set(hooks);
  const look = async () => {
    const found = await page.evaluate((all) => all.filter((hook) => document.querySelector(hook)), [...missing]);
    for (const hook of found) missing.delete(hook);
  };
  expect(hooks.size).toBeGreaterThan(40);

  await admin.openList();
  await page.getByRole('button', { name: '並べ替え' }).click();
  await expect(page.getByRole('menuitem', { name: '質問日' })).toBeVisible();
  await look();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'カードで見る' }).click();
  await look();
  await page.getByPlaceholder('検索').click();
  await page.getByPlaceholder('検索').fill('庁舎');
  await look();

  await admin.openEntry('gifu/f6dnabg6');
  await expect(page.locator('#preview-pane')).toBeVisible();
  await look();
  await admin.write('一言回答', '部品を確かめるための一言回答です。');
  await expect(page.getByText('未保存', { exact: true })).toBeVisible();
  await look();
  await admin.save();
  await look();
  await page.getByRole('button', { name: /プレビュー/ }).click();
  await look();
  await page.getByRole('button', { name: /プレビュー/ }).click();

  await admin.openList('events');
  await page.goto(`${site.address}admin/#/collections/events/new`);
  await expect(page.getByText('オンライン', { exact: false }).first()).toBeVisible({ timeout: 30_000 });
  await look();
  await admin.openList();
  await expect(page.getByText('下書き', { exact: true }).first()).toBeVisible();
  await look();
  await page.goto(`${site.address}admin/#/workflow`);
  await expect(page.getByRole('button', { name: '下書きを削除' })).toBeAttached({ timeout: 30_000 });
  await look();
  await page.getByRole('link', { name: /庁舎の引越し/ }).hover();
  await page.mouse.down();
  await page.getByRole('heading', { name: 'レビュー中' }).hover();
  await page.getByRole('heading', { name: 'レビュー中' }).hover({ position: { x: 20, y: 10 } });
  await look();
  await page.mouse.up();
  await page.getByRole('button', { name: '画像' }).click();
  await page
    .getByRole('dialog')
    .locator('input[type="file"]')
    .setInputFiles({ name: 'chosha.png', mimeType: 'image/png', buffer: makePicture(40, 30) });
  await expect(page.getByRole('dialog').getByText(/\.png/)).toBeVisible({ timeout: 30_000 });
  await look();
  expect([...missing]).toEqual([]);
});
