import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { AdminPage } from './pages/admin-page.ts';
import { openCmsSite, type CmsSite } from './setup/cms-site.ts';
import { sites } from './setup/sites.ts';

/** What the form says of itself: what it needs, whether there is something to save, and what was just added. */
let site: CmsSite;
let page: Page;
let admin: AdminPage;

const collections = ['qa', 'topics', 'events', 'pride', 'vocabulary', 'groups'];
const longVocabulary = 'kihon';

test.describe.configure({ mode: 'default', timeout: 240_000 });

test.beforeAll(async ({ browser }) => {
  site = await openCmsSite({ port: 4511, site: sites.root.folder });
  plantEntries();
  page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  page.setDefaultTimeout(30_000);
  admin = new AdminPage(page, site.address);
});

test.afterAll(async () => {
  await page.close();
  await site.close();
});

test('says nothing of saving before anybody has written, in any new form', async () => {
  for (const collection of collections.filter((name) => name !== 'groups')) {
    await openNew(collection);
    await expect(mark(firstLabel(collection)), collection).toHaveAttribute('data-mark', '必須');
    await expect(page.getByText('未保存', { exact: true }), collection).toBeHidden();
    await expect(page.getByText('保存済', { exact: true }), collection).toBeHidden();
    await admin.openList(collection);
    expect(admin.takeAsked(), collection).toEqual([]);
  }
});

test('counts what is typed, and no longer once it is taken away', async () => {
  await openNew('qa');
  await admin.type(admin.field('質問'), '庁舎の鍵は誰が持ちますか。');
  await expect(page.getByText('未保存', { exact: true })).toBeVisible();
  await admin.write('質問', '');
  await page.keyboard.press('Delete');
  await expect(page.getByText('未保存', { exact: true })).toBeHidden();
  await openNew('topics');
  const address = page.getByLabel('話題のアドレスになる英字');
  await admin.type(address, 'office-keys');
  await expect(page.getByText('未保存', { exact: true })).toBeVisible();
  await address.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(page.getByText('未保存', { exact: true })).toBeHidden();
});

test('says of every entry that is only looked at that it is saved', async () => {
  for (const collection of collections) {
    const [first = ''] = site.git('ls-tree', '-r', '--name-only', `main:content/${collection}`).split('\n');
    await admin.openList(collection);
    await page.goto(`${site.address}admin/#/collections/${collection}/entries/${first.replace(/\.\w+$/, '')}`);
    await expect(mark(firstLabel(collection)), collection).toHaveAttribute('data-mark', '必須', { timeout: 30_000 });
    await expect(page.getByText('保存済', { exact: true }), collection).toBeVisible();
  }
});

test('marks and opens the consent as the origin wants it', async () => {
  await openNew('qa');
  await expect(mark('了承')).toHaveAttribute('data-mark', '必須');
  for (const part of ['了承を得た日', '了承の範囲']) {
    await expect(mark(part)).toHaveAttribute('data-mark', '必須');
    await expect(mark(part)).toBeVisible();
  }
  expect(await shownMark(mark('了承'))).toBe('"必須"');
  await admin.choose('由来', '作例');
  for (const part of ['了承', '了承を得た日', '了承の範囲', '出典'])
    await expect(mark(part)).toHaveAttribute('data-mark', 'なくてもよい');
  await admin.choose('由来', '記事・公表資料');
  await expect(mark('出典')).toHaveAttribute('data-mark', '必須');
  await admin.choose('由来', '県人会の投稿');
  await expect(mark('了承')).toHaveAttribute('data-mark', '必須');
  // Whoever closes it has seen it.
  const group = page.locator('[class*="-ControlContainer"]').filter({ has: mark('了承') });
  await group.getByRole('button', { name: '閉じる' }).click();
  await admin.type(admin.field('一言回答'), 'まず');
  await expect(mark('了承を得た日')).toBeHidden();
});

test('marks the basis as soon as a text names an article of a law', async () => {
  await openNew('qa');
  await expect(mark('根拠')).toHaveAttribute('data-mark', 'なくてもよい');
  await admin.type(admin.editor('body'), '契約は地方自治法第234条によります。');
  await expect(mark('根拠')).toHaveAttribute('data-mark', '必須');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(mark('根拠')).toHaveAttribute('data-mark', 'なくてもよい');
});

test('marks and opens what a withdrawn answer needs, though it lies in the fold', async () => {
  await openNew('qa');
  await page.getByRole('button', { name: /^そのほか/ }).click();
  await expect(mark('取り下げ')).toHaveAttribute('data-mark', 'なくてもよい');
  await admin.choose('状態', '取り下げ');
  await expect(mark('取り下げ')).toHaveAttribute('data-mark', '必須');
  await expect(mark('取り下げた日')).toBeVisible();
  await expect(mark('取り下げた日')).toHaveAttribute('data-mark', '必須');
  await expect(mark('理由')).toHaveAttribute('data-mark', 'なくてもよい');
  // An entry that was withdrawn without its day opens with it in sight.
  await admin.openList();
  await page.goto(`${site.address}admin/#/collections/qa/entries/gifu/withdr22`);
  await expect(mark('取り下げた日')).toBeVisible({ timeout: 30_000 });
});

