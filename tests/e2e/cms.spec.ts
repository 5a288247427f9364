import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { AdminPage } from './pages/admin-page.ts';
import { openCmsSite, type CmsSite } from './setup/cms-site.ts';
import { skipInFirefox } from './setup/engine-limits.ts';
import { sites } from './setup/sites.ts';
import { makePicture, place } from './setup/small-picture.ts';

/** One editor at work. The tests share a browser window, as an editor would, because Decap takes long to load. */
let site: CmsSite;
let page: Page;
let admin: AdminPage;

test.describe.configure({ mode: 'default' });

test.beforeAll(async ({ browser }) => {
  site = await openCmsSite({ port: 4481, site: sites.root.folder });
  page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  admin = new AdminPage(page, site.address);
});

test.afterAll(async () => {
  await page.close();
  await site.close();
});

const known = 'gifu/f6dnabg6';
const knownFile = `content/qa/${known}.mdx`;

test('shows similar questions and counts characters while a question is typed', async () => {
  await admin.openNew();
  await admin.type(admin.field('質問'), '庁舎の引越しで、業者はいつ決めればよいですか。');
  await expect(page.getByText('よく似た質問がすでにあります。')).toBeVisible();
  await expect(page.locator('.kj-similar a').first()).toContainText('引越し');
  await expect(page.getByText('あと97文字')).toBeVisible();
});

test('takes a new question from draft to review to the page and into search', async ({ browser }) => {
  test.setTimeout(240_000);
  await admin.openNew();
  await admin.fillNewQuestion({
    question: '空気清浄機の貸し出しを始めるとき、何を決めておけばよいですか。',
    summary: '貸し出しの期間、壊れたときの扱い、消毒の分担の三つを先に決めます。',
    answer: '貸し出し簿を作り、返却のときにフィルターを見ます。',
  });
  await expect(admin.preview().getByRole('heading', { level: 1 })).toHaveText(
    '空気清浄機の貸し出しを始めるとき、何を決めておけばよいですか。',
  );
  await admin.type(admin.editor('body'), '## 決めること\n\n- 期間\n- 分担');
  await expect(admin.preview().locator('.write-up li')).toHaveText(['期間', '分担']);
  await admin.save();
  await expect(page).toHaveURL(/entries\/gifu\/[a-z2-7]{8}$/);
  const id = page.url().split('/').at(-1) ?? '';
  expect(site.git('log', '-1', '--format=%an', `cms/qa/gifu/${id}`)).not.toBe('');

  await admin.setStatus('レビュー中');
  await admin.setStatus('準備完了');
  await admin.publish();
  const text = site.git('show', `main:content/qa/gifu/${id}.mdx`);
  expect(text.startsWith(`---\nid: ${id}\nquestion: `)).toBe(true);
  expect(text).not.toContain('__');

  site.rebuild();
  const reader = await browser.newPage();
  await reader.goto(`${site.address}q/${id}/`);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(
    '空気清浄機の貸し出しを始めるとき、何を決めておけばよいですか。',
  );
  await reader.goto(`${site.address}search/?q=${encodeURIComponent('空気清浄機 貸出')}`);
  await expect(reader.getByRole('link', { name: /空気清浄機の貸し出し/ }).first()).toBeVisible();
  await reader.close();
});

test('changes one word and leaves every other byte alone', async () => {
  const before = readFileSync(path.join(site.root, knownFile), 'utf8');
  await admin.openEntry(known);
  await admin.editor('body').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  await page.keyboard.insertText('（確認済み）');
  await admin.save();
  const now = `${site.git('show', `cms/qa/${known}:${knownFile}`)}\n`.split('\n');
  const old = before.split('\n');
  expect(now).toHaveLength(old.length);
  expect(now.filter((line, index) => line !== old[index])).toEqual([expect.stringContaining('（確認済み）')]);
});

test('does not call an entry changed that was only opened', async () => {
  await admin.openEntry('gifu/kxm6w5sl');
  await page.waitForTimeout(500);
  await expect(page.getByText('未保存', { exact: true })).toBeHidden();
});

