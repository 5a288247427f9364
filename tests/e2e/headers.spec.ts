import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { openCmsSite, type CmsSite } from './setup/cms-site.ts';
import { sites } from './setup/sites.ts';
import { watchPage } from './setup/watch-page.ts';

/** What the servers' headers keep from happening in a real browser, and what they must leave working. */
let site: CmsSite;
let folder: string;

/** The smallest WebAssembly module there is. */
const workerText = `importScripts('part.js');
fetch('/icon.svg').then(async ({ status }) => {
  const module = await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  postMessage({ loaded: self.loaded, status, compiled: module instanceof WebAssembly.Module, origin: self.origin });
});`;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kenjinkai-headers-'));
  cpSync(sites.root.folder, folder, { recursive: true });
  const theft =
    'fetch("/api/cms/session").then((answer) => answer.json()).then(({ token }) => (document.title = token ?? "none"))';
  const files = {
    'evil.svg': `<svg xmlns="http://www.w3.org/2000/svg"><title>quiet</title><script>${theft}</script><rect width="9" height="9"/></svg>`,
    'evil.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>quiet</title><script>${theft}</script></head><body/></html>`,
    'evil.xml': `<?xml version="1.0"?><x:script xmlns:x="http://www.w3.org/1999/xhtml">${theft}</x:script>`,
    'part.js': 'self.loaded = true;',
    'worker.js': workerText,
    'evil.html': `<!doctype html><title>quiet</title><script>${theft}</script><p onclick="${theft.replaceAll('"', "'")}">text</p>`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  site = await openCmsSite({ port: 4490, site: folder, isForStrangers: true });
});

test.afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

test('lets nobody into the desk without the link, says what to do, and opens it with the link', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${site.address}admin/`);
  const dialog = page.getByRole('dialog', { name: '編集室を開くリンクが要ります' });
  await expect(dialog).toContainText('npm start を実行した画面');
  await dialog.getByRole('button', { name: 'リンクを開きました' }).click();
  await expect(dialog.getByRole('alert')).toContainText('まだ開けません');

  const link = site.oneTimeLink();
  const second = await context.newPage();
  await second.goto(link);
  await expect(second).toHaveURL(/\/admin\/(?:#.*)?$/);
  await expect(second.getByRole('button', { name: '並べ替え' })).toBeVisible({ timeout: 30_000 });
  expect(await second.evaluate(() => document.referrer)).toBe('');
  await dialog.getByRole('button', { name: 'リンクを開きました' }).click();
  await expect(page.getByRole('button', { name: '並べ替え' })).toBeVisible({ timeout: 30_000 });

  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await expect(other.getByRole('heading', { name: 'このリンクはもう使えません' })).toBeVisible();
  await expect(other.getByText('新しいリンクを開いてください')).toBeVisible();
  await other.context().close();

  for (const name of ['evil.svg', 'evil.xhtml', 'evil.xml', 'evil.html']) {
    const answers: string[] = [];
    second.on('request', (request) => answers.push(request.url()));
    await second.goto(`${site.address}${name}`);
    await second.waitForTimeout(500);
    expect(answers.filter((address) => address.includes('api/cms'))).toEqual([]);
    second.removeAllListeners('request');
  }
  await context.close();
});

test('lets no page be framed', async ({ page }) => {
  await page.goto(`${site.address}evil.html`);
  for (const inside of ['', 'admin/', 'evil.svg']) {
    const blocked = page.waitForEvent('console', (message) =>
      /frame-ancestors|X-Frame-Options|frame/i.test(message.text()),
    );
    await page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
    }, site.address + inside);
    await blocked;
  }
});

test('leaves search with its WebAssembly, images, feeds and styles as they were', async ({ page }) => {
  const { problems } = watchPage(page, new URL(site.address).origin);
  await page.goto(`${site.address}search/?q=${encodeURIComponent('引越し')}`);
  await expect(page.locator('qa-search a[href*="/q/"]').first()).toBeVisible();
  await page.goto(`${site.address}icon.svg`);
  await page.goto(`${site.address}feeds/new.xml`);
  await expect(page.locator('body')).toContainText('feed');
  expect(problems).toEqual([]);
});

test('leaves workers able to load scripts, fetch files and compile WebAssembly, as Pagefind does', async ({ page }) => {
  await page.goto(site.address);
  const answer = await page.evaluate(
    (address) =>
      new Promise((resolve) => {
        const worker = new Worker(`${address}worker.js`);
        worker.addEventListener('message', ({ data }) => resolve(data));
        worker.addEventListener('error', () => resolve('refused'));
      }),
    site.address,
  );
  expect(answer).toEqual({ loaded: true, status: 200, compiled: true, origin: new URL(site.address).origin });
});
