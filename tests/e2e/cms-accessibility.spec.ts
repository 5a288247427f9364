import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type axe from 'axe-core';
import { writeAccounts } from '../../cms/server/access/accounts.ts';
import { hashPassword } from '../../cms/server/access/password.ts';
import { AdminPage } from './pages/admin-page.ts';
import { openCmsSite, type CmsSite } from './setup/cms-site.ts';
import { runAxe } from './setup/run-axe.ts';
import { sites } from './setup/sites.ts';

/**
 * What axe finds in Decap's own markup, which this project does not write and which changes with Decap alone. A rule
 * that is listed here is excused there; in the project's own parts, and on pages without Decap, nothing is.
 */
const decapFindings: Record<string, string> = {
  'aria-command-name': 'The handle with which Decap’s lists are sorted has a role but no name.',
  'button-name': 'The switches of Decap’s preview are icons without a name.',
  'landmark-one-main': 'Decap’s form has no main element.',
  region: 'Decap’s form stands in no landmark, and with it whatever is in the form.',
};

/** Where this project’s own markup begins. */
const ownParts = '.kj-control, .kj-dialog, .kj-bar, .kj-notice, .kj-review, .kj-message, .kj-wait, .kj-signed-out';
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const secret = 'とても-長い-あいことば-2026';

let site: CmsSite;
let page: Page;
let admin: AdminPage;
const excused = new Set<string>();

test.describe.configure({ mode: 'serial', timeout: 240_000 });

test.beforeAll(async ({ browser }) => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'kenjinkai-people-')), 'accounts.yaml');
  await writeAccounts(file, [
    { login: 'hanako', name: '岐阜 花子', role: 'administrator', groups: [], password: await hashPassword(secret) },
  ]);
  site = await openCmsSite({ port: 4485, site: sites.root.folder, access: { mode: 'accounts', file } });
  // axe wants a page whose context it may open others in.
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, reducedMotion: 'reduce' });
  page = await context.newPage();
  admin = new AdminPage(page, site.address);
});

test.afterAll(async () => {
  await page.context().close();
  await site.close();
});

test('asks for the login in a dialog that a keyboard can fill', async () => {
  await page.goto(`${site.address}admin/`);
  await expect(admin.dialog('編集室へのログイン')).toBeVisible();
  await expectNoFindings('login');
  await expect(page.getByLabel('ログイン名')).toBeFocused();
  // There is nothing behind it yet to which one could go back.
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('ログイン名')).toBeFocused();
  await page.keyboard.type('hanako');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('ちがう');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('違います');
  await expect(page.getByLabel('パスワード')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(secret);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '並べ替え' })).toBeVisible({ timeout: 30_000 });
  await expectNoFindings('list');
});

test('has accessible forms in every collection', async () => {
  for (const collection of ['topics', 'events', 'pride', 'vocabulary', 'groups']) {
    const [first = ''] = site.git('ls-tree', '-r', '--name-only', `main:content/${collection}`).split('\n');
    await admin.openList(collection);
    await page.goto(`${site.address}admin/#/collections/${collection}/entries/${first.replace(/\.\w+$/, '')}`);
    await expect(admin.preview().locator('h1, h2, h3').first()).toHaveText(/^[^（]/, { timeout: 30_000 });
    await expectNoFindings(collection);
  }
});

test('has an accessible form for questions, with its fields unfolded and with something wrong in it', async () => {
  await admin.openNew();
  await admin.type(admin.field('質問'), '庁舎の引越しの業者は、いつ、どう決めればよいですか。');
  await expect(page.getByText('よく似た質問がすでにあります。')).toBeVisible();
  await admin.type(
    admin.editor('body'),
    '## 進め方\n\n**連絡先**は058-272-1111です。[県](https://example.jp/)\n\n| a | b |\n| - | - |\n| \\* | 2 |\n\n<script>',
  );
  await expect(page.locator('.kj-findings .kj-error').first()).toBeVisible();
  const fold = page.getByRole('button', { name: /^そのほか/ });
  await fold.focus();
  await page.keyboard.press('Enter');
  await expect(fold).toHaveAttribute('aria-expanded', 'true');
  await expectNoFindings('form');
  await expect(page.locator('#preview-pane')).toHaveAttribute('title', '公開したときの見え方');
});

