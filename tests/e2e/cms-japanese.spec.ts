import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { writeAccounts } from '../../cms/server/access/accounts.ts';
import { hashPassword } from '../../cms/server/access/password.ts';
import { AdminPage } from './pages/admin-page.ts';
import { findMachineWords, listVisibleTexts } from './pages/visible-words.ts';
import { openCmsSite, type CmsSite } from './setup/cms-site.ts';
import { needed, plantPlainContent, third, withList } from './setup/plain-content.ts';
import { sites } from './setup/sites.ts';
import { makePicture } from './setup/small-picture.ts';

/**
 * Walks through every screen of the desk with entries that hold no Latin letter, and reads all that it says. What stays
 * is listed with the reason why a volunteer can read it.
 */
const excused: readonly RegExp[] = [
  // Names of products that editors paste from, and of keys of the keyboard.
  /\b(?:Word|Excel|Ctrl|Enter|Escape|Backspace|Tab)\b/g,
  // Kinds of files and of addresses, as they are called everywhere.
  /\b(?:ID|URL|JPEG|PNG|WebP|GIF|AVIF|MB)\b/g,
  // Addresses: of this site, of examples, and how one begins.
  /\bhttps?(?::\/\/[\w./#-]*)?|\blocalhost:\d+\/|\/q\/\S*/g,
  // The ids of the entries themselves, names of files, and examples of such a name.
  /\b[a-z2-7]{8}\b|[\w-]*\.(?:png|jpg)|例：(?:office-move|kosodate|Vol\. 17)|\b(?:bosai|koryu-kai|ukai|kotoba)\b/g,
  // A service of the state, and a magazine’s number.
  /e-Gov|Vol\. \d+/g,
];

let site: CmsSite;
let page: Page;
let admin: AdminPage;
const secret = 'とても-長い-あいことば-2026';

test.describe.configure({ mode: 'default', timeout: 240_000 });

test.beforeAll(async ({ browser }) => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'kenjinkai-people-')), 'accounts.yaml');
  const password = await hashPassword(secret);
  await writeAccounts(file, [
    { login: 'hanako', name: '岐阜 花子', role: 'administrator', groups: ['gifu'], password },
    { login: 'taro', name: '岐阜 太郎', role: 'editor', groups: ['gifu'], password },
  ]);
  const content = plantPlainContent();
  site = await openCmsSite({ port: 4517, site: sites.root.folder, content, access: { mode: 'accounts', file } });
  writeFileSync(path.join(site.root, 'public/images/zu.png'), makePicture(20, 10));
  site.git('add', '-A');
  site.git('commit', '-qm', 'Picture');
  page = await (await browser.newContext({ viewport: { width: 1_280, height: 900 } })).newPage();
  admin = new AdminPage(page, site.address);
  await signIn(page, secret);
  await expect(page.getByRole('button', { name: '並べ替え' })).toBeVisible({ timeout: 30_000 });
});

test.afterAll(async () => {
  await page.context().close();
  await site.close();
});

async function read(place: string, there = page): Promise<void> {
  expect.soft(findMachineWords(await listVisibleTexts(there), excused), place).toEqual([]);
  expect.soft(findMachineWords(admin.takeAsked(), excused), `${place}, asked`).toEqual([]);
}

test('asks for the login', async ({ browser }) => {
  const there = await browser.newPage();
  await signIn(there, 'wrong');
  await expect(there.getByRole('alert')).toContainText('違います');
  await read('login', there);
  await there.close();
});

async function signIn(there: Page, password: string): Promise<void> {
  await there.goto(`${site.address}admin/`);
  await there.getByLabel('ログイン名').fill('hanako');
  await there.getByLabel('パスワード').fill(password);
  await there.keyboard.press('Enter');
}

for (const collection of ['qa', 'topics', 'events', 'pride', 'vocabulary', 'groups']) {
  test(`lists ${collection} and shows what is there, and what is wrong with something new`, async () => {
    await admin.openList(collection);
    await expect(page.locator('a[href*="/entries/"]').first()).toBeVisible();
    await read(`list of ${collection}`);
    for (const name of ['並べ替え', '絞り込み', 'まとめる']) {
      const menu = page.getByRole('button', { name });
      if ((await menu.count()) === 0) continue;
      await menu.click();
      await read(`${name} of ${collection}`);
      await page.keyboard.press('Escape');
    }
    await page.locator('a[href*="/entries/"]').first().click();
    await expect(page.getByText('保存済', { exact: true })).toBeVisible({ timeout: 30_000 });
    await expect(page.locator('label[for*="-field-"]').first()).toBeVisible();
    await unfold();
    await read(`entry of ${collection}`);
    if (collection === 'groups') return;

    await page.goto(`${admin.address}#/collections/${collection}/new`);
    await expect(page.getByRole('button', { name: '保存', exact: true })).toBeVisible({ timeout: 30_000 });
    await expect(page.locator('label[for*="-field-"]').first()).toBeVisible();
    await unfold();
    await read(`new ${collection}`);
    await page.locator('.kj-control input[type="text"]:not([readonly]), .kj-control textarea').first().click();
    await page.keyboard.insertText('あ');
    await admin.pressSave();
    await expect(page.locator('.kj-faults')).toBeFocused();
    await read(`new ${collection} with what is wrong in it`);
    await admin.openList(collection);
  });
}

