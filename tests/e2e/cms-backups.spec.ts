import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { AdminPage } from './pages/admin-page.ts';
import { openCmsSite, type CmsSite } from './setup/cms-site.ts';
import { sites } from './setup/sites.ts';

/** What was typed and not saved survives the tab, on this device alone, until it was saved or thrown away. */
let site: CmsSite;
let context: BrowserContext;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  site = await openCmsSite({ port: 4488, site: sites.root.folder });
});

test.afterAll(() => site.close());

test.beforeEach(async ({ browser }) => {
  context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
});

test.afterEach(() => context.close());

const slug = 'gifu/kxm6w5sl';
const title = '保存していない控えがあります';

test('keeps what was typed no more than two seconds ago, though nobody paused', async () => {
  const { admin, page } = await open(`entries/${slug}`);
  await admin.field('一言回答').click();
  await page.keyboard.press('Control+a');
  const start = Date.now();
  let typed = 0;
  while (Date.now() - start < 6_000) {
    await page.keyboard.type('あ', { delay: 60 });
    typed += 1;
  }
  await crash(page);
  const again = await open(`entries/${slug}`);
  await again.restore(/^「/);
  const kept = (await again.admin.field('一言回答').inputValue()).length;
  expect(kept).toBeGreaterThan(typed / 2);
  await expect(again.page.getByText('未保存', { exact: true })).toBeVisible();
  await again.admin.write('一言回答', '控えから戻して保存した一言回答です。');
  await again.admin.save();
  expect(site.git('show', `cms/qa/${slug}:content/qa/${slug}.mdx`)).toContain('控えから戻して保存した');
  await again.page.reload();
  await expect(again.admin.field('質問')).not.toHaveValue('', { timeout: 30_000 });
  await again.page.waitForTimeout(500);
  await expect(again.dialog).toBeHidden();
});

test('keeps a backup for each of two new forms, and offers them one by one', async () => {
  test.setTimeout(240_000);
  const first = await open('new');
  await first.admin.type(first.admin.field('質問'), '一つ目の新しい質問です。');
  const second = await open('new');
  await second.admin.type(second.admin.field('質問'), '二つ目の新しい質問です。');
  await second.admin.type(second.admin.editor(0), '二つ目の答え。');
  await second.page.waitForTimeout(1_500);
  // The form that is still open in another tab is nobody's loss.
  await crash(second.page);
  const third = await open('new');
  await expect(third.dialog.getByRole('listitem')).toHaveText([/二つ目の新しい質問です。/]);
  await third.dialog.getByRole('button', { name: 'あとで決める' }).click();
  await crash(first.page);
  await crash(third.page);

  const fourth = await open('new');
  await expect(fourth.dialog.getByRole('listitem')).toHaveText([
    /二つ目の新しい質問です。.*\d+:\d+/s,
    /一つ目の新しい質問です。/,
  ]);
  await fourth.page.keyboard.press('Escape');
  await expect(fourth.dialog).toBeHidden();
  await fourth.page.reload();
  await fourth.restore('「二つ目の新しい質問です。」を戻す');
  await expect(fourth.admin.field('質問')).toHaveValue('二つ目の新しい質問です。');
  await expect(fourth.admin.editor(0)).toHaveText('二つ目の答え。');
  await fourth.admin.editor(0).click();
  await fourth.page.keyboard.press('Control+z');
  await expect(fourth.admin.editor(0)).toHaveText('二つ目の答え。');

  const fifth = await open('new');
  await expect(fifth.dialog.getByRole('listitem')).toHaveText([/一つ目の新しい質問です。/]);
  await fifth.dialog.getByRole('button', { name: /を捨てる$/ }).press('Enter');
  await expect(fifth.dialog.getByRole('listitem')).toHaveCount(1);
  await fifth.page.keyboard.press('Enter');
  await expect(fifth.dialog).toBeHidden();
  await fifth.page.reload();
  await expect(fifth.admin.field('質問')).toHaveValue('', { timeout: 30_000 });
  await fifth.page.waitForTimeout(500);
  await expect(fifth.dialog).toBeHidden();
});

test('makes no backup of a form into which nobody typed', async () => {
  const { admin, page } = await open('new');
  await admin.field('質問').click();
  await page.waitForTimeout(2_500);
  await crash(page);
  const again = await open('new');
  await again.page.waitForTimeout(1_000);
  await expect(again.dialog).toBeHidden();
  expect(await countDecapBackups(again.page)).toBe(0);
});

