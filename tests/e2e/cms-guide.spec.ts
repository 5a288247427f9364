import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { AdminPage } from './pages/admin-page.ts';
import { openCmsSite, type CmsSite } from './setup/cms-site.ts';
import { sites } from './setup/sites.ts';

/**
 * The way of the editors' guide, walked once. With `GUIDE_PICTURES=1` it writes the pictures of the guide, so that
 * these show what there is.
 */
const folder = 'docs/pictures';

test.describe.configure({ mode: 'default' });

let site: CmsSite;

test.beforeAll(async () => {
  site = await openCmsSite({ port: 4483, site: sites.root.folder });
});

test.afterAll(async () => site.close());

test('leads through the editors’ guide', async ({ browser }) => {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
  });
  const admin = new AdminPage(page, site.address);

  await admin.openList();
  await take(page, 'list');

  await admin.openNew();
  await admin.type(admin.field('質問'), '庁舎の引越しの業者は、いつ、どう決めればよいですか。');
  await expect(page.getByText('よく似た質問がすでにあります。')).toBeVisible();
  await take(page, 'question');

  await admin.type(admin.field('一言回答'), '閉庁日に動かし、次の開庁日の窓口は平常どおり開けるのが基本です。');
  await admin.type(admin.editor(0), '金曜の閉庁後から土曜にかけて動かし、日曜に端末と電話を確かめました。');
  await admin.type(admin.editor('body'), '## 進め方\n\n連絡先は058-272-1111です。');
  await expect(page.locator('.kj-findings .kj-error').first()).toContainText('電話番号');
  // What is said of the text stands below it.
  await page
    .locator('.kj-findings .kj-error')
    .first()
    .evaluate((finding) => finding.scrollIntoView({ block: 'end' }));
  await take(page, 'text');

  await page
    .getByRole('toolbar', { name: 'まとめ（本文）の書式' })
    .getByRole('button', { name: 'チェックリスト' })
    .click();
  await take(page, 'component');
  await page.keyboard.press('Escape');

  await admin.openEntry('gifu/f6dnabg6');
  await admin.write('一言回答', '契約は開庁の8か月前までに。物量と条件を仕様書に書いてから決めます。');
  await admin.save();
  await page.getByText(/^進み具合：/).click();
  await take(page, 'status');
  await page.getByRole('menuitem', { name: 'レビュー中' }).click();
  await expect(page.getByText('進み具合：レビュー中')).toBeVisible();

  await page.goto(`${site.address}admin/#/workflow`);
  await expect(page.getByRole('heading', { name: '下書きと確認' })).toBeVisible();
  await expect(page.getByText('庁舎の引越しを頼む業者').first()).toBeVisible();
  await take(page, 'board');

  await page.goto(`${site.address}admin/review/`);
  await page.getByLabel('範囲').selectOption('12');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await take(page, 'review');
  await page.close();
});

test('works below a base path', async ({ page }) => {
  const below = await openCmsSite({ port: 4484, site: sites.based.folder, base: sites.based.base });
  const problems: string[] = [];
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith('http://localhost:4484/kenjinkai/'))
      problems.push(request.url());
  });
  const admin = new AdminPage(page, below.address);
  await admin.openEntry('gifu/f6dnabg6');
  await admin.write('一言回答', '下の階層に置いたサイトから保存する一言回答です。');
  await admin.save();
  expect(below.git('show', 'cms/qa/gifu/f6dnabg6:content/qa/gifu/f6dnabg6.mdx')).toContain('下の階層に置いたサイト');
  expect(problems).toEqual([]);
  await page.close();
  await below.close();
});

test('says in Japanese that a site without the server cannot be edited', async ({ page }) => {
  await page.route('**/api/cms/**', (route) => route.fulfill({ status: 404, body: 'not found' }));
  await page.goto(`${site.address}admin/`);
  await expect(page.getByRole('heading', { name: 'ここでは編集できません' })).toBeVisible();
});

test('says what the desk needs where the server has nothing to edit', async ({ page }) => {
  const error = '「/home/hanako/kenjinkai」はGitの管理下にないため、編集を始められません。';
  await page.route('**/api/cms/**', (route) => route.fulfill({ status: 503, json: { error, code: 'no-desk' } }));
  for (const place of ['admin/', 'admin/review/']) {
    await page.goto(site.address + place);
    await expect(page.getByRole('heading', { name: 'ここでは編集できません' })).toBeVisible();
    await expect(page.getByText(error)).toBeVisible();
    await expect(page.getByText('検索することは、このままできます')).toBeVisible();
    await expect(page.getByText('npm start')).toBeHidden();
  }
});

async function take(page: Page, name: string): Promise<void> {
  if (!process.env['GUIDE_PICTURES']) return;
  mkdirSync(folder, { recursive: true });
  await page.waitForTimeout(600);
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
}
