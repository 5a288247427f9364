import { expect, test, type Page } from '@playwright/test';
import { AdminPage } from './pages/admin-page.ts';
import { openCmsSite, type CmsSite } from './setup/cms-site.ts';
import { skipInFirefox } from './setup/engine-limits.ts';
import { sites } from './setup/sites.ts';

/** Writing as in any word processor: lists, bold words, line ends, and what a paste brings along. */
let site: CmsSite;
let page: Page;
let admin: AdminPage;

test.describe.configure({ mode: 'default' });

test.beforeAll(async ({ browser }) => {
  site = await openCmsSite({ port: 4494, site: sites.root.folder });
  page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  admin = new AdminPage(page, site.address);
  await admin.openNew();
});

test.afterAll(async () => {
  await page.close();
  await site.close();
});

test('leaves a list with Enter in an empty item, and shows what follows outside of it', async () => {
  await clear();
  await page.keyboard.insertText('- 鍵');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('名札');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('当日は早めに。');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('以上です。');
  expect(await written()).toBe('- 鍵\n- 名札\n\n当日は早めに。\n以上です。');
  const shown = admin.preview().locator('.write-up .prose');
  await expect(shown.locator('li')).toHaveText(['鍵', '名札']);
  await expect(shown.locator('p')).toHaveText(/当日は早めに。\s*以上です。/);
  await expect(shown.locator('p br')).toHaveCount(1);
});

test('makes bold what is selected, beside marks and over a list', async () => {
  await clear();
  await page.keyboard.insertText('「転入」の手続');
  await page.keyboard.press('Home');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Shift+ArrowRight');
  await press('太字');
  expect(await written()).toBe('**「転入」**の手続');
  await expect(admin.preview().locator('.write-up strong')).toHaveText('「転入」');
  await clear();
  await page.keyboard.insertText('- 鍵\n- 名札\n\n以上');
  await page.keyboard.press('Control+a');
  await press('太字');
  expect(await written()).toBe('- **鍵**\n- **名札**\n\n**以上**');
  await press('太字');
  expect(await written()).toBe('- 鍵\n- 名札\n\n以上');
});

test('makes a list of typed signs with one click, and ends an address with another', async () => {
  await clear();
  await page.keyboard.insertText('持ち物\n・鍵\n・名札\nhttps://example.jp/を見る');
  await page.getByRole('button', { name: '箇条書きにする' }).click();
  await page.getByRole('button', { name: 'アドレスの終わりを直す' }).click();
  await expect.poll(written).toBe('持ち物\n\n- 鍵\n- 名札\n\nhttps://example.jp/ を見る');
});

test('pastes lines as lists, says that pictures stay behind, and covers the people of a chat', async () => {
  skipInFirefox('paste');
  await clear();
  await admin.paste(admin.editor('body'), { 'text/plain': '①申請\r\n②審査' });
  expect((await written()).trim()).toBe('1. 申請\n2. 審査');
  await clear();
  await admin.paste(admin.editor('body'), {
    'text/plain': '図',
    'text/html': '<p>図のとおり<img src="file:///C:/a.png"></p>',
  });
  await expect(page.getByText('画像1枚は、文章といっしょには貼り付けられません')).toBeVisible();
  await clear();
  await admin.paste(admin.editor('body'), {
    'text/plain': '2026/02/03(火)\n9:05\t大野 みどり\t番号札は\n9:07\t西田 健\tあります',
  });
  await expect(page.getByText('チャットのやりとりのようです')).toBeVisible();
  expect(await written()).toBe('発言者A：番号札は\n発言者B：あります');
});

test('leaves a table as it leaves a list, and writes on outside of it', async () => {
  await clear();
  await press('表');
  await admin.dialog('表').getByRole('button', { name: '入れる' }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('当日は早めに。');
  await page.keyboard.press('Control+Home');
  for (const key of ['End', 'Enter']) await page.keyboard.press(key);
  await page.keyboard.insertText('机');
  const shown = admin.preview().locator('.write-up .prose');
  await expect(shown.locator('tbody').locator('th, td').first()).toHaveText('机');
  await expect(shown.locator('table')).not.toContainText('当日は早めに。');
  await expect(shown.locator('p')).toHaveText('当日は早めに。');
  await clear();
  await page.keyboard.insertText('| 物 |\n| --- |\n| 机 |\n当日は早めに。');
  await page.getByRole('button', { name: '表の外に出す' }).click();
  await expect(shown.locator('p')).toHaveText('当日は早めに。');
});

test('makes diagrams of what is selected and says by example what their fields want', async () => {
  await clear();
  await page.keyboard.insertText('・入口：案内する\n・受付');
  await page.keyboard.press('Control+a');
  await press('流れの図');
  const flow = admin.dialog('流れの図');
  await expect(flow.getByLabel('図の題名', { exact: true })).toHaveAccessibleDescription('例：会場の流れ');
  await flow.getByRole('button', { name: '入れる' }).click();
  await expect(flow.getByLabel('図の題名', { exact: true })).toBeFocused();
  await expect(flow.getByRole('alert')).toContainText('図の題名');
  await page.keyboard.insertText('当日の流れ');
  await page.keyboard.press('Enter');
  const shown = admin.preview().locator('.write-up .prose');
  await expect(shown.locator('tbody tr')).toHaveText([/入口\s*案内する/, /受付/]);
  await page.keyboard.press('Control+End');
  await press('部屋の図');
  const rooms = admin.dialog('部屋の図');
  await rooms.getByLabel('図の題名').fill('部屋割り');
  await rooms.getByLabel('並べ方').fill('1 2 / 3 4');
  await rooms.getByRole('button', { name: '入れる' }).click();
  await expect(shown.locator('svg')).toHaveCount(2);
  await press('チェックリスト');
  await expect(admin.dialog('チェックリスト').getByLabel('見出し（なくてもよい）')).toBeVisible();
  await page.keyboard.press('Escape');
});

async function clear(): Promise<void> {
  await admin.editor('body').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
}

async function press(tool: string): Promise<void> {
  await page
    .getByRole('toolbar', { name: 'まとめ（本文）の書式' })
    .getByRole('button', { name: tool, exact: true })
    .click();
}

/** The lines as they are edited; those that are empty hold a break. */
async function written(): Promise<string> {
  const lines = await admin.editor('body').locator('.cm-line').allTextContents();
  return lines.join('\n');
}
