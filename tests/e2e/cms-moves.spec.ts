import { expect, test, type Page } from '@playwright/test';
import { AdminPage } from './pages/admin-page.ts';
import { openCmsSite, type CmsSite } from './setup/cms-site.ts';
import { sites } from './setup/sites.ts';

/** Entries that move: to another group, off the site and back. The tests share a browser window, as an editor would. */
let site: CmsSite;
let page: Page;
let admin: AdminPage;

test.describe.configure({ mode: 'default' });

test.beforeAll(async ({ browser }) => {
  site = await openCmsSite({ port: 4492, site: sites.root.folder });
  page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  admin = new AdminPage(page, site.address);
});

test.afterAll(async () => {
  await page.close();
  await site.close();
});

const filesOf = (id: string, branch = 'main'): string[] =>
  site
    .git('ls-tree', '-r', '--name-only', branch, 'content/qa')
    .split('\n')
    .filter((path) => path.includes(id));

/** A Q&A that no other entry mentions, for what others refer to cannot be taken away. */
function findAlone(): string {
  const slugs = site
    .git('ls-tree', '-r', '--name-only', 'main:content/qa')
    .split('\n')
    .map((name) => name.replace('.mdx', ''));
  const holders = (slug: string) =>
    site.git('grep', '-l', slug.split('/')[1] ?? slug, 'main', '--', 'content').split('\n');
  return slugs.find((slug) => !slug.startsWith('gifu/') && holders(slug).length === 1) ?? '';
}

async function addLine(line: string): Promise<void> {
  await admin.editor('body').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(`\n\n${line}`);
}

test('changes the group of an entry, saves again, publishes, and goes on in the same form', async () => {
  await admin.openEntry('gifu/xgby7jf2');
  await admin.choose('都道府県人会', '愛知県');
  await admin.save();
  expect(filesOf('xgby7jf2', 'cms/qa/gifu/xgby7jf2')).toEqual(['content/qa/aichi/xgby7jf2.mdx']);
  await addLine('移したあとで足した文です。');
  await admin.save();
  await admin.openEntry('gifu/xgby7jf2');
  await addLine('開き直して足した文です。');
  await admin.save();
  await admin.choose('都道府県人会', '岐阜県');
  await admin.save();
  expect(filesOf('xgby7jf2', 'cms/qa/gifu/xgby7jf2')).toEqual(['content/qa/gifu/xgby7jf2.mdx']);
  await admin.choose('都道府県人会', '愛知県');
  await admin.save();
  await admin.setStatus('準備完了');
  await admin.publish();
  expect(filesOf('xgby7jf2')).toEqual(['content/qa/aichi/xgby7jf2.mdx']);
  await expect(page.getByRole('button', { name: '公開済', exact: true })).toBeVisible();
  // Decap reads the entry again now; the form takes no words that this would replace.
  await addLine('公開したあとで足した文です。');
  await admin.save();
  const draft = 'cms/qa/aichi/xgby7jf2';
  expect(site.git('grep', '-c', '公開したあとで', draft, '--', 'content/qa')).not.toBe('');
  await admin.setStatus('準備完了');
  await admin.publish();
  expect(filesOf('xgby7jf2')).toEqual(['content/qa/aichi/xgby7jf2.mdx']);
  const text = site.git('show', 'main:content/qa/aichi/xgby7jf2.mdx');
  for (const part of ['移したあとで', '開き直して', '公開したあとで']) expect(text).toContain(`${part}足した文です。`);
  expect(site.git('for-each-ref', 'refs/heads/cms/qa')).toBe('');
  await expect(page.locator('dialog')).toBeHidden();
});

test('opens a moved entry under its old link and its new one', async () => {
  for (const slug of ['gifu/xgby7jf2', 'aichi/xgby7jf2']) {
    await admin.openEntry(slug);
    await expect(admin.editor('body')).toContainText('公開したあとで足した文です。');
  }
});

