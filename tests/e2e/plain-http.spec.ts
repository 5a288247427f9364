import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { writeAccounts } from '../../cms/server/access/accounts.ts';
import { hashPassword } from '../../cms/server/access/password.ts';
import { chromiumArguments, findTestBrowser } from '../../src/cli/browser/find-chromium.ts';
import { AdminPage } from './pages/admin-page.ts';
import { openCmsSite, type CmsSite } from './setup/cms-site.ts';
import { sites } from './setup/sites.ts';
import { makePicture } from './setup/small-picture.ts';
import { watchPage } from './setup/watch-page.ts';

/**
 * A server inside an office's network, reached by plain HTTP: browsers trust only their own machine without TLS, and
 * keep clipboard, locks and more from every other page.
 */
const host = 'kenjinkai.test';
const password = 'とても長い合言葉です2026';
const slug = 'gifu/esurg3af';
const left = '保存していない控えがあります';
/** Decap is five megabytes of script. */
const timeoutMs = 90_000;
const executablePath = findTestBrowser();

test.use({
  launchOptions: {
    args: [...chromiumArguments, `--host-resolver-rules=MAP ${host} 127.0.0.1`],
    ...(executablePath === undefined ? {} : { executablePath }),
  },
});
test.describe.configure({ mode: 'default', timeout: 240_000 });

let site: CmsSite;
let context: BrowserContext;

test.beforeAll(async ({ browser }) => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'kenjinkai-people-')), 'accounts.yaml');
  await writeAccounts(file, [
    { login: 'hanako', name: '岐阜花子', role: 'administrator', groups: [], password: await hashPassword(password) },
  ]);
  site = await openCmsSite({ port: 4515, site: sites.root.folder, host, access: { mode: 'accounts', file } });
  context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  await page.goto(`${site.address}admin/`);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await page.getByLabel('ログイン名').fill('hanako');
  await page.getByLabel('パスワード').fill(password);
  await page.getByRole('button', { name: 'ログイン' }).click();
  await expect(page.getByRole('button', { name: '並べ替え' })).toBeVisible({ timeout: timeoutMs });
  await page.close();
});

test.afterAll(async () => {
  await context.close();
  await site.close();
});

test('saves and publishes a new question with a picture, and says what went wrong', async () => {
  const { page, admin } = await open();
  const seen = watchPage(page, new URL(site.address).origin);
  await admin.openNew();
  await admin.fillNewQuestion({
    question: '庁内のネットワークだけで使うときは、何に気をつけますか。',
    summary: '接続できる端末を決め、記録を残します。',
    answer: 'はじめに、つなぐ端末を決めました。',
  });
  await admin.drop(admin.editor('body'), [{ name: 'plan.png', mimeType: 'image/png', buffer: makePicture(40, 30) }]);
  await admin.dialog('画像').getByLabel(/^説明/).fill('端末の置き場所を示した図');
  await admin.dialog('画像').getByRole('button', { name: '入れる' }).click();
  await admin.save();
  await admin.setStatus('準備完了');
  await admin.publish();
  expect(site.git('grep', '-l', '端末の置き場所を示した図', 'main', '--', 'content/qa')).toMatch(
    /^main:content\/qa\/gifu\/\w+\.mdx$/,
  );
  // Notices bear numbers that browsers draw for secure pages alone.
  await admin.openEntry(slug);
  await admin.write('一言回答', '');
  await page.keyboard.press('Delete');
  await admin.pressSave();
  await expect(page.getByRole('group', { name: /保存していません/ })).toBeFocused();
  // The desk looks whether the new page is there; nobody builds this site.
  expect(seen.problems.filter((problem) => !problem.includes('404'))).toEqual([]);
  await page.close();
});

