import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { openCmsSite, type CmsSite } from '../e2e/setup/cms-site.ts';
import { sites } from '../e2e/setup/sites.ts';
import { expect, test } from './drive/test.ts';
import { keys } from './drive/web-driver.ts';
import type { WebKitPage } from './drive/webkit-page.ts';

const known = 'gifu/f6dnabg6';
const summary = 'WebKit で書いた一言回答です。';
let site: CmsSite;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  site = await openCmsSite({ port: 4523, site: sites.root.folder });
});

test.afterAll(async () => {
  await site.close();
});

test.beforeEach(async ({ reader: page }) => {
  await page.web.resize(1400, 1000);
});

test('opens the list of questions, and says nothing of an old browser', async ({ reader: page }) => {
  await page.open(`${site.address}admin/#/collections/qa`);
  await page.clickText('[role="button"], button', '並べ替え');
  expect(await page.count('[data-needs]')).toBe(0);
});

test('opens a question that is published', async ({ reader: page }) => {
  await openEntry(page, known);
  await expect.poll(() => page.web.run<string>('return document.querySelector(".cm-content").innerText')).not.toBe('');
});

test('takes what is typed, and shows it in the preview', async ({ reader: page }) => {
  await page.clickText('label', '一言回答');
  await page.web.press(keys.control, 'a');
  for (const letter of summary) await page.web.press(letter);
  await expect.poll(() => previewText(page)).toContain(summary);
});

test('makes words bold by the toolbar', async ({ reader: page }) => {
  await page.click('.cm-content');
  await page.web.press(keys.control, keys.end);
  await page.web.press(keys.enter);
  for (const letter of '窓口の数') await page.web.press(letter);
  await page.web.press(keys.shift, keys.home);
  await page.clickText('[role="toolbar"] button', '太字');
  await expect.poll(() => page.text('.cm-content')).toContain('**窓口の数**');
});

test('a dialog keeps the Enter and the Escape that end a composition from doing anything', async ({ reader: page }) => {
  await page.click('.cm-content');
  await page.clickText('[role="toolbar"] button', '脚注');
  await page.expectVisible('#kj-footnote');
  await page.web.run('document.getElementById("kj-footnote").value = "ちゅう"');
  for (const key of ['Enter', 'Escape']) {
    // Safari sends `compositionend` before the `keydown` that ended it; only `keyCode` 229 shows that they belong
    // together.
    const isFree = await page.web.run<boolean>(
      `
      const field = document.getElementById('kj-footnote');
      field.dispatchEvent(new CompositionEvent('compositionend', { data: '注', bubbles: true }));
      const press = new KeyboardEvent('keydown', { key: arguments[0], keyCode: 229, which: 229, bubbles: true, cancelable: true });
      let reached = false;
      field.addEventListener('keydown', () => (reached = true), { once: true });
      field.dispatchEvent(press);
      return !reached;`,
      key,
    );
    expect(isFree, key).toBe(true);
    expect(await page.count('#kj-footnote'), key).toBe(1);
  }
  await page.clickText('dialog button', 'やめる');
  await page.expectGone('#kj-footnote');
});

test('saves a draft', async ({ reader: page }) => {
  await page.clickText('button, [role="button"]', '保存');
  await expect.poll(() => branches(), { timeout: 30_000 }).toContain(`cms/qa/${known}`);
  await page.expectText('body', '保存済');
  expect(site.git('show', `cms/qa/${known}:content/qa/${known}.mdx`)).toContain(summary);
});

test('a WebP photo goes in as JPEG, since no Safari writes WebP', async ({ reader: page }) => {
  const photo = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#3366cc' } })
    .webp()
    .toBuffer();
  await insertImage(page, 'photo.webp', photo, '庁舎の写真');
  await saveAgain(page);
  expect(imagesOf(known)).toEqual([expect.stringMatching(/\.jpg$/)]);
});

test('a WebP drawing that can be seen through goes in as PNG', async ({ reader: page }) => {
  const drawing = await sharp({ create: { width: 400, height: 200, channels: 4, background: '#3366cc00' } })
    .webp()
    .toBuffer();
  await insertImage(page, 'drawing.webp', drawing, '配置の図');
  await saveAgain(page);
  expect(
    imagesOf(known)
      .map((name) => path.extname(name))
      .sort(),
  ).toEqual(['.jpg', '.png']);
});

test('publishes after review', async ({ reader: page }) => {
  await page.clickText('button, [role="button"]', '進み具合：下書き');
  await page.clickText('[role="menuitem"]', '準備完了');
  await page.expectText('body', '進み具合：準備完了');
  await page.clickText('button, [role="button"]', '公開');
  await page.clickText('[role="menuitem"]', '公開する');
  const published = async () => {
    // Decap asks with `confirm()`, which the driver accepts as soon as it receives another command.
    await page.count('body');
    return site.git('show', `main:content/qa/${known}.mdx`);
  };
  await expect.poll(published, { timeout: 30_000 }).toContain(summary);
});

test('lists what is to be looked at again', async ({ reader: page }) => {
  await page.open(`${site.address}admin/review/`);
  await page.expectText('h1', '見直しが必要な質問');
  await page.expectVisible('table, [role="status"]');
});

async function openEntry(page: WebKitPage, slug: string): Promise<void> {
  await page.open(`${site.address}admin/#/collections/qa/entries/${slug}`);
  await expect.poll(() => page.count('.cm-content'), { timeout: 60_000 }).toBeGreaterThan(0);
}

async function previewText(page: WebKitPage): Promise<string> {
  return await page.web.run<string>(
    'return document.querySelector("iframe#preview-pane")?.contentDocument?.body?.innerText ?? ""',
  );
}

async function insertImage(page: WebKitPage, name: string, bytes: Buffer, alt: string): Promise<void> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'kenjinkai-webkit-')), name);
  writeFileSync(file, bytes);
  await page.click('.cm-content');
  await page.web.press(keys.control, keys.end);
  await page.clickText('[role="toolbar"] button', '画像');
  await page.type('#kj-image-file', file);
  await page.type('#kj-image-alt', alt);
  await page.clickText('dialog button', '入れる');
  await page.expectGone('#kj-image-alt');
}

async function saveAgain(page: WebKitPage): Promise<void> {
  const before = site.git('rev-parse', `cms/qa/${known}`);
  await page.expectText('body', '未保存');
  await page.clickText('button, [role="button"]', '保存');
  await expect.poll(() => site.git('rev-parse', `cms/qa/${known}`), { timeout: 30_000 }).not.toBe(before);
  await page.expectText('body', '保存済');
}

function branches(): string {
  return site.git('for-each-ref', '--format=%(refname:short)');
}

function imagesOf(entry: string): string[] {
  return site
    .git('diff', '--name-only', 'main', `cms/qa/${entry}`, '--', 'public/images')
    .split('\n')
    .filter((name) => name !== '');
}
