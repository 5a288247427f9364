import { expect, test, type Page } from '@playwright/test';
import { SearchPage } from './pages/search-page.ts';
import { runAxe } from './setup/run-axe.ts';
import { sites } from './setup/sites.ts';

const site = sites.root;
const phone = { width: 390, height: 844 };

async function ask(page: Page, query: string, text: string): Promise<SearchPage> {
  const search = new SearchPage(page, site);
  await search.open(query);
  await search.settle(text);
  return search;
}

test.describe('on a phone', () => {
  test.use({ viewport: phone, hasTouch: true });

  for (const query of ['引越し 業者', '避難所', 'ワクチン 会場', '新人', '選挙', '育休', '税 滞納']) {
    test(`three results of ${query} stand whole on the first screen`, async ({ page }) => {
      const search = await ask(page, `?q=${query}`, query);
      await expect(search.results.nth(2)).toBeVisible();
      const bottoms = await search.results.evaluateAll((items) =>
        items.map((item) => item.getBoundingClientRect().bottom),
      );
      expect(bottoms.filter((bottom) => bottom <= phone.height).length).toBeGreaterThanOrEqual(3);
    });
  }

  test('the conditions stand in a sheet, which says how many results it leaves', async ({ page }) => {
    const search = await ask(page, '?q=職員', '職員');
    await expect(page.locator('[data-facet="group"]')).toBeHidden();
    const opener = page.getByRole('button', { name: '絞り込み' });
    await opener.click();
    const sheet = page.getByRole('dialog', { name: '条件を選ぶ' });
    await sheet.locator('[data-facet="topic"] summary').click();
    const all = (await search.count.textContent()) ?? '';
    await sheet.locator('[data-facet="topic"] .choice').first().click();
    await expect(page).toHaveURL(/topic=/);
    await expect(search.count).not.toHaveText(all);
    const total = Number(/^[\d,]+/.exec((await search.count.textContent()) ?? '')?.[0]);
    await expect(sheet.getByRole('button', { name: `${total}件を見る` })).toBeVisible();
    expect((await runAxe(page)).map(({ id }) => id)).toEqual([]);
    await sheet.getByRole('button', { name: `${total}件を見る` }).click();
    await expect(sheet).toBeHidden();
    await expect(search.questions.first().getByRole('link')).toBeFocused();
    await expect(page.getByRole('button', { name: '絞り込み（1）' })).toBeVisible();
  });

  test('the sheet closes by Escape, and leads back to its button', async ({ page }) => {
    await ask(page, '?q=職員', '職員');
    const opener = page.getByRole('button', { name: '絞り込み' });
    await opener.click();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(opener).toBeFocused();
  });
});