/** Opens what is folded and adds an item to each list. */
async function unfold(): Promise<void> {
  const fold = page.locator('.kj-fold[aria-expanded="false"]');
  if ((await fold.count()) > 0) await fold.click();
  for (let presses = 0; presses < 12; presses += 1) {
    const closed = page.getByRole('button', { name: '開く', exact: true });
    if ((await closed.count()) === 0) break;
    await closed.first().click();
  }
}

test('offers choices, and says where there are none', async () => {
  await admin.openNew();
  await admin.field('都道府県').fill('ないもの');
  await expect(page.getByText('当てはまるものがありません。')).toBeVisible();
  await read('choices');
  await page.keyboard.press('Escape');
  await admin.openList();
});

test('opens each tool of the toolbar', async () => {
  await admin.openNew();
  const toolbar = page.getByRole('toolbar', { name: 'まとめ（本文）の書式' });
  for (const name of ['表', 'リンク', '脚注', '画像', '補足', '注意', '手順', 'チェックリスト', '引用']) {
    await toolbar.getByRole('button', { name, exact: true }).click();
    if (!(await page.getByRole('dialog').isVisible())) continue;
    await page.getByRole('dialog').getByRole('button', { name: '入れる' }).click();
    await read(`tool ${name}`);
    if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape');
  }
  await admin.openList();
});

test('keeps a library of images', async () => {
  await admin.openEntry(third);
  await admin.editor('body').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('\n\n<Figure src="/images/zu.png" alt="平面図" width="20" height="10" />');
  await publish();
  await page.goto(`${admin.address}#/collections/qa`);
  await page.getByRole('button', { name: '画像', exact: true }).click();
  await expect(page.getByText('zu.png')).toBeVisible({ timeout: 30_000 });
  await read('library');
  await page.getByText('zu.png').click();
  await page.getByRole('button', { name: '削除する' }).click();
  const dialog = admin.dialog('削除できません');
  await expect(dialog.getByRole('link', { name: '備蓄の水は、いつ入れ替えればよいですか。' })).toBeVisible();
  await read('refused removal of an image');
  await page.keyboard.press('Escape');
  const upload = page.locator('input[type="file"]').first();
  await upload.setInputFiles({ name: 'zu.png', mimeType: 'image/png', buffer: makePicture(30, 10) });
  await read('an image of a name that is taken');
  await upload.setInputFiles({ name: 'moji.png', mimeType: 'image/png', buffer: Buffer.from('これは画像ではない') });
  await expect(admin.dialog('画像を入れていません')).toBeVisible();
  await read('a file that is no image');
  await page.reload();
});

/** Saves what was changed and brings it to the site. */
async function publish(): Promise<void> {
  await admin.save();
  await admin.setStatus('レビュー中');
  await read('in review');
  await admin.setStatus('準備完了');
  await admin.publish();
  await read('published');
}

test('refuses to remove what others need, and names them', async () => {
  await admin.openEntry(needed);
  await page.getByText('公開中の項目を削除').click();
  const dialog = admin.dialog('削除できません');
  await expect(dialog.getByRole('link', { name: /^庁舎の引越しで/ })).toBeVisible({ timeout: 30_000 });
  await read('refused removal of an entry');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(new RegExp(`entries/${needed}$`));
  const accidents: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('TypeError')) accidents.push(message.text());
  });
  await admin.unpublish();
  await expect(admin.dialog('公開をやめられません').getByRole('link', { name: /^庁舎の引越しで/ })).toBeVisible({
    timeout: 30_000,
  });
  await read('refused to unpublish');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '公開済', exact: true })).toBeEnabled();
  expect(accidents).toEqual([]);
});

