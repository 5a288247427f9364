import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { writeAccounts } from '../../cms/server/access/accounts.ts';
import { hashPassword } from '../../cms/server/access/password.ts';
import { AdminPage } from './pages/admin-page.ts';
import { openCmsSite, type CmsSite } from './setup/cms-site.ts';
import { sites } from './setup/sites.ts';

/** What goes wrong between two editors, a line and a clock, on a server with logins. */
let site: CmsSite;
let hanako: Editor;
let taro: Editor;

test.describe.configure({ mode: 'default' });

test.beforeAll(async ({ browser }) => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'kenjinkai-people-')), 'accounts.yaml');
  const password = await hashPassword(secret);
  await writeAccounts(file, [
    { login: 'hanako', name: '岐阜 花子', role: 'editor', groups: ['gifu'], password },
    { login: 'taro', name: '岐阜 太郎', role: 'editor', groups: ['gifu'], password },
  ]);
  site = await openCmsSite({ port: 4482, site: sites.root.folder, access: { mode: 'accounts', file } });
  hanako = await signIn(browser, 'hanako');
  taro = await signIn(browser, 'taro');
});

test.afterAll(async () => {
  await hanako.page.close();
  await taro.page.close();
  await site.close();
});

const secret = 'とても-長い-あいことば-2026';

test('offers both changes of one entry together when they do not touch', async () => {
  const slug = 'gifu/f6dnabg6';
  await hanako.admin.openEntry(slug);
  await taro.admin.openEntry(slug);
  await hanako.admin.write('一言回答', '花子が先に直した、半年前までに決めるという答えです。');
  await hanako.admin.save();
  await taro.admin.editor('body').click();
  await taro.page.keyboard.press('Control+End');
  await taro.page.keyboard.insertText('\n\n太郎が後から足した段落です。');
  await taro.admin.pressSave();
  const dialog = taro.admin.dialog('ほかの人が先に保存しました');
  await expect(dialog).toContainText('岐阜 花子さんが');
  await expect(dialog.getByRole('region', { name: '二つの内容の比較' })).toContainText('花子が先に直した');
  await dialog.getByRole('button', { name: '両方をまとめて保存する' }).click();
  // The form holds one half alone; it is read anew, and nothing can be typed into it until then.
  const reading = taro.admin.dialog('読み直しています');
  await expect(reading).toBeVisible();
  await expect(reading).toBeHidden();
  await expect(taro.admin.field('一言回答')).toHaveValue(/花子が先に直した/, { timeout: 20_000 });
  await expect(taro.admin.editor('body')).toContainText('太郎が後から足した段落です。');
  const text = site.git('show', `cms/qa/${slug}:content/qa/${slug}.mdx`);
  expect(text).toContain('花子が先に直した');
  expect(text).toContain('太郎が後から足した段落です。');
});

test('lets an editor go back from a conflict with everything typed, and overwrite on purpose', async () => {
  const slug = 'gifu/kxm6w5sl';
  await hanako.admin.openEntry(slug);
  await taro.admin.openEntry(slug);
  await hanako.admin.write('一言回答', '花子が書いた一言回答で、先に保存されました。');
  await hanako.admin.save();
  await taro.admin.write('一言回答', '太郎が書いた一言回答で、後から保存します。');
  await taro.admin.pressSave();
  await taro.admin.dialog('ほかの人が先に保存しました').getByRole('button', { name: '保存せずに編集へ戻る' }).click();
  await expect(taro.admin.field('一言回答')).toHaveValue('太郎が書いた一言回答で、後から保存します。');
  await expect(taro.page.getByText('未保存', { exact: true })).toBeVisible();
  await taro.admin.pressSave();
  await taro.admin.dialog('ほかの人が先に保存しました').getByRole('button', { name: '自分の内容で上書きする' }).click();
  await expect(taro.page.getByText('保存済', { exact: true })).toBeVisible();
  expect(site.git('show', `cms/qa/${slug}:content/qa/${slug}.mdx`)).toContain('太郎が書いた一言回答');
  expect(site.git('log', '--format=%an', `cms/qa/${slug}`)).toContain('岐阜 花子');
});

test('keeps what was typed when the line is cut during a save, and sends it when the line is back', async () => {
  const slug = 'gifu/l5f6tabt';
  await hanako.admin.openEntry(slug);
  await hanako.admin.write('一言回答', '回線が切れても失われない一言回答です。');
  site.cut(true);
  await hanako.admin.pressSave();
  const dialog = hanako.admin.dialog('サーバーにつながりません');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'もう一度送る' }).click();
  await expect(dialog).toBeVisible();
  site.cut(false);
  await dialog.getByRole('button', { name: 'もう一度送る' }).click();
  await expect(hanako.page.getByText('保存済', { exact: true })).toBeVisible();
  expect(site.git('show', `cms/qa/${slug}:content/qa/${slug}.mdx`)).toContain('回線が切れても失われない');
});

