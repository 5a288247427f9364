import { expect, test } from '@playwright/test';
import { hear } from './setup/hear.ts';
import { runAxe } from './setup/run-axe.ts';
import { SearchPage } from './pages/search-page.ts';
import { sites } from './setup/sites.ts';

for (const site of [sites.root, sites.based]) {
  test(`finds pages by address and other pages beside Q&As, below ${site.base}`, async ({ page }) => {
    const search = new SearchPage(page, site);
    await search.open();
    await search.type(`${site.origin}${site.base}q/f6dnabg6/#a2`);
    await expect(search.questions.first().getByRole('link')).toHaveAttribute('href', `${site.base}q/f6dnabg6/#a2`);
    await expect(search.results).toHaveCount(1);

    await search.box.fill(`${site.origin}${site.base}topics/office-move/`);
    await expect(page.getByText('ページを開く：').getByRole('link')).toHaveAttribute(
      'href',
      `${site.base}topics/office-move/`,
    );
    await search.box.fill('https://www.soumu.go.jp/menu/index.html');
    await expect(search.count).toHaveText('このサイトのアドレスではありません。');
    await search.box.fill(`${site.base}q/zzzzzzzz/`);
    await expect(search.count).toHaveText('このアドレスのページは、このサイトにありません。');

    for (const [query, kind, path] of [
      ['秩父夜祭', 'まち自慢', 'pride/#2m5aydp7'],
      ['避難所と備蓄倉庫の見学会', '催し', 'events/umbd64dj/'],
      ['プライバシー', 'サイトの案内', 'pages/privacy/'],
      ['富山県人会', '県人会', 'groups/toyama/'],
      ['選挙', '話題', 'topics/election/'],
    ] as const) {
      await search.box.fill(query);
      const first = page.getByRole('region', { name: 'サイトのページ' }).getByRole('listitem').first();
      await expect(first.getByRole('link'), query).toHaveAttribute('href', site.base + path);
      await expect(first.locator('.tag')).toHaveText(kind);
    }
    await expect(search.results.filter({ has: page.locator(`a[href^="${site.base}topics/"]`) })).toHaveCount(0);
  });
}

test('offers the group that was named as a filter', async ({ page }) => {
  const search = new SearchPage(page, sites.root);
  await search.open();
  await search.type('埼玉 地震');
  await page.getByRole('button', { name: '埼玉県人会で絞り込む' }).click();
  await expect(page).toHaveURL(/group=saitama/);
  await expect(search.results.filter({ hasNotText: '埼玉県人会' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: '埼玉県人会で絞り込む' })).toHaveCount(0);
  await page.goBack();
  await expect(page).not.toHaveURL(/group=/);
});

test('brings answers of bodies like the own one nearer, on this device alone', async ({ page }) => {
  const search = new SearchPage(page, sites.root);
  const heard = await hear(page);
  const counts = async () => (await heard()).filter((text) => /件(?:見|の)/.test(text));
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
  await search.open('?q=窓口');
  await search.settle('窓口');
  const before = await search.firstIds(20);
  await expect(page.locator('.tag-near')).toHaveCount(0);
  await expect.poll(counts).toHaveLength(1);

  const disclosure = page.locator('.own-body summary');
  await disclosure.focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('団体の種類').last().selectOption('town');
  await page.getByLabel('人口規模').last().selectOption('from-10k');
  await expect(page.getByText('同じ規模の町').first()).toBeVisible();
  // Another order of as many results is said too.
  await expect.poll(async () => (await counts()).length).toBeGreaterThan(1);
  expect((await search.firstIds(20)).toSorted()).toEqual(before.toSorted());
  expect(page.url()).not.toMatch(/town|from-10k|near/);
  expect(sent.filter((request) => /town|from-10k/.test(request))).toEqual([]);
  expect((await runAxe(page)).map(({ id }) => id)).toEqual([]);

  await page.reload();
  await search.settle('窓口');
  await expect(page.getByText('同じ規模の町').first()).toBeVisible();
  await page.getByRole('button', { name: '自分の団体を消す' }).click();
  await expect(page.locator('.tag-near')).toHaveCount(0);
  await expect.poll(() => search.firstIds(20)).toEqual(before);
  expect(await page.evaluate(() => localStorage.getItem('kenjinkai:own-body'))).toBeNull();
});
