import { expect, test, type Page } from '@playwright/test';
import { AdminPage } from './pages/admin-page.ts';
import { openCmsSite, type CmsSite } from './setup/cms-site.ts';
import { sites } from './setup/sites.ts';

/** How far back Ctrl+Z goes: to what was opened, and never to an empty text. */
let site: CmsSite;
let page: Page;
let admin: AdminPage;

test.describe.configure({ mode: 'default' });

test.beforeAll(async ({ browser }) => {
  site = await openCmsSite({ port: 4493, site: sites.root.folder });
  page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  admin = new AdminPage(page, site.address);
});

test.afterAll(async () => {
  await page.close();
  await site.close();
});

const entries = ['gifu/kxm6w5sl', 'gifu/ziiz7zob'] as const;

test('leaves a text as it was opened when nothing was typed, in the write-up and in every answer', async () => {
  for (const slug of entries) {
    await admin.openEntry(slug);
    const texts = await readTexts();
    expect(texts.every((text) => text.length > 10)).toBe(true);
    for (let index = 0; index < texts.length; index += 1) {
      await admin.editor(index).click();
      await undo(3);
    }
    expect(await readTexts()).toEqual(texts);
    await expect(page.getByText('保存済', { exact: true })).toBeVisible();
  }
});

test('goes back to what was opened after typing, and no further, by the keyboard and by the button', async () => {
  await admin.openEntry(entries[0]);
  const texts = await readTexts();
  for (const which of [0, 'body'] as const) {
    await admin.editor(which).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('書き足した文。');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await undo(6);
    await page.keyboard.press('Control+Home');
  }
  expect(await readTexts()).toEqual(texts);
  const button = page.getByRole('toolbar', { name: 'まとめ（本文）の書式' }).getByRole('button', { name: '元に戻す' });
  await button.click();
  await button.click();
  expect(await readTexts()).toEqual(texts);
  await expect(page.getByText('保存済', { exact: true })).toBeVisible();
});

test('knows nothing of the entry that was open before in the same tab, nor of what was before a reload', async () => {
  await admin.openEntry(entries[0]);
  await admin.editor('body').click();
  await page.keyboard.insertText('前の項目に書いた文。');
  await admin.openEntry(entries[1]);
  const texts = await readTexts();
  await admin.editor('body').click();
  await undo(5);
  expect(await readTexts()).toEqual(texts);
  await page.reload();
  await expect(admin.field('質問')).not.toHaveValue('', { timeout: 30_000 });
  await admin.editor('body').click();
  await undo(2);
  expect(await readTexts()).toEqual(texts);
});

test('does the same in fields of one line, in lists and in plain fields', async () => {
  await admin.openEntry(entries[0]);
  for (const label of [/^質問/, /^一言回答/, /^言い換え/]) {
    const field = page.getByLabel(label).first();
    const before = await field.inputValue();
    expect(before).not.toBe('');
    await field.click();
    await undo(2);
    await expect(field).toHaveValue(before);
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('書き足し');
    await expect(field).toHaveValue(`${before}書き足し`);
    await undo(4);
    await expect(field).toHaveValue(before);
    // A pasted line end becomes a space, which must not cost the way back.
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('一行目\n二行目');
    await undo(4);
    await expect(field).toHaveValue(before);
  }
  await expect(page.getByText('保存済', { exact: true })).toBeVisible();
  await page.goto(`${site.address}admin/#/collections/groups/entries/gifu`);
  const introduction = page.getByLabel(/^紹介/).first();
  await expect(introduction).not.toHaveValue('', { timeout: 30_000 });
  const before = await introduction.inputValue();
  await introduction.click();
  await undo(2);
  await expect(introduction).toHaveValue(before);
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('書き足し');
  await undo(3);
  await expect(introduction).toHaveValue(before);
});

/** How each text editor's text begins; of long ones only what is in sight is drawn. */
function readTexts(): Promise<string[]> {
  return page
    .locator('.cm-content')
    .evaluateAll((editors) => editors.map((editor) => editor.textContent.slice(0, 200)));
}

async function undo(times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) await page.keyboard.press('Control+z');
}