test('opens each tool of the toolbar by keyboard, keeps the focus inside and gives it back to the text', async () => {
  await admin.openNew();
  const toolbar = page.getByRole('toolbar', { name: 'まとめ（本文）の書式' });
  await admin.editor('body').click();
  await page.keyboard.press('Shift+Tab');
  await expect(toolbar.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(toolbar.getByRole('button').last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(toolbar.getByRole('button').first()).toBeFocused();

  for (const name of ['表', 'リンク', '脚注', '画像', '補足', '注意', 'チェックリスト', '引用']) {
    await toolbar.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    for (let presses = 0; presses < 8; presses += 1) {
      await page.keyboard.press('Tab');
      // Between the last and the first the focus passes the browser's own buttons, never the page behind.
      expect(
        await page.evaluate(
          () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
        ),
        name,
      ).toBe(true);
    }
    await expectNoFindings(`dialog ${name}`);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(admin.editor('body')).toBeFocused();
  }
});

test('keeps the focus on a button that says what is missing, and gives it back when a dialog closes', async () => {
  await admin.openNew();
  await page.getByRole('toolbar', { name: 'まとめ（本文）の書式' }).getByRole('button', { name: '脚注' }).click();
  const dialog = admin.dialog('脚注');
  const insert = dialog.getByRole('button', { name: '入れる' });
  await insert.focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('脚注の文');
  await expect(insert).toBeFocused();
  await expectNoFindings('dialog with a problem');
  await page.keyboard.press('Escape');

  await admin.openEntry('gifu/f6dnabg6');
  await admin.write('一言回答', '連絡先は058-272-1111です。');
  await admin.pressSave();
  const reason = admin.dialog('個人情報のように見えるところがあります');
  await expect(reason).toBeVisible();
  await expectNoFindings('reason');
  await page.keyboard.press('Escape');
  await expect(reason).toBeHidden();
  expect(await page.evaluate(() => document.activeElement?.closest('dialog') ?? null)).toBeNull();
});

test('has an accessible comparison of two changes, and ways back from it, from a cut line and from an expired login', async ({
  browser,
}) => {
  const slug = 'gifu/kxm6w5sl';
  await admin.openEntry(slug);
  const other = await browser.newPage({
    storageState: await page.context().storageState(),
    viewport: { width: 1400, height: 1000 },
  });
  const second = new AdminPage(other, site.address);
  await second.openEntry(slug);
  await second.write('一言回答', '先に保存された一言回答です。');
  await second.save();
  await other.close();

  await admin.write('一言回答', '後から保存する一言回答です。');
  await admin.pressSave();
  const conflict = admin.dialog('ほかの人が先に保存しました');
  await expect(conflict).toBeVisible();
  await expectNoFindings('conflict');
  await page.keyboard.press('Escape');
  await expect(conflict).toBeHidden();

  site.cut(true);
  await admin.pressSave();
  const line = admin.dialog('サーバーにつながりません');
  await expect(line).toBeVisible();
  await expectNoFindings('cut line');
  await page.keyboard.press('Escape');
  await expect(line).toBeHidden();
  site.cut(false);

  site.passHours(13);
  await admin.pressSave();
  const login = admin.dialog('編集室へのログイン');
  await expect(login).toBeVisible();
  await expectNoFindings('expired login');
  await page.keyboard.press('Escape');
  await expect(login).toBeHidden();
  await expect(admin.field('一言回答')).toHaveValue('後から保存する一言回答です。');

  await admin.pressSave();
  await login.getByLabel('ログイン名').fill('hanako');
  await login.getByLabel('パスワード').fill(secret);
  await page.keyboard.press('Enter');
  await expect(conflict).toBeVisible();
  await conflict.getByRole('button', { name: '自分の内容で上書きする' }).click();
  await expect(page.getByText('保存済', { exact: true })).toBeVisible();
});

test('has an accessible board', async () => {
  await page.goto(`${site.address}admin/#/workflow`);
  await expect(page.getByRole('heading', { name: '下書きと確認' })).toBeVisible();
  await expectNoFindings('board');
});

test('has an accessible review list, on which the focus stays in its row', async () => {
  await page.goto(`${site.address}admin/review/`);
  await page.getByLabel('範囲').selectOption('12');
  const row = page.getByRole('row').nth(1);
  await expect(row).toBeVisible();
  await expectNoFindings('review');
  await row.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(row.getByRole('status')).toContainText('公開しました');
  await expect(row.getByRole('status')).toBeFocused();
  await expectNoFindings('review, confirmed');
});

test('has accessible pages where there is no server', async () => {
  await page.route('**/api/cms/**', (route) => route.fulfill({ status: 404, body: 'not found' }));
  for (const place of ['admin/', 'admin/review/']) {
    await page.goto(site.address + place);
    await expect(page.getByRole('heading', { name: 'ここでは編集できません' })).toBeVisible();
    await expectNoFindings(place);
  }
});

test('excuses nothing of Decap’s that it does not have', () => {
  expect([...excused].sort()).toEqual(Object.keys(decapFindings).sort());
});

/** Looks at the page, or at the dialog that is open: what is behind it is out of reach. */
/** In the light scheme all of it, and in the dark one whether everything can be read. */
async function expectNoFindings(place: string): Promise<void> {
  await expectNone(place, { type: 'tag', values: tags });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNone(`${place}, dark`, ['color-contrast']);
  await page.emulateMedia({ colorScheme: 'light' });
}

async function expectNone(place: string, runOnly: NonNullable<axe.RunOptions['runOnly']>): Promise<void> {
  const isInDialog = (await page.locator('dialog[open]').count()) > 0;
  const violations = await runAxe(page, { runOnly }, isInDialog ? 'dialog[open]' : undefined);
  const found: string[] = [];
  for (const { id, nodes } of violations) {
    for (const { target, failureSummary } of nodes) {
      if (decapFindings[id] !== undefined && !(await isOwn(target))) excused.add(id);
      else found.push(`${place}: ${id} ${JSON.stringify(target)} ${failureSummary ?? ''}`);
    }
  }
  expect.soft(found).toEqual([]);
}

/** The preview (a frame), the parts named above, and everything on a page that Decap did not draw. */
async function isOwn(target: readonly unknown[]): Promise<boolean> {
  const [selector] = target;
  if (target.length > 1 || typeof selector !== 'string' || selector === '#preview-pane') return true;
  return page.evaluate(
    ([element, parts]) =>
      document.querySelector('#nc-root > *') === null || Boolean(document.querySelector(element)?.closest(parts)),
    [selector, ownParts] as const,
  );
}