test('takes an entry off the site as a draft, stays with it, and publishes it again', async () => {
  const slug = findAlone();
  const file = `content/qa/${slug}.mdx`;
  const text = site.git('show', `main:${file}`);
  await admin.openEntry(slug);
  const question = await admin.field('質問').inputValue();
  await admin.unpublish();
  expect(admin.asked.at(-1)).toContain('取り下げ');
  await expect(page.getByText('公開をやめ、同じ内容の下書きにしました。', { exact: false })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`entries/${slug}$`));
  await expect(page.getByText('進み具合：下書き')).toBeVisible();
  await expect(admin.field('質問')).toHaveValue(question);
  expect(filesOf(slug.split('/')[1] ?? '')).toEqual([]);
  expect(site.git('show', `cms/qa/${slug}:${file}`)).toBe(text);
  await expect(page.locator('dialog')).toBeHidden();
  await expect(page.getByText('見え方を開く')).toBeVisible();

  await addLine('公開をやめたあとで足した文です。');
  await admin.save();
  await admin.setStatus('準備完了');
  await admin.publish();
  expect(site.git('show', `main:${file}`)).toContain('公開をやめたあとで足した文です。');

  // The site was not built anew so far: of a page that is off the site again, nothing is waited for.
  const awaited = page.locator(`.kj-notice[data-id="page-qa-${slug}"]`);
  await expect(awaited).toContainText('サイトに反映中です');
  await admin.unpublish();
  await expect(page.getByText('進み具合：下書き')).toBeVisible();
  await expect(awaited).toHaveCount(0);
});

test('says which entries keep one on the site, and leaves it there', async () => {
  const [list = ''] = site.git('grep', '-h', '^related: ', 'main', '--', 'content/qa').split('\n');
  const id = /[a-z2-7]{8}/.exec(list.slice('related: ['.length))?.[0] ?? '';
  const [file = ''] = filesOf(id);
  await admin.openEntry(file.slice('content/qa/'.length, -'.mdx'.length));
  await admin.unpublish();
  const dialog = admin.dialog('公開をやめられません');
  await expect(dialog).toContainText('がこの項目を使っているため');
  await dialog.getByRole('button', { name: '編集に戻る' }).click();
  await expect(page).toHaveURL(/entries\//);
  expect(filesOf(id)).toEqual([file]);
});

test('shows what was judged on the board, and before it is approved and published', async () => {
  const slug = 'gifu/l5f6tabt';
  const reason = '公式サイトに載っている代表電話';
  await admin.openEntry(slug);
  await addLine('代表電話は058-272-1111です。');
  await admin.pressSave();
  const asked = admin.dialog('個人情報のように見えるところがあります');
  await asked.getByLabel('載せてよい理由（5〜120文字）').fill(reason);
  await asked.getByRole('button', { name: '理由を残して保存する' }).click();
  await expect(page.getByText('保存済', { exact: true })).toBeVisible();

  await page.goto(`${site.address}admin/#/workflow`);
  const board = page.getByRole('region', { name: '個人情報の判断がある下書き' });
  await expect(board).toContainText(`電話番号`);
  await expect(board).toContainText(`理由：${reason}`);
  await expect(board).not.toContainText('272');

  await admin.openEntry(slug);
  const shown = admin.dialog('個人情報の判断を確かめてください');
  await page.getByText(/^進み具合：/).click();
  await page.getByRole('menuitem', { name: '準備完了' }).click();
  await expect(shown).toContainText(`理由：${reason}`);
  await shown.getByRole('button', { name: '編集に戻る' }).click();
  expect(site.git('log', '-1', '--format=%B', `cms/qa/${slug}`)).toContain('CMS-Status: draft');
  await page.reload();
  await expect(page.getByText('進み具合：下書き')).toBeVisible();
  await page.getByText(/^進み具合：/).click();
  await page.getByRole('menuitem', { name: '準備完了' }).click();
  await shown.getByRole('button', { name: '確かめた。準備完了にする' }).click();
  await expect(page.getByText('進み具合：準備完了')).toBeVisible();

  await page.getByRole('button', { name: '公開', exact: true }).click();
  await page.getByRole('menuitem', { name: '公開する' }).click();
  await expect(shown).toContainText(`理由：${reason}`);
  await shown.getByRole('button', { name: '確かめた。公開する' }).click();
  await expect(page.getByText('公開しました。')).toBeVisible();
  expect(site.git('show', 'main:content/privacy-exceptions.yaml')).toContain(reason);
});