test('marks the times of an event and the address of a topic', async () => {
  await openNew('events');
  await expect(mark('開始')).toHaveAttribute('data-mark', '必須');
  await admin.type(page.getByLabel('時期（日時がわからない場合）'), '2021年秋');
  await expect(mark('開始')).toHaveAttribute('data-mark', 'なくてもよい');
  await openNew('topics');
  await expect(mark('話題のアドレスになる英字')).toHaveAttribute('data-mark', '必須');
  await admin.openList('topics');
  await page.goto(`${site.address}admin/#/collections/topics/entries/office-move`);
  await expect(mark('話題の名前')).toHaveAttribute('data-mark', '必須', { timeout: 30_000 });
  await expect(mark('話題のアドレスになる英字')).toHaveAttribute('data-mark', '');
});

test('finds a prefecture by its reading, also in a list of several', async () => {
  await openNew('qa');
  for (const [typed, name] of [
    ['ぎふ', '岐阜県'],
    ['toukyou', '東京都'],
    ['ｵｵｻｶ', '大阪府'],
    ['gifu', '岐阜県'],
  ] as const) {
    await admin.field('都道府県人会').fill(typed);
    await page.keyboard.press('Enter');
    const field = page.locator('[class*="-ControlContainer"]').filter({ has: mark('都道府県人会') });
    await expect(field.getByText(name, { exact: true })).toBeVisible();
  }
  await admin.openList('groups');
  await page.goto(`${site.address}admin/#/collections/groups/entries/gifu`);
  await expect(mark('隣の都道府県')).toBeVisible({ timeout: 30_000 });
  await page.getByLabel('隣の都道府県').fill('とっとり');
  await expect(page.getByRole('option')).toHaveText(['鳥取県']);
  await page.keyboard.press('Escape');
});

test('finds the topic above another by reading, and offers none that lies below one', async () => {
  await openNew('topics');
  const above = page.getByRole('radiogroup', { name: '上の話題' });
  const shown = () =>
    above
      .getByRole('radio')
      .and(page.locator(':visible'))
      .evaluateAll((ticks) => ticks.map((tick) => tick.parentElement?.textContent));
  await expect(above.getByLabel('（なし）')).toBeChecked();
  await expect(above.getByLabel('避難所')).toHaveCount(0);
  for (const typed of ['ぼうさい', 'bousai', '防災']) {
    await above.getByRole('searchbox').fill(typed);
    await expect.poll(shown, typed).toEqual(['（なし）', '防災']);
  }
  await above.getByLabel('防災').check();
  await above.getByRole('searchbox').fill('せんきょ');
  await expect.poll(shown).toEqual(['防災', '選挙']);
  await above.getByRole('searchbox').fill('');
  await above.getByLabel('（なし）').check();
  await expect(above.getByRole('radio', { checked: true })).toHaveCount(1);
});

test('finds topics by reading, while they are composed too, and keeps in sight what is ticked', async () => {
  await openNew('qa');
  const find = page.getByRole('searchbox', { name: '話題を探す' });
  const topics = page.getByRole('group', { name: '話題', exact: true });
  const shown = async () =>
    topics
      .getByRole('checkbox')
      .and(page.locator(':visible'))
      .evaluateAll((ticks) => ticks.map((tick) => tick.parentElement?.textContent));
  await expect(topics.getByLabel('避難所', { exact: true })).toBeVisible();
  const all = await shown();
  for (const [typed, names] of [
    ['せんきょ', ['選挙']],
    ['選挙', ['選挙']],
    ['ｾﾝｷｮ', ['選挙']],
    ['senkyo', ['選挙']],
    ['せんｋｙ', ['選挙']],
    ['ガバメント', ['標準化・ガバメントクラウド']],
    ['引っ越し', ['庁舎の引越し']],
    // What lies below a topic that is found, is found with it.
    ['bousai', ['防災（全般）', '地震・初動', '避難所']],
  ] as const) {
    await find.fill(typed);
    await expect
      .poll(async () => (await shown()).map((name) => name?.replace(/^(選挙)（全般）$/, '$1')), typed)
      .toEqual(names);
    await expect(topics.getByRole('status')).toHaveText(`当てはまる話題が${names.length}個あります。`);
  }
  await topics.getByLabel('避難所', { exact: true }).check();
  await find.fill('');
  const client = await page.context().newCDPSession(page);
  await find.focus();
  await client.send('Input.imeSetComposition', { text: 'きこうへん', selectionStart: 5, selectionEnd: 5 });
  await expect.poll(shown).toEqual(['避難所']);
  await expect(topics.getByRole('status')).toHaveText('当てはまる話題がありません。');
  await client.send('Input.imeSetComposition', { text: 'ぜｉ', selectionStart: 2, selectionEnd: 2 });
  await page.keyboard.press('Enter');
  await client.send('Input.insertText', { text: '税' });
  await expect.poll(shown).toEqual(['避難所', '税（全般）']);
  await expect(find).toHaveValue('税');
  for (const key of ['Tab', 'Tab', 'Space']) await page.keyboard.press(key);
  await expect(topics.getByLabel('税（全般）')).toBeChecked();
  await find.fill('');
  await expect.poll(shown).toEqual(all);
  await expect(topics.getByLabel('避難所', { exact: true })).toBeChecked();
  await expect(topics.getByRole('status')).toHaveText('');
});