test('underlines a phone number, asks for the reason and keeps it in the commit; never lets a My Number through', async () => {
  await admin.openEntry('gifu/l5f6tabt');
  await admin.type(admin.editor('body'), '番号は1234 5678 9018です。');
  await expect(page.locator('.kj-findings .kj-error')).toContainText('マイナンバー');
  await expect(page.locator('.cm-lintRange-error').first()).toBeVisible();
  await admin.pressSave();
  // The refusal takes the form to its top; a click before that would meet another editor.
  await expect(page.getByRole('group', { name: /保存していません/ })).toBeFocused();
  await expect(page.getByText('未保存', { exact: true })).toBeVisible();
  expect(site.git('branch', '--list', 'cms/qa/gifu/l5f6tabt')).toBe('');

  await page.keyboard.press('Escape');
  await admin.editor('body').click();
  for (let times = 0; times < 20; times += 1) await page.keyboard.press('Control+z');
  // Where a click lands differs from browser to browser.
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('\n\n代表電話は058-272-1111です。');
  await expect(page.locator('.kj-findings .kj-error')).toContainText('電話番号');
  await admin.pressSave();
  const dialog = admin.dialog('個人情報のように見えるところがあります');
  await dialog.getByLabel('載せてよい理由（5〜120文字）').fill('公式サイトに載っている代表電話');
  await dialog.getByRole('button', { name: '理由を残して保存する' }).click();
  await expect(page.getByText('保存済', { exact: true })).toBeVisible();
  expect(site.git('log', '-1', '--format=%B', 'cms/qa/gifu/l5f6tabt')).toContain('公式サイトに載っている代表電話');
});

test('says in Japanese what the site cannot show, where it stands', async () => {
  await admin.openEntry('gifu/ziiz7zob');
  await admin.editor('body').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('\n\n<script>alert(1)</script>');
  await expect(page.locator('.kj-findings .kj-error').first()).toContainText('使えません');
  await expect(admin.preview().getByText('このままでは表示できません')).toBeVisible();
  await admin.pressSave();
  await expect(page.getByText('未保存', { exact: true })).toBeVisible();
});

test('turns a range of a spreadsheet into a table and formatted text into Markdown', async () => {
  skipInFirefox('paste');
  await admin.openNew();
  await admin.paste(admin.editor('body'), {
    'text/plain': '項目\t数\r\n机\t10\r\n椅子\t20\r\n',
    'text/html': '<table><tr><td>項目</td><td>数</td></tr></table>',
  });
  await expect(admin.preview().locator('.write-up table tbody :is(th, td)')).toHaveText(['机', '10', '椅子', '20']);
  await page.keyboard.press('Control+End');
  await admin.paste(admin.editor(0), {
    'text/plain': '手順\n一',
    'text/html':
      '<h1>手順</h1><p><b>最初</b>に<a href="https://example.jp/">見る</a></p><ul><li>一</li></ul><script>x</script>',
  });
  await expect(admin.editor(0)).toContainText('**最初**に[見る](https://example.jp/)');
});

test('puts in what the toolbar offers without a sign of Markdown typed', async () => {
  await admin.openNew();
  const toolbar = page.getByRole('toolbar', { name: 'まとめ（本文）の書式' });
  await admin.type(admin.editor('body'), '鍵を返す');
  await page.keyboard.press('Control+a');
  await toolbar.getByRole('button', { name: 'チェックリスト' }).click();
  await admin
    .dialog('チェックリスト')
    .getByLabel(/^見出し/)
    .fill('開庁前日');
  await page.keyboard.press('Enter');
  await expect(admin.preview().locator('.checklist-title')).toHaveText('開庁前日');
  await expect(admin.preview().locator('.checklist li')).toContainText('鍵を返す');
  await toolbar.getByRole('button', { name: 'リンク' }).click();
  const link = admin.dialog('リンク');
  await link.getByLabel('表示する言葉').fill('総務省');
  await link.getByLabel(/^アドレス/).fill('javascript:alert(1)');
  await link.getByRole('button', { name: '入れる' }).click();
  await expect(link.getByRole('alert')).toContainText('https://');
  await page.keyboard.press('Escape');
  await expect(link).toBeHidden();
});

test('waits until a composition of an input method is done', async () => {
  skipInFirefox('composition');
  await admin.openNew();
  await admin.editor(0).click();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'かいちょう', selectionStart: 5, selectionEnd: 5 });
  await session.send('Input.imeSetComposition', { text: '開庁', selectionStart: 2, selectionEnd: 2 });
  await session.send('Input.insertText', { text: '開庁' });
  await expect(admin.editor(0)).toHaveText('開庁');
  await admin.field('質問').click();
  await session.send('Input.imeSetComposition', { text: 'しつもん', selectionStart: 4, selectionEnd: 4 });
  await session.send('Input.insertText', { text: '質問' });
  await expect(admin.field('質問')).toHaveValue('質問');
  await expect(admin.preview().locator('.answer .prose')).toHaveText('開庁');
  await expect(admin.preview().getByRole('heading', { level: 1 })).toHaveText('質問');
});

