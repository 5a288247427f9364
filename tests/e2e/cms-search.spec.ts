import { expect, test } from '@playwright/test';
import { AdminPage } from './pages/admin-page.ts';
import { openCmsSite, type CmsSite } from './setup/cms-site.ts';
import { sites } from './setup/sites.ts';

/** The search among entries: words of two letters, two words at once, a reading, and an address that was kept. */
let site: CmsSite;

test.beforeAll(async () => {
  site = await openCmsSite({ port: 4531, site: sites.root.folder });
});

test.afterAll(() => site.close());

test('finds entries by words of two letters, in one kind and in all', async ({ page }) => {
  const admin = new AdminPage(page, site.address);
  await admin.openList();
  const box = page.getByPlaceholder('検索');
  const found = page.getByRole('main').getByRole('listitem').getByRole('link');
  for (const typed of ['業者', '庁舎 業者', 'ぎふ 業者']) {
    await box.fill(typed);
    await box.press('Enter');
    await expect(page.getByRole('heading', { name: `「${typed}」の検索結果` })).toBeVisible();
    await expect(found.first(), typed).toContainText('業者');
  }
  await box.fill('存在しない言葉');
  await box.press('Enter');
  await expect(page.getByText('当てはまる項目がありません')).toBeVisible();

  // As somebody opens it who kept the address.
  await page.goto(`${admin.address}#/search/${encodeURIComponent('防災')}`);
  await expect(page.getByRole('heading', { name: '「防災」の検索結果' })).toBeVisible({ timeout: 30_000 });
  await expect(found.filter({ hasText: /^話題\s*防災|防災/ }).first()).toBeVisible();
});
