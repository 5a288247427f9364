import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { AdminPage } from './pages/admin-page.ts';
import { openCmsSite, type CmsSite } from './setup/cms-site.ts';
import { sites } from './setup/sites.ts';

/** Whatever somebody does with the address bar, the form is that of the address, and saves go there. */
let site: CmsSite;
let page: Page;
let admin: AdminPage;

test.describe.configure({ mode: 'default' });

test.beforeAll(async ({ browser }) => {
  site = await openCmsSite({ port: 4487, site: sites.root.folder });
  page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  admin = new AdminPage(page, site.address);
});

test.afterAll(async () => {
  await page.close();
  await site.close();
});

const one = 'gifu/kxm6w5sl';
const other = 'gifu/ziiz7zob';

test('opens the entry whose link is pasted over another, and saves into that one', async () => {
  await admin.openEntry(one);
  const before = await admin.field('質問').inputValue();
  await paste(`#/collections/qa/entries/${other}`);
  await expectForm(other);
  await expect(admin.field('質問')).not.toHaveValue(before);
  await admin.write('一言回答', '貼り付けたリンクの項目に書いた一言回答です。');
  await admin.save();
  expect(readDraft(other)).toContain('貼り付けたリンクの項目に書いた');
  expect(site.git('branch', '--list', `cms/qa/${one}`)).toBe('');
  expect(admin.asked).toEqual([]);
});

test('asks before a pasted link takes away what was not saved, and stays where it was if told to', async () => {
  await admin.openEntry(one);
  await admin.write('一言回答', 'まだ保存していない一言回答です。');
  admin.answerNext(false);
  await paste(`#/collections/qa/entries/${other}`);
  await expectForm(one);
  await expect(admin.field('一言回答')).toHaveValue('まだ保存していない一言回答です。');
  await paste(`#/collections/qa/entries/${other}`);
  await expectForm(other);
  expect(admin.takeAsked()).toEqual([
    expect.stringContaining('保存していない'),
    expect.stringContaining('保存していない'),
  ]);
});

test('keeps form and address together when Back is cancelled, and when it is not', async () => {
  await admin.openList();
  await page.locator(`a[href$="/entries/${one}"]`).first().click();
  await expectForm(one);
  await admin.write('一言回答', '戻るのを取りやめた一言回答です。');
  for (const leave of ['back', 'list'] as const) {
    admin.answerNext(false);
    await (leave === 'back' ? page.evaluate(() => history.back()) : paste('#/collections/topics'));
    await expectForm(one);
    await expect(admin.field('一言回答')).toHaveValue('戻るのを取りやめた一言回答です。');
  }
  await admin.save();
  expect(readDraft(one)).toContain('戻るのを取りやめた');
  await admin.write('一言回答', 'もう一度書いて、捨てる一言回答です。');
  await page.evaluate(() => history.back());
  await expect(page).toHaveURL(/#\/collections\/qa$/);
  await expect(page.getByRole('button', { name: '並べ替え' })).toBeVisible();
  await page.evaluate(() => history.forward());
  await expectForm(one);
  await expect(admin.field('一言回答')).toHaveValue('戻るのを取りやめた一言回答です。');
  admin.takeAsked();
});

test('goes from entry to new form, between new forms and to the board without mixing them up', async () => {
  await admin.openEntry(one);
  await paste('#/collections/qa/new');
  await expect(admin.field('質問')).toHaveValue('', { timeout: 30_000 });
  await admin.type(admin.field('質問'), '新しい質問の欄に書いた質問です。');
  await paste('#/collections/topics/new');
  await expect(page.getByLabel(/英字/)).toHaveValue('', { timeout: 30_000 });
  await paste(`#/collections/qa/entries/${one}?ref=workflow`);
  await expectForm(one);
  await paste('#/workflow');
  await expect(page.getByText('レビュー中').first()).toBeVisible({ timeout: 30_000 });
  await page.evaluate(() => history.back());
  await expectForm(one);
  await page.reload();
  await expectForm(one);
  admin.takeAsked();
});

test('says that an entry is gone and offers no form that would create it', async () => {
  const gone = 'gifu/zzzzzzz2';
  const accidents: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('TypeError')) accidents.push(message.text());
  });
  for (const from of [undefined, one, 'new'] as const) {
    if (from === 'new') await admin.openNew();
    else if (from) await admin.openEntry(from);
    else await admin.openList();
    await paste(`#/collections/qa/entries/${gone}`);
    await expect(page.getByRole('heading', { name: 'この項目は開けません' })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('保存', { exact: true })).toBeHidden();
    await page.getByRole('link', { name: '一覧へ戻る' }).click();
    await expect(page.getByRole('button', { name: '並べ替え' })).toBeVisible();
  }
  // Deleted while its form is open in this tab: the link still leads to no blank form.
  rmSync(path.join(site.root, 'content/qa/gifu/esurg3af.mdx'));
  site.git('commit', '-qam', 'Delete');
  await paste('#/collections/qa/entries/gifu/esurg3af');
  await expect(page.getByRole('heading', { name: 'この項目は開けません' })).toBeVisible({ timeout: 30_000 });
  await paste('#/collections/unknown/entries/gifu/esurg3af');
  await expect(page.getByRole('button', { name: '並べ替え' })).toBeVisible({ timeout: 30_000 });
  expect(accidents).toEqual([]);
  admin.takeAsked();
});

test('shows the entry that was asked for last, however late another one comes', async () => {
  await admin.openList();
  let isFirst = true;
  await page.route('**/api/cms/v1', async (route) => {
    const isSlow = isFirst && route.request().postData()?.includes(one);
    if (isSlow) {
      isFirst = false;
      await new Promise((resolve) => setTimeout(resolve, 3_000));
    }
    await route.continue();
  });
  await paste(`#/collections/qa/entries/${one}`);
  await page.waitForTimeout(500);
  await paste('#/collections/qa');
  await expect(page.getByRole('button', { name: '並べ替え' })).toBeVisible();
  await paste(`#/collections/qa/entries/${other}`);
  await expectForm(other);
  await page.waitForTimeout(3_500);
  await expectForm(other);
  await page.unroute('**/api/cms/v1');
});

/** As a link does that is put into the address bar of the same tab. */
async function paste(hash: string): Promise<void> {
  await page.evaluate((to) => void (location.hash = to), hash);
}

async function expectForm(slug: string): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`#/collections/qa/entries/${slug}(?:\\?|$)`));
  const text = site.git('show', `main:content/qa/${slug}.mdx`);
  await expect(admin.field('質問')).toHaveValue(/^question: (.*)$/m.exec(text)?.[1] ?? '', { timeout: 30_000 });
}

function readDraft(slug: string): string {
  return site.git('show', `cms/qa/${slug}:content/qa/${slug}.mdx`);
}