test('shrinks an image, takes away what it tells beside the picture and wants a description', async () => {
  await admin.openEntry('gifu/esurg3af');
  const branch = 'cms/qa/gifu/esurg3af';
  await admin.editor('body').click();
  await page.keyboard.press('Control+End');
  await page.getByRole('toolbar', { name: 'まとめ（本文）の書式' }).getByRole('button', { name: '画像' }).click();
  const dialog = admin.dialog('画像');
  await dialog
    .getByLabel('画像ファイル')
    .setInputFiles({ name: '配置図 Plan.PNG', mimeType: 'image/png', buffer: makePicture(2_000, 1_000) });
  await dialog.getByRole('button', { name: '入れる' }).click();
  await expect(dialog.getByRole('alert')).toContainText('説明');
  await dialog.getByLabel(/^説明/).fill('一階の机の配置図');
  await dialog.getByRole('button', { name: '入れる' }).click();
  await expect(admin.preview().getByRole('img', { name: '一階の机の配置図' })).toHaveJSProperty('naturalWidth', 1_600);
  await admin.save();
  const [image = ''] = site.git('diff', '--name-only', 'main', branch, '--', 'public/images').split('\n');
  expect(image).toMatch(/^public\/images\/esurg3af-plan-[0-9a-f]{6}\.png$/);
  const bytes = site.git('cat-file', 'blob', `${branch}:${image}`);
  expect(bytes).not.toContain(place);
  expect(site.git('show', `${branch}:content/qa/gifu/esurg3af.mdx`)).toContain('width="1600" height="800"');
});

test('moves the file of a question whose group changes, under the same id', async () => {
  await admin.openEntry('gifu/xgby7jf2');
  await admin.choose('都道府県人会', '愛知県');
  await admin.save();
  await admin.setStatus('準備完了');
  await admin.publish();
  expect(site.git('ls-tree', '-r', '--name-only', 'main', 'content/qa').split('\n')).toContain(
    'content/qa/aichi/xgby7jf2.mdx',
  );
  expect(site.git('ls-tree', '-r', '--name-only', 'main', 'content/qa').split('\n')).not.toContain(
    'content/qa/gifu/xgby7jf2.mdx',
  );
});

test('deletes a published entry after asking', async () => {
  const slug = findUnreferenced();
  await admin.openEntry(slug);
  await page.getByRole('button', { name: '公開中の項目を削除' }).click();
  await expect(page.getByRole('button', { name: '並べ替え' })).toBeVisible();
  await expect(page.getByText('公開中の項目を削除しました。')).toBeVisible();
  expect(site.git('ls-tree', '-r', '--name-only', 'main', 'content/qa').split('\n')).not.toContain(
    `content/qa/${slug}.mdx`,
  );
});

test('filters by state, and opens a list of words', async () => {
  await admin.openList();
  await page.getByRole('button', { name: '絞り込み' }).click();
  await page
    .getByRole('menuitem', { name: '要確認' })
    .or(page.getByText('要確認', { exact: true }))
    .first()
    .click();
  await expect(page.getByText('項目がありません').or(page.getByText(/要確認・見直し/).first())).toBeVisible();
  await page.goto(`${site.address}admin/#/collections/vocabulary/entries/zei`);
  await expect(admin.field('分野')).not.toHaveValue('');
});

test('says at one click that an answer still holds', async () => {
  await page.goto(`${site.address}admin/review/`);
  await page.getByLabel('範囲').selectOption('12');
  const row = page.getByRole('row').nth(1);
  await row.getByRole('button').click();
  await expect(row).toContainText('公開しました');
  expect(site.git('show', '--format=', '--numstat', 'main')).toMatch(/^([12])\t\1\tcontent\/qa\/\S+\.mdx$/);
});

/** The first Q&A to which no other refers, for what others refer to cannot be deleted. */
function findUnreferenced(): string {
  const slugs = site
    .git('ls-tree', '-r', '--name-only', 'main:content/qa')
    .split('\n')
    .map((name) => name.replace('.mdx', ''));
  const isAlone = (slug: string) =>
    site.git('grep', '-l', slug.split('/')[1] ?? slug, 'main', '--', 'content').split('\n').length === 1;
  return slugs.find((slug) => !slug.startsWith('gifu/') && isAlone(slug)) ?? '';
}
