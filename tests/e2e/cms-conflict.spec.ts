import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { writeAccounts } from '../../cms/server/access/accounts.ts';
import { hashPassword } from '../../cms/server/access/password.ts';
import { AdminPage } from './pages/admin-page.ts';
import { openCmsSite, type CmsSite } from './setup/cms-site.ts';
import { runAxe } from './setup/run-axe.ts';
import { sites } from './setup/sites.ts';

/** Two editors who changed the same place: nothing of either is saved away unseen. */
let site: CmsSite;
let hanako: Editor;
let taro: Editor;

test.describe.configure({ mode: 'default', timeout: 240_000 });

test.beforeAll(async ({ browser }) => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'kenjinkai-people-')), 'accounts.yaml');
  const password = await hashPassword(secret);
  await writeAccounts(file, [
    { login: 'hanako', name: '岐阜 花子', role: 'editor', groups: ['gifu'], password },
    { login: 'taro', name: '岐阜 太郎', role: 'editor', groups: ['gifu'], password },
  ]);
  site = await openCmsSite({ port: 4489, site: sites.root.folder, access: { mode: 'accounts', file } });
  hanako = await signIn(browser, 'hanako');
  taro = await signIn(browser, 'taro');
});

test.afterAll(async () => {
  await hanako.page.context().close();
  await taro.page.context().close();
  await site.close();
});

const secret = 'とても-長い-あいことば-2026';
const title = 'ほかの人が先に保存しました';

test('starts with both versions of each place that both changed, and saves once each was decided', async () => {
  const slug = 'gifu/f6dnabg6';
  await hanako.admin.openEntry(slug);
  await taro.admin.openEntry(slug);
  await hanako.admin.write('一言回答', '花子の一言回答で、先に保存されました。');
  await appendToFirstLine(hanako, '（花子の見出し）');
  await hanako.admin.save();
  await taro.admin.write('一言回答', '太郎の一言回答で、後から保存します。');
  await appendToFirstLine(taro, '（太郎の見出し）');
  await taro.admin.pressSave();

  const dialog = taro.admin.dialog(title);
  const save = dialog.getByRole('button', { name: '決めた内容で保存する' });
  const [summary, body] = [
    dialog.getByRole('group', { name: /一言回答/ }),
    dialog.getByRole('group', { name: /まとめ/ }),
  ];
  await expect(dialog.getByRole('textbox')).toHaveCount(2);
  await expect(summary.getByRole('textbox')).toHaveValue(/花子の一言回答で[^]*太郎の一言回答で/);
  await expect(body.getByRole('textbox')).toHaveValue(/花子の見出し[^]*太郎の見出し/);
  await expect(dialog.getByRole('textbox').first()).not.toHaveValue(/<<<|>>>|===/);
  await expect(save).toBeDisabled();
  await expect(dialog).toContainText('あと2か所');
  expect(await runAxe(taro.page, {}, '.kj-dialog')).toEqual([]);
  await takePictures(taro.page);

  // By keyboard: a button decides the one, a hand the other.
  await summary.getByRole('button', { name: /自分の内容にする/ }).focus();
  await taro.page.keyboard.press('Enter');
  await expect(summary.getByRole('textbox')).toHaveValue('太郎の一言回答で、後から保存します。');
  await expect(save).toBeDisabled();
  const box = body.getByRole('textbox');
  await box.focus();
  await taro.page.keyboard.press('Control+Home');
  await taro.page.keyboard.insertText('半分だけ直した文。');
  await expect(save).toBeDisabled();
  await body.getByRole('button', { name: /この順で両方を残す/ }).press('Enter');
  await expect(save).toBeEnabled();
  await box.press('Control+End');
  await taro.page.keyboard.insertText('（二人で決めた）');
  await expect(dialog).toContainText('すべて決まりました');
  await save.press('Enter');
  await expect(taro.admin.dialog('読み直しています')).toBeVisible();
  await expect(taro.admin.dialog('読み直しています')).toBeHidden();

  await expect(taro.admin.field('一言回答')).toHaveValue('太郎の一言回答で、後から保存します。', { timeout: 30_000 });
  const text = site.git('show', `cms/qa/${slug}:content/qa/${slug}.mdx`);
  expect(text).toMatch(/花子の見出し）\n\n.*太郎の見出し）（二人で決めた）\n/);
  expect(text).not.toMatch(/ここから|ここまで|▼|▲/);
  await taro.admin.editor('body').click();
  await taro.page.keyboard.press('Control+z');
  await expect(taro.admin.editor('body')).toContainText('二人で決めた');
});

test('waits for a decision where one deleted what the other changed, and goes back with nothing lost', async () => {
  const slug = 'gifu/ziiz7zob';
  await hanako.admin.openEntry(slug);
  await taro.admin.openEntry(slug);
  await hanako.admin.editor('body').click();
  await hanako.page.keyboard.press('Control+Home');
  await hanako.page.keyboard.press('Shift+End');
  await hanako.page.keyboard.press('Delete');
  await hanako.admin.save();
  await appendToFirstLine(taro, '（太郎の見出し）');
  await taro.admin.pressSave();
  const dialog = taro.admin.dialog(title);
  await expect(dialog.getByRole('textbox')).toHaveValue(/消されています[^]*太郎の見出し/);
  await expect(dialog.locator('.kj-main')).toBeDisabled();
  await taro.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(taro.admin.editor('body')).toContainText('（太郎の見出し）');
  await expect(taro.page.getByText('未保存', { exact: true })).toBeVisible();
  await taro.admin.pressSave();
  await dialog.getByRole('button', { name: /岐阜 花子さんと同じく消す/ }).click();
  await dialog.locator('.kj-main').click();
  await expect(taro.admin.editor('body')).not.toContainText('（太郎の見出し）', { timeout: 30_000 });
  expect(site.git('show', `cms/qa/${slug}:content/qa/${slug}.mdx`)).not.toContain('（太郎の見出し）');
});

/** Looked at by whoever changes the dialog: `PICTURES=folder`. */
async function takePictures(page: Page): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder === undefined) return;
  for (const width of [390, 1_280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: path.join(folder, `conflict-${width}-${colorScheme}.png`) });
      await page.locator('.kj-place').last().scrollIntoViewIfNeeded();
      await page.screenshot({ path: path.join(folder, `conflict-${width}-${colorScheme}-end.png`) });
    }
  }
  await page.setViewportSize({ width: 1_400, height: 1_000 });
}

async function appendToFirstLine({ page, admin }: Editor, text: string): Promise<void> {
  await admin.editor('body').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  await page.keyboard.insertText(text);
}

async function signIn(browser: Browser, login: string): Promise<Editor> {
  const context = await browser.newContext({ viewport: { width: 1_400, height: 1_000 } });
  const page = await context.newPage();
  await page.goto(`${site.address}admin/`);
  const dialog = page.getByRole('dialog', { name: '編集室へのログイン' });
  await dialog.getByLabel('ログイン名').fill(login);
  await dialog.getByLabel('パスワード').fill(secret);
  await dialog.getByRole('button', { name: 'ログイン' }).click();
  await expect(page.getByRole('button', { name: '並べ替え' })).toBeVisible({ timeout: 30_000 });
  return { page, admin: new AdminPage(page, site.address) };
}

interface Editor {
  page: Page;
  admin: AdminPage;
}