for (const width of [390, 768, 1280]) {
  test(`nothing of the results is wider than the page at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await ask(page, '?q=職員&group=gifu&kind=city', '職員');
    const opener = page.getByRole('button', { name: /^絞り込み/ });
    await (width < 768 ? opener : page.locator('[data-facet="group"] summary')).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test('nothing above or below the list of results is wider than the list at 1280 px', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 844 });
  await ask(page, '?q=避難所', '避難所');
  const end = (part: string) =>
    page
      .locator(part)
      .first()
      .evaluate((element) => Math.round(element.getBoundingClientRect().right));
  const list = await end('ol.results');
  for (const part of ['.sorting', '.filter-row', '.touching', '.other-pages'])
    expect(await end(part), part).toBeLessThanOrEqual(list);
  expect(await end('.sort')).toBe(list);
});

test.describe('a result', () => {
  test('has two lines of its summary, and one on what it is, whom it is like and when', async ({ page }) => {
    await page.setViewportSize(phone);
    const search = await ask(page, '?q=引越し 業者', '引越し 業者');
    const first = search.results.first();
    await expect(first.locator('.qa-meta')).toHaveText(
      /^(?:市|町|村|都道府県|特別区|政令指定都市)[^・]*・\d{4}-\d{2}・.+を想定$/,
    );
    await expect(search.questions.first()).toHaveText(/^〈作例〉\s/);
    const lines = await search.results
      .locator('.qa-summary, .qa-meta')
      .evaluateAll((texts) =>
        texts.map((text) => Math.round(text.clientHeight / parseFloat(getComputedStyle(text).lineHeight))),
      );
    expect(Math.max(...lines)).toBe(2);
  });

  test('says of an article, too, that it is one', async ({ page }) => {
    const search = await ask(page, '?q=埼玉県人会 地震 共有', '埼玉県人会 地震 共有');
    const article = search.results.filter({ hasText: '埼玉県人会では何が共有されましたか' });
    await expect(article.locator('.qa-question')).toHaveText(/^〈記事〉\s/);
    await expect(article.locator('.qa-meta')).toHaveText(/^\d{4}-\d{2}・埼玉県人会$/);
  });

  test('names the place that matched behind an arrow', async ({ page }) => {
    const search = await ask(page, '?q=養生', '養生');
    await expect(search.results.first().locator('.result-place a')).toHaveText(/^→ \S/);
  });

  test('offers in words to pick it, after its title', async ({ page }) => {
    const search = await ask(page, '?q=避難所', '避難所');
    const pick = search.results.first().locator('.choose-result');
    await expect(pick).toHaveText('選ぶ');
    await expect(pick).toBeVisible();
    await search.questions.first().getByRole('link').focus();
    await page.keyboard.press('Tab');
    await expect(pick.getByRole('checkbox')).toBeFocused();
    const box = await pick.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
  });
});

test.describe('conditions', () => {
  test('stand above the results, one open at a time, and Escape closes it', async ({ page }) => {
    const search = await ask(page, '?q=職員', '職員');
    const group = page.locator('[data-facet="group"]');
    const topic = page.locator('[data-facet="topic"]');
    const row = await group.locator('summary').boundingBox();
    const list = await search.results.first().boundingBox();
    expect((row?.y ?? 0) + (row?.height ?? 0)).toBeLessThanOrEqual(list?.y ?? 0);
    await group.locator('summary').click();
    await expect(group.locator('.choice').first()).toBeVisible();
    await topic.locator('summary').click();
    await expect(group.locator('.choice').first()).toBeHidden();
    await topic.locator('.choice input').first().focus();
    await page.keyboard.press('Escape');
    await expect(topic.locator('.choice').first()).toBeHidden();
    await expect(topic.locator('summary')).toBeFocused();
    await topic.locator('summary').click();
    await page.getByRole('heading', { level: 1 }).click();
    await expect(topic.locator('.choice').first()).toBeHidden();
  });

  test('list the five with most results first, then all, and none moves when one is chosen', async ({ page }) => {
    await ask(page, '?q=職員', '職員');
    const group = page.locator('[data-facet="group"]');
    await group.locator('summary').click();
    await expect(group.locator('.choice:visible')).toHaveCount(5);
    const counts = () =>
      group.locator('.choice .count').evaluateAll((marks) => marks.map((mark) => Number(mark.textContent)));
    const all = await counts();
    expect(all.length).toBeGreaterThan(5);
    expect(all).toEqual([...all].sort((a, b) => b - a));
    await group.getByRole('button', { name: `すべて見る（${all.length}）` }).click();
    await expect(group.locator('.choice:visible')).toHaveCount(all.length);
    await expect(group.locator('.choice input').nth(5)).toBeFocused();
    const names = () =>
      group.locator('.choice input').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
    const before = await names();
    await group.locator('.choice input').nth(6).check();
    await expect(page).toHaveURL(new RegExp(`group=${before[6] ?? ''}`));
    expect(await names()).toEqual(before);
    await expect(group.locator('.choice input').nth(6)).toBeFocused();
  });

  test('that are chosen are taken back one by one, and the focus stays among them', async ({ page }) => {
    const search = await ask(page, '?q=職員&kind=city&status=current', '職員');
    const chosen = page.getByRole('list', { name: '選んでいる条件' }).getByRole('button');
    await expect(chosen).toHaveText(['市', '見直し期限内']);
    await chosen.first().focus();
    await page.keyboard.press('Enter');
    await expect(page).not.toHaveURL(/kind=/);
    await expect(chosen).toHaveText(['見直し期限内']);
    await expect(chosen.first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).not.toHaveURL(/status=/);
    await expect(search.box).toBeFocused();
  });
});

test.describe('what is not there', () => {
  const topics = (page: Page) => page.getByRole('heading', { name: '話題からさがす' });
  const denials = async (page: Page) =>
    (await page.locator('main').innerText()).match(/見つかりませんでした/g)?.length ?? 0;

  test('is said before what can be done about it', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 844 });
    await ask(page, '?q=ぺけぽんずぐる', 'ぺけぽんずぐる');
    const tops = await page
      .locator('.has-nothing :is(.result-notes, .result-help:not(:empty))')
      .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().top));
    expect(tops).toHaveLength(2);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  });

  test('is said of the words, with the topics', async ({ page }) => {
    await ask(page, '?q=ズンドコホゲ', 'ズンドコホゲ');
    await expect(page.locator('.result-count')).toHaveText(/^「ズンドコホゲ」に合う質問は/);
    await expect(topics(page)).toBeVisible();
    expect(await denials(page)).toBe(1);
  });

  test('is said of the conditions, with the one to lift, what it leaves, and the topics', async ({ page }) => {
    const search = await ask(page, '?q=養生&group=okinawa', '養生');
    await expect(search.count).toHaveText(/選んだ条件では/);
    await expect(topics(page)).toBeVisible();
    expect(await denials(page)).toBe(1);
    await expect(page.getByRole('list', { name: '選んでいる条件' }).getByRole('button')).toHaveText(['沖縄県人会']);
    await expect(page.getByRole('link', { name: /^「沖縄県人会」の条件を外す（[1-9]\d*件）$/ })).toBeVisible();
  });

  test('is said of the subject where only near questions are there, with their count, and the topics below', async ({
    page,
  }) => {
    const search = await ask(page, '?q=引越し ズンドコホゲ', '引越し ズンドコホゲ');
    await page.keyboard.press('Enter');
    const notes = page.locator('.result-notes');
    await expect(notes).toHaveText(
      /^「ズンドコホゲ」についての質問は見つかりませんでした。近い質問を[1-9]\d*件あげています。$/,
    );
    await expect(search.results.first()).toBeVisible();
    await expect(topics(page)).toBeVisible();
    await expect(page.getByText('どれも違うときは、所属する県人会のグループで聞いてみてください')).toBeVisible();
    expect(await denials(page)).toBe(1);
  });
});