test('says who saved first, and shows both as a reader sees them', async ({ browser }) => {
  const other = await browser.newPage({ storageState: await page.context().storageState() });
  const second = new AdminPage(other, site.address);
  await admin.openEntry(withList);
  await second.openEntry(withList);
  await second.write('一言回答', '先に保存された一言回答です。');
  await changeList(second, '窓を閉める');
  await second.save();
  await other.close();
  await admin.write('一言回答', '後から保存する一言回答です。');
  await changeList(admin, '電気を消す');
  await admin.pressSave();
  const dialog = admin.dialog('ほかの人が先に保存しました');
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText('窓を閉める');
  await read('conflict');
  const decided = dialog.getByRole('button', { name: /：この順で両方を残す$|：自分の内容にする$/ });
  for (const choice of await decided.all()) await choice.click();
  await read('conflict, decided');
  await page.keyboard.press('Escape');
});

async function changeList(
  { page: there, editor }: { page: Page; editor: AdminPage['editor'] },
  words: string,
): Promise<void> {
  await editor.call(there === page ? admin : new AdminPage(there, site.address), 'body').click();
  await there.keyboard.press('Control+Home');
  for (let lines = 0; lines < 4; lines += 1) await there.keyboard.press('ArrowDown');
  await there.keyboard.press('End');
  await there.keyboard.insertText(`\n- ${words}`);
}

test('asks what to do with what was not saved', async () => {
  await admin.openEntry(withList);
  await admin.write('一言回答', 'まだ保存していない一言回答です。');
  await expect.poll(() => countBackups()).toBeGreaterThan(0);
  await page.evaluate(() =>
    window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true }),
  );
  await page.goto('about:blank');
  await page.goto(`${admin.address}#/collections/qa/entries/${withList}`);
  await expect(admin.dialog('保存していない控えがあります')).toBeVisible({ timeout: 30_000 });
  await read('backups');
  await page.keyboard.press('Escape');
  await expect(admin.dialog('保存していない控えがあります')).toBeHidden();
});

function countBackups(): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('kenjinkai-desk');
        opening.onsuccess = () => {
          const count = opening.result.transaction('backups').objectStore('backups').count();
          count.onsuccess = () => resolve(count.result);
        };
      }),
  );
}

test('shows the board, what it asks there, and that an accident is no English', async () => {
  await page.goto(`${admin.address}#/workflow`);
  await expect(page.getByRole('heading', { name: '下書きと確認' })).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('a[href*="/entries/"]').first()).toBeVisible();
  await read('board');
  await page.locator('a[href*="/entries/"]').first().hover();
  await read('card of the board');

  for (const body of ['<html>Internal Server Error</html>', '{"error":"TypeError: x is undefined"}', '{}']) {
    await admin.openEntry(needed);
    await admin.write('一言回答', `不具合のときの一言回答です。${body.length}`);
    await page.route('**/api/cms/v1', (route) =>
      route.request().postData()?.includes('persistEntry') ? route.fulfill({ status: 500, body }) : route.fallback(),
    );
    await admin.pressSave();
    await expect(page.locator('.kj-notice-error').last()).toBeVisible();
    await read(`accident ${body}`);
    await page.unroute('**/api/cms/v1');
  }
});

test('says of a draft that was never published what becomes of it', async () => {
  await admin.openNew();
  await admin.fillNewQuestion({
    question: '空気清浄機の貸し出しを始めるとき、何を決めますか。',
    summary: '貸し出しの期間と、壊れたときの扱いを先に決めます。',
    answer: '貸し出し簿を作ります。',
    topic: '防災（全般）',
  });
  await admin.save();
  await expect(page).toHaveURL(/entries\/gifu\//);
  await admin.field('一言回答').click();
  await page.keyboard.insertText('変更。');
  admin.takeAsked();
  await page.getByText('下書きを削除').click();
  await expect(page).toHaveURL(/collections\/qa$/, { timeout: 30_000 });
  const asked = admin.takeAsked();
  expect(asked).toHaveLength(1);
  expect(asked[0]).toContain('まだ公開していない');
  expect(asked[0]).not.toContain('公開中の内容はそのまま残ります');
});

test('shows what has to be looked at again, what is not there, and the menu of the account', async () => {
  await page.goto(`${admin.address}review/`);
  await page.getByLabel('範囲').selectOption('12');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await read('review');
  await page.goto(`${admin.address}#/collections/qa/entries/gifu/zzzz7777`);
  await expect(page.getByRole('heading', { name: 'この項目は開けません' })).toBeVisible({ timeout: 30_000 });
  await read('missing');
  await page.goto(`${admin.address}#/nothing`);
  await read('no page');
  await admin.openList();
  await page.getByRole('button', { name: 'アカウントのメニュー' }).click();
  await read('account');
  await page.getByRole('menuitem', { name: 'ログアウト' }).click();
  await expect(page.getByText(/ログアウト/).first()).toBeVisible();
  await read('signed out');
});
