import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { AdminPage } from './pages/admin-page.ts';
import { openCmsSite, type CmsSite } from './setup/cms-site.ts';
import { siteFixture, sites } from './setup/sites.ts';

/** Lists longer than what is drawn at once: what is asked of the server for them, and that nothing of them is lost. */
let site: CmsSite;
let page: Page;
let admin: AdminPage;
let content = '';
/** For each list that was asked for: how many entries came with it. */
let sent: number[] = [];
const copies = 250;
const total = copies + globSync('content/qa/*/*.mdx', { cwd: siteFixture }).length;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  content = mkdtempSync(path.join(tmpdir(), 'kenjinkai-lists-'));
  cpSync(path.join(siteFixture, 'content'), content, { recursive: true });
  const text = readFileSync(path.join(content, 'qa/gifu/f6dnabg6.mdx'), 'utf8')
    .replace(/^group: .*$/m, 'group: yamanashi')
    .replace(/^(?:related|redirectFrom):.*\n(?:(?: |- ).*\n)*/gm, '');
  mkdirSync(path.join(content, 'qa/yamanashi'), { recursive: true });
  for (let index = 0; index < copies; index += 1) writeFileSync(fileOf(index), copyOf(text, index));
  site = await openCmsSite({ port: 4536, site: sites.root.folder, content });
  page = await browser.newPage();
  page.on('response', async (response) => {
    if (response.request().postDataJSON()?.action !== 'listEntries') return;
    const [, ...entries] = (await response.json()) as { path: string }[];
    if (response.request().postDataJSON().params.folder === 'content/qa') sent.push(entries.length);
  });
  admin = new AdminPage(page, site.address);
});

test.afterAll(async () => {
  await page.close();
  await site.close();
  rmSync(content, { recursive: true, force: true });
});

const rows = () => page.locator('a[href*="#/collections/qa/entries/"]');

test('draws a page of a list, and the next ones as somebody scrolls, from one answer without texts', async () => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(String(request.postDataJSON()?.action)));
  await admin.openList();
  await expect(rows()).toHaveCount(100);
  for (const count of [200, 300, total]) {
    await rows().last().scrollIntoViewIfNeeded();
    await expect(rows()).toHaveCount(count);
  }
  await expect(rows().last()).toContainText(`${copies - 1}番目`);
  expect(sent).toEqual([total]);
  expect(asked).not.toContain('entriesByFolder');
});

test('is asked for nothing that the desk knows, and for one entry that somebody else has changed', async () => {
  await choose('並べ替え', '見直し期限');
  // The last of all files is the first to be looked at again.
  await expect(rows().first()).toContainText(`${copies - 1}番目`);
  await expect(rows()).toHaveCount(100);
  expect(sent.splice(0)).toEqual([total, 0]);

  const file = path.join(site.root, path.relative(content, fileOf(0)).replace(/^/, 'content/'));
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^question: .*$/m, 'question: 手で書き直した質問ですか。'));
  site.git('commit', '-qam', 'By hand');
  await choose('絞り込み', '古い情報');
  await expect(rows().filter({ hasText: '手で書き直した質問ですか。' })).toBeVisible();
  await expect(rows().filter({ hasNotText: '古い情報' })).toHaveCount(0);
  expect(sent.splice(0)).toEqual([1]);
  await choose('絞り込み', '古い情報');
  await expect(rows()).toHaveCount(100);
});

test('keeps groups whole while it is drawn in pages', async () => {
  await choose('まとめる', '県人会');
  const groups = page.getByRole('heading', { name: /^県人会 / });
  await expect(groups).toHaveText(['県人会 山梨県']);
  await expect
    .poll(async () => {
      await rows().last().scrollIntoViewIfNeeded();
      return rows().count();
    })
    .toBe(total);
  await expect(page.getByRole('heading', { name: '県人会 山梨県' })).toHaveCount(1);
  expect(await groups.count()).toBeGreaterThan(20);
  await choose('まとめる', '県人会');
});

test('finds what stands on no drawn page', async () => {
  sent = [];
  await page.goto(`${admin.address}#/collections/qa/search/${encodeURIComponent('手で書き直した')}`);
  await expect(rows()).toHaveCount(1);
  await page.goto(`${admin.address}#/collections/qa/search/${encodeURIComponent('番目')}`);
  await expect(page.getByText(`${copies - 1}件見つかりました。はじめの200件を表示しています。`)).toBeVisible();
  await expect(rows()).toHaveCount(200);
  expect(sent.every((count) => count === 0)).toBe(true);
});

test('calls no draft of a published entry unpublished because its page is not drawn yet', async () => {
  const slug = `yamanashi/${idOf(copies - 2)}`;
  await admin.openEntry(slug);
  await admin.write('一言回答', '長い一覧の終わりにある質問の、書き直した一言回答です。');
  await admin.save();
  await page.evaluate(() => localStorage.removeItem('cms.entries.sort'));
  await page.goto('about:blank');
  await admin.openList();
  await expect(rows()).toHaveCount(100);
  await page.getByRole('link', { name: '下書きと確認' }).click();
  await expect(page.locator(`a[href*="${slug}"]`).first()).toBeVisible();
  await admin.openList();
  await expect(rows()).toHaveCount(100);
  await expect(page.getByText('まだ公開していない項目')).toBeHidden();
});

async function choose(menu: string, item: string): Promise<void> {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitem', { name: item }).click();
  await page.keyboard.press('Escape');
}

/** In the alphabet of ids, in the order of the numbers. */
function idOf(index: number): string {
  const letters = [Math.floor(index / 26), index % 26].map((digit) => String.fromCharCode(97 + digit));
  return `listed${letters.join('')}`;
}

function fileOf(index: number): string {
  return path.join(content, 'qa/yamanashi', `${idOf(index)}.mdx`);
}

/** The last is due first, the first is out of date. */
function copyOf(text: string, index: number): string {
  return text
    .replace(/^id: .*$/m, `id: ${idOf(index)}`)
    .replace(/^question: .*$/m, `question: 長い一覧の${index}番目の質問は、何から始めればよいですか。`)
    .replace(/^status: .*$/m, index === 0 ? 'status: outdated' : 'status: current')
    .replace(/^reviewBy: .*$/m, index === copies - 1 ? 'reviewBy: 2020-06-01' : 'reviewBy: 2027-06-01');
}