test('does not let an editor approve what another has changed since they read it', async () => {
  const slug = 'gifu/l5f6tabt';
  await taro.admin.openEntry(slug);
  await taro.admin.write('一言回答', '太郎が書いた、確認を待つ一言回答です。');
  await taro.admin.save();
  await hanako.admin.openEntry(slug);
  await taro.admin.write('一言回答', '太郎が後から書き換えた一言回答です。');
  await taro.admin.save();
  await hanako.page.getByText(/^進み具合：/).click();
  await hanako.page.getByRole('menuitem', { name: 'レビュー中' }).click();
  await expect(hanako.page.getByText(/岐阜 太郎さんが.*開き直して/).first()).toBeVisible();
  expect(site.git('log', '-1', '--format=%(trailers:key=CMS-Status,valueonly)', `cms/qa/${slug}`).trim()).toBe('draft');
  await hanako.admin.openEntry(slug);
  await expect(hanako.admin.field('一言回答')).toHaveValue('太郎が後から書き換えた一言回答です。');
  await hanako.admin.setStatus('レビュー中');
});

test('says a refusal that quotes what somebody wrote, and says it once', async () => {
  const slug = 'gifu/xgby7jf2';
  const sentence = String.raw`表題「"庁舎" ['移転'] \の #記録」は使えません。書き直してください。`;
  await taro.admin.openEntry(slug);
  await taro.admin.write('一言回答', '断られることになっている一言回答です。');
  await taro.page.route('**/api/cms/v1', async (route) => {
    const { action } = route.request().postDataJSON() as { action?: string };
    if (action !== 'persistEntry') return route.continue();
    await route.fulfill({ status: 403, json: { code: 'not-allowed', error: sentence } });
  });
  for (const _time of ['first', 'second']) {
    await taro.admin.pressSave();
    await expect(taro.page.getByRole('alert').filter({ hasText: sentence })).toHaveCount(1);
  }
  await taro.page.unroute('**/api/cms/v1');
  await taro.admin.save();
});

test('asks for the login again when it has expired during a save, and saves then', async () => {
  const slug = 'gifu/ziiz7zob';
  await hanako.admin.openEntry(slug);
  await hanako.admin.write('一言回答', 'ログインが切れても失われない一言回答です。');
  site.passHours(13);
  await hanako.admin.pressSave();
  const dialog = hanako.admin.dialog('編集室へのログイン');
  await dialog.getByLabel('ログイン名').fill('hanako');
  await dialog.getByLabel('パスワード').fill('ちがう');
  await dialog.getByRole('button', { name: 'ログイン' }).click();
  await expect(dialog.getByRole('alert')).toContainText('違います');
  await dialog.getByLabel('パスワード').fill(secret);
  await dialog.getByRole('button', { name: 'ログイン' }).click();
  await expect(hanako.page.getByText('保存済', { exact: true })).toBeVisible();
  expect(site.git('show', `cms/qa/${slug}:content/qa/${slug}.mdx`)).toContain('ログインが切れても失われない');
  expect(site.git('log', '-1', '--format=%an', `cms/qa/${slug}`)).toBe('岐阜 花子');
});

test('brings back from the device what was typed before a tab was closed', async ({ browser }) => {
  const slug = 'gifu/esurg3af';
  const context = await browser.newContext({ storageState: await hanako.page.context().storageState() });
  const page = await context.newPage();
  const admin = new AdminPage(page, site.address);
  await admin.openEntry(slug);
  await admin.write('一言回答', 'タブを閉じても端末に残る一言回答です。');
  await page.waitForTimeout(2_600);
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  const restored = new AdminPage(again, site.address);
  await again.goto(`${site.address}admin/#/collections/qa/entries/${slug}`);
  await restored
    .dialog('保存していない控えがあります')
    .getByRole('button', { name: /を戻す$/ })
    .click({ timeout: 30_000 });
  await expect(restored.field('一言回答')).toHaveValue('タブを閉じても端末に残る一言回答です。');
  await restored.save();
  expect(site.git('show', `cms/qa/${slug}:content/qa/${slug}.mdx`)).toContain('端末に残る');
  await context.close();
});

async function signIn(browser: Browser, login: string): Promise<Editor> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  await page.goto(`${site.address}admin/`);
  const dialog = page.getByRole('dialog', { name: '編集室へのログイン' });
  await dialog.getByLabel('ログイン名').fill(login);
  await dialog.getByLabel('パスワード').fill(secret);
  await dialog.getByRole('button', { name: 'ログイン' }).click();
  await expect(page.getByRole('button', { name: '並べ替え' })).toBeVisible({ timeout: 20_000 });
  return { page, admin: new AdminPage(page, site.address) };
}

interface Editor {
  page: Page;
  admin: AdminPage;
}