test('shows a new row of a list of a hundred, with the cursor in it', async () => {
  await admin.openList('vocabulary');
  await page.goto(`${site.address}admin/#/collections/vocabulary/entries/${longVocabulary}`);
  const add = page.getByRole('button', { name: '言い換えを加える' });
  await expect(add).toBeVisible({ timeout: 30_000 });
  await add.focus();
  await page.keyboard.press('Enter');
  const typing = page.locator(':focus');
  await expect(typing).toHaveJSProperty('tagName', 'TEXTAREA');
  await expect(typing).toBeInViewport({ ratio: 1 });
  await expect(typing).toHaveValue('');
  await page.keyboard.insertText('増えた言葉');
  await expect(admin.preview().getByText('増えた言葉')).toBeVisible();
});

test('lists drafts by their last change and shows their words', async () => {
  const slugs = ['aichi/', 'gifu/', 'nara/', 'akita/', 'chiba/', 'fukui/', 'ehime/', 'kochi/', 'mie/', 'oita/'].map(
    firstOf,
  );
  for (const slug of slugs) {
    await admin.openEntry(slug);
    await admin.write('一言回答', `${slug}の一言回答を直しました。`);
    await admin.save();
  }
  await page.goto(`${site.address}admin/#/workflow`);
  await page.reload();
  const cards = page.locator('a[href*="ref=workflow"]');
  await expect(cards).toHaveCount(slugs.length, { timeout: 30_000 });
  const order = await cards.evaluateAll((links) =>
    links.map((link) => link.getAttribute('href')?.replace(/.*entries\/|\?.*/g, '')),
  );
  expect(order).toEqual(slugs.toReversed());
  await expect(page.getByText('変更が新しい順')).toBeVisible();
  const words = (await cards.allInnerTexts()).join('\n');
  expect(words).not.toMatch(/##|\||\*\*/);
  await page.goto(`${site.address}admin/#/collections/qa/entries/${slugs[0] ?? ''}`);
  await expect(page.getByText('保存済', { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(admin.editor('body')).toContainText('##');
});

function mark(label: string): Locator {
  return page
    .locator('label[for*="-field-"]')
    .filter({ hasText: new RegExp(`^${label.replace(/[（）]/g, '.')}(?: \\(|$)`) })
    .first();
}

function shownMark(label: Locator): Promise<string> {
  return label.evaluate((element) => getComputedStyle(element, '::after').content);
}

function firstLabel(collection: string): string {
  return (
    {
      qa: '質問',
      topics: '話題の名前',
      events: '催しの名前',
      pride: '見出し',
      vocabulary: '分野',
      groups: '都道府県名',
    }[collection] ?? ''
  );
}

async function openNew(collection: string): Promise<void> {
  await admin.openList(collection);
  await page.goto(`${site.address}admin/#/collections/${collection}/new`);
  await expect(mark(firstLabel(collection))).toBeVisible({ timeout: 30_000 });
}

function firstOf(folder: string): string {
  const [name = ''] = site.git('ls-tree', '--name-only', `main:content/qa/${folder}`).split('\n');
  return folder + name.replace('.mdx', '');
}

/** A list of more than a hundred rows, and an answer that was withdrawn by hand. */
function plantEntries(): void {
  const rows = Array.from({ length: 104 }, (_, row) => `  - words: [見本${row}, 例${row}]\n    strength: same`).join(
    '\n',
  );
  writeFileSync(
    path.join(site.root, `content/vocabulary/${longVocabulary}.yaml`),
    `title: 基本の言葉\nsynonyms:\n${rows}\n`,
  );
  const [name = ''] = site.git('ls-tree', '--name-only', 'main:content/qa/gifu/').split('\n');
  const text = readFileSync(path.join(site.root, 'content/qa/gifu', name), 'utf8');
  const withdrawn = text
    .replace(/^id: .*$/m, 'id: withdr22')
    .replace(/^status: .*$/m, 'status: withdrawn')
    .replace(/^redirectFrom:.*\n(?: {2}.*\n)*/m, '');
  writeFileSync(path.join(site.root, 'content/qa/gifu/withdr22.mdx'), withdrawn);
  site.git('add', 'content');
  site.git('commit', '-q', '-m', 'Add a long list and a withdrawn answer');
}