test('offers what was typed into an entry that was deleted meanwhile as a new one', async () => {
  const gone = 'gifu/xgby7jf2';
  const { admin, page } = await open(`entries/${gone}`);
  await admin.write('一言回答', '消された項目に書いていた一言回答です。');
  await page.waitForTimeout(1_500);
  await crash(page);
  site.git('rm', '-q', `content/qa/${gone}.mdx`);
  site.git('commit', '-qm', 'Delete');
  const again = await open(`entries/${gone}`, false);
  await expect(again.page.getByRole('heading', { name: 'この項目は開けません' })).toBeVisible({ timeout: 30_000 });
  await again.restore(/を戻す$/);
  await again.restore(/を戻す$/);
  await expect(again.admin.field('一言回答')).toHaveValue('消された項目に書いていた一言回答です。');
  await expect(again.page).toHaveURL(/#\/collections\/qa\/new$/);
});

test('says once that the device keeps nothing, and lets people work on', async () => {
  await context.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  const { admin, page } = await open(`entries/${slug}`);
  await admin.write('一言回答', '控えを残せない端末で書いた一言回答です。');
  await expect(page.getByText('この端末に控えを残せません。')).toBeVisible();
  await page.locator('.kj-notice').getByRole('button', { name: '閉じる' }).click();
  await admin.write('一言回答', '控えを残せない端末で、続けて書いた一言回答です。');
  await page.waitForTimeout(1_500);
  await expect(page.getByText('この端末に控えを残せません。')).toBeHidden();
  await admin.save();
});

test('forgets after two weeks', async () => {
  const { admin, page } = await open('new');
  await admin.type(admin.field('質問'), '二週間より前に書いた質問です。');
  await page.waitForTimeout(1_500);
  await crash(page);
  const later = await context.newPage();
  await later.clock.setFixedTime(Date.now() + 15 * 86_400_000);
  const again = await open('new', true, later);
  await later.waitForTimeout(1_000);
  await expect(again.dialog).toBeHidden();
});

test('takes them away with a logout, after saying so', async () => {
  const { admin, page } = await open('new');
  await admin.type(admin.field('質問'), 'ログアウトの前に書いた質問です。');
  await page.waitForTimeout(1_500);
  await crash(page);
  const out = await open('', false);
  const leave = async () => {
    await out.page.getByRole('button', { name: 'アカウントのメニュー' }).click();
    await out.page.getByRole('menuitem', { name: 'ログアウト' }).click();
  };
  await leave();
  const dialog = out.admin.dialog('保存していない内容があります');
  await expect(dialog).toContainText('1件');
  await dialog.getByRole('button', { name: 'ログアウトしない' }).click();
  await expect(out.page.getByRole('button', { name: '並べ替え' })).toBeVisible();
  await leave();
  await dialog.getByRole('button', { name: '控えを消してログアウトする' }).click();
  await expect(out.page.getByRole('heading', { name: 'ログアウトしました。' })).toBeVisible();
  const again = await open('new');
  await again.page.waitForTimeout(1_000);
  await expect(again.dialog).toBeHidden();
});

async function open(place: string, isForm = true, page?: Page) {
  const opened = page ?? (await context.newPage());
  const admin = new AdminPage(opened, site.address);
  const dialog = admin.dialog(title);
  await opened.goto(`${site.address}admin/#/collections/qa${place === '' ? '' : '/'}${place}`);
  if (isForm) await expect(opened.getByLabel('質問', { exact: true }).first()).toBeAttached({ timeout: 30_000 });
  if (place === '') await expect(opened.getByRole('button', { name: '並べ替え' })).toBeVisible({ timeout: 30_000 });
  return {
    page: opened,
    admin,
    dialog,
    restore: (name: string | RegExp) => dialog.getByRole('button', { name }).first().click({ timeout: 30_000 }),
  };
}

/** The tab is gone without a word to the page. */
async function crash(page: Page): Promise<void> {
  await page.close({ runBeforeUnload: false });
}

/** Decap would keep a second copy, for which nobody answers. */
function countDecapBackups(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const request = indexedDB.open('localforage');
        request.onsuccess = () => {
          if (!request.result.objectStoreNames.contains('keyvaluepairs')) return resolve(0);
          const keys = request.result.transaction('keyvaluepairs').objectStore('keyvaluepairs').getAllKeys();
          keys.onsuccess = () => resolve(keys.result.filter((key) => String(key).startsWith('backup')).length);
        };
      }),
  );
}
