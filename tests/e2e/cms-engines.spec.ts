import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import sharp from 'sharp';
import { AdminPage } from './pages/admin-page.ts';
import { openCmsSite, type CmsSite } from './setup/cms-site.ts';
import { sites } from './setup/sites.ts';
import { takeAway } from './setup/take-away.ts';

/** The desk in a browser at the supported floor, and where something does not come. */
let site: CmsSite;
let page: Page;
let admin: AdminPage;

test.describe.configure({ mode: 'default' });

test.beforeAll(async ({ browser }) => {
  site = await openCmsSite({ port: 4521, site: sites.root.folder });
  page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  await takeAway(page);
  admin = new AdminPage(page, site.address);
});

test.afterAll(async () => {
  await page.close();
  await site.close();
});

const known = 'gifu/f6dnabg6';

test('opens, changes and saves what is published with what the oldest browsers have', async () => {
  await admin.openEntry(known);
  await admin.write('一言回答', '古いブラウザーで書いた一言回答です。');
  await admin.type(admin.editor('body'), 'https://www.pref.gifu.lg.jp/ の 058-123-4567');
  await expect(page.locator('.kj-findings').filter({ hasText: '電話' }).first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await admin.save();
  expect(site.git('show', `cms/qa/${known}:content/qa/${known}.mdx`)).toContain('古いブラウザーで書いた一言回答です。');
});

for (const [name, extension, channels] of [
  ['a photo', 'jpg', 3],
  ['a drawing that can be seen through', 'png', 4],
] as const) {
  test(`${name} in WebP goes in as ${extension} where no WebP can be written`, async () => {
    await admin.openEntry(known);
    await admin.editor('body').click();
    await page.keyboard.press('Control+End');
    await page.getByRole('toolbar', { name: 'まとめ（本文）の書式' }).getByRole('button', { name: '画像' }).click();
    const dialog = admin.dialog('画像');
    const background = channels === 3 ? '#3366cc' : '#3366cc40';
    const buffer = await sharp({ create: { width: 1_800, height: 900, channels, background } })
      .webp()
      .toBuffer();
    await dialog.getByLabel('画像ファイル').setInputFiles({ name: `絵.webp`, mimeType: 'image/webp', buffer });
    await dialog.getByLabel(/^説明/).fill(`${name}の説明`);
    await dialog.getByRole('button', { name: '入れる' }).click();
    await expect(admin.preview().getByRole('img', { name: `${name}の説明` })).toHaveJSProperty('naturalWidth', 1_600);
    await admin.save();
    const branch = `cms/qa/${known}`;
    const names = site.git('diff', '--name-only', 'main', branch, '--', 'public/images').split('\n');
    expect(names.map((file) => path.extname(file))).toContain(`.${extension}`);
    expect(names.map((file) => path.extname(file))).not.toContain('.webp');
  });
}

test('a JPEG that lies on its side is turned', async () => {
  await admin.openEntry('gifu/esurg3af');
  await admin.editor('body').click();
  await page.getByRole('toolbar', { name: 'まとめ（本文）の書式' }).getByRole('button', { name: '画像' }).click();
  const dialog = admin.dialog('画像');
  const buffer = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#3366cc' } })
    .jpeg()
    .withExif({ IFD0: {} })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  await dialog.getByLabel('画像ファイル').setInputFiles({ name: 'side.jpg', mimeType: 'image/jpeg', buffer });
  await dialog.getByLabel(/^説明/).fill('立てた写真');
  await dialog.getByRole('button', { name: '入れる' }).click();
  await expect(admin.preview().getByRole('img', { name: '立てた写真' })).toHaveJSProperty('naturalHeight', 400);
});

test('the Enter that ends a composition does nothing in a dialog, the next one does', async () => {
  await admin.openEntry('gifu/esurg3af');
  await admin.editor('body').click();
  await page.getByRole('toolbar', { name: 'まとめ（本文）の書式' }).getByRole('button', { name: '脚注' }).click();
  const dialog = admin.dialog('脚注');
  const field = dialog.getByRole('textbox');
  await field.fill('注の文です。');
  for (const key of ['Enter', 'Escape']) await endCompositionAsSafari(field, key);
  await expect(dialog).toBeVisible();
  await field.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(admin.editor('body')).toContainText('注の文です。');
});

test('nor does it start a search of Decap’s own', async () => {
  await admin.openList();
  const box = page.getByPlaceholder('検索');
  await box.fill('ひっこし');
  const before = page.url();
  await endCompositionAsSafari(box, 'Enter');
  expect(page.url()).toBe(before);
  await box.press('Enter');
  await expect(page).toHaveURL(/search/);
});

test('a desk whose parts do not come says what to do', async () => {
  await page.route('**/admin/decap/decap-cms.js', (route) => route.abort());
  await page.goto(`${site.address}admin/`);
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('ページを読み込み直してください');
  await page.unroute('**/admin/decap/decap-cms.js');
  await page.getByRole('button', { name: '読み込み直す' }).click();
  await expect(page.getByRole('button', { name: '並べ替え' })).toBeVisible({ timeout: 30_000 });
});

test('nothing that is pasted waits for a file of its own', async () => {
  const program =
    readFileSync(path.join(sites.root.folder, 'admin', 'index.html'), 'utf8').match(/_astro\/index[^"]*\.js/)?.[0] ??
    '';
  const text = readFileSync(path.join(sites.root.folder, program), 'utf8');
  const fetchedLater = [...text.matchAll(/\bimport\(\s*[`'"]\.\/([\w-]+)/g)].map(([, name = '']) => name);
  // The search of similar questions fetches how kanji are read; without it nothing is lost.
  expect(fetchedLater.filter((name) => name !== 'kanji-sounds')).toEqual([]);
});

/** Safari ends a composition before the key that ends it, and tells by the code alone. */
async function endCompositionAsSafari(field: ReturnType<Page['locator']>, key: string): Promise<void> {
  await field.evaluate((element, name) => {
    element.dispatchEvent(new CompositionEvent('compositionend', { data: '注', bubbles: true }));
    element.dispatchEvent(new KeyboardEvent('keydown', { key: name, keyCode: 229, bubbles: true, cancelable: true }));
  }, key);
}