test('keeps what was typed on the device, and offers only what no other tab has open', async () => {
  const first = await open(`entries/${slug}`);
  await first.admin.write('一言回答', 'まだ保存していない一言回答です。');
  await expect.poll(() => backedUp(first.page)).toContain('まだ保存していない一言回答です。');
  const second = await open(`entries/${slug}`);
  await expect(second.admin.field('一言回答')).not.toHaveValue('');
  await second.admin.write('一言回答', '二つ目の画面で書いた一言回答です。');
  await expect.poll(() => backedUp(second.page)).toContain('二つ目の画面で書いた一言回答です。');
  // Whatever is to be offered comes before a third tab has asked the other two.
  await expect(second.admin.dialog(left)).toBeHidden();
  await second.page.close({ runBeforeUnload: false });
  const third = await open(`entries/${slug}`);
  await expect(third.admin.dialog(left).getByRole('listitem')).toHaveCount(1);
  await third.admin
    .dialog(left)
    .getByRole('button', { name: /を戻す$/ })
    .click();
  await expect(third.admin.field('一言回答')).toHaveValue('二つ目の画面で書いた一言回答です。');
  await third.page.close();
  await first.page.close();
});

test('copies a picture’s place from the library, and says so only then', async () => {
  writeFileSync(path.join(site.root, 'public/images/zu.png'), makePicture(20, 10));
  site.git('add', 'public');
  site.git('commit', '-qm', 'Picture');
  const { page, admin } = await open();
  await admin.openImages();
  await admin.library().getByText('zu.png').click();
  await admin
    .library()
    .getByRole('button', { name: /^(?:場所|アドレス)をコピー$/ })
    .click();
  await expect(admin.library().getByRole('button', { name: 'コピーしました' })).toBeVisible();
  await admin.closeImages();
  await admin.openNew();
  expect(await pasteInto(admin.field('質問'))).toMatch(/images\/zu\.png$/);
  await page.close();
});

test('searches, copies and shares on the site', async () => {
  const page = await context.newPage();
  const seen = watchPage(page, new URL(site.address).origin);
  await page.goto(`${site.address}search/?q=${encodeURIComponent('庁舎の引越し')}`);
  await page
    .getByRole('checkbox', { name: /を選ぶ$/ })
    .first()
    .check();
  await page.locator('.collected').getByRole('button', { name: 'まとめてチャットに貼る' }).click();
  await expect(page.locator('.toast')).toHaveText(/コピーしました/);
  const box = page.getByRole('main').getByRole('combobox', { name: '質問や言葉で探す' });
  expect(await pasteInto(box)).toContain('→ ');
  await page.goto(`${site.address}q/esurg3af/`);
  await page.locator('.share-more summary').first().click();
  await page.getByRole('button', { name: 'リンクをコピー', exact: true }).first().click();
  await expect(page.locator('.toast')).toHaveText(/コピーしました/);
  // Browsers have their own sheet for sharing only where the page is secure.
  await expect(page.locator('[data-system]')).toBeHidden();
  const header = page.getByRole('banner').getByRole('combobox', { name: '質問や言葉で探す' });
  expect(await pasteInto(header)).toBe(`${sites.root.address}q/esurg3af/`);
  expect(seen.problems).toEqual([]);
  await page.close();
});

async function open(place?: string): Promise<{ page: Page; admin: AdminPage }> {
  const page = await context.newPage();
  const admin = new AdminPage(page, site.address);
  await page.goto(`${site.address}admin/#/collections/qa${place === undefined ? '' : `/${place}`}`);
  const ready = place === undefined ? page.getByRole('button', { name: '並べ替え' }) : admin.field('質問');
  await expect(ready).toBeVisible({ timeout: timeoutMs });
  return { page, admin };
}

/** What lies on the clipboard, which such a page cannot read: it is put into a field as people do. */
async function pasteInto(field: Locator): Promise<string> {
  await field.fill('');
  await field.press('Control+v');
  return field.inputValue();
}

/** The short answers of all copies on the device. */
function backedUp(page: Page): Promise<unknown[]> {
  return page.evaluate(
    () =>
      new Promise<unknown[]>((resolve) => {
        const request = indexedDB.open('kenjinkai-desk');
        request.onsuccess = () => {
          const database = request.result;
          const asked = database.transaction('backups').objectStore('backups').getAll();
          asked.onsuccess = () => {
            database.close();
            resolve(asked.result.map(({ data }: { data: Record<string, unknown> }) => data['summary']));
          };
        };
      }),
  );
}
