import { expect, test, type Page } from '@playwright/test';
import { SearchBox } from './pages/search-box.ts';
import { SearchPage } from './pages/search-page.ts';
import { hear } from './setup/hear.ts';
import { sites } from './setup/sites.ts';

const site = sites.root;
const nothing = /見つかりませんでした/;
const missed = (page: Page) =>
  page.evaluate(() => JSON.parse(localStorage.getItem('kenjinkai:missed') ?? '[]') as string[]);
const recent = (page: Page) =>
  page.evaluate(() => JSON.parse(localStorage.getItem('kenjinkai:recent') ?? '[]') as string[]);

test.describe('while one types', () => {
  for (const address of ['search/', 'search/?q=避難所', '']) {
    test(`what is typed on /${address} before the page's scripts are there is searched`, async ({ page }) => {
      let release = (): void => undefined;
      const isTyped = new Promise<void>((resolve) => (release = resolve));
      await page.route('**/_astro/*.js', async (route) => {
        await isTyped;
        await route.continue();
      });
      await page.goto(site.address + address, { waitUntil: 'commit' });
      const box = page.getByRole('main').locator('[data-search-input]');
      await box.pressSequentially('ひっこし');
      release();
      await expect(page.locator('li.result .qa-question').first()).toHaveText(/引越し|移転/);
      await expect(box).toHaveValue('ひっこし');
    });
  }

  for (const word of ['hikkoshi', 'wakuchin', 'saigaigomi']) {
    test(`no letter of ${word} is said to be missing, nor kept as a search`, async ({ page }) => {
      const heard = await hear(page);
      const search = new SearchPage(page, site);
      await search.open();
      await search.box.focus();
      await page.locator('.search-results').waitFor({ state: 'attached' });
      for (const letter of word.slice(0, -1)) {
        await search.box.press(letter);
        // A slow hand: each letter is searched, and none of these searches may say that nothing was found.
        await page.waitForTimeout(250);
        await expect(search.count.filter({ hasText: nothing })).toHaveCount(0);
      }
      expect(await missed(page)).toEqual([]);
      expect(await recent(page)).toEqual([]);
      expect((await heard()).filter((text) => nothing.test(text))).toEqual([]);
      await search.box.press(word.slice(-1));
      await search.settle(word);
      await expect(search.results.first()).toBeVisible();
      await expect.poll(() => recent(page)).toEqual([word]);
      expect(await missed(page)).toEqual([]);
    });
  }

  for (const [beginning, whole] of [
    ['hikko', 'hikkoshi'],
    ['ひっこ', 'ひっこし'],
    ['庁舎 hikko', '庁舎 hikkoshi'],
    ['ワクチン よや', 'ワクチン よやく'],
    ['テレワ', 'テレワーク'],
    ['災害対策本', '災害対策本部'],
  ] as const) {
    test(`${beginning} is not missing while it may become ${whole}, however long one waits`, async ({ page }) => {
      const heard = await hear(page);
      const search = new SearchPage(page, site);
      await search.open();
      await search.box.focus();
      await page.locator('.search-results').waitFor({ state: 'attached' });
      await search.box.pressSequentially(beginning, { delay: 40 });
      await expect(page.locator('.search-results')).not.toHaveAttribute('aria-busy', 'true');
      // What has stood still for a second is taken for what was meant; that nothing is said then shows only with time.
      await page.waitForTimeout(2_000);
      await expect(page.getByText(nothing)).toHaveCount(0);
      await expect(page.getByText(/もしかして|含まれていません/)).toHaveCount(0);
      expect(await missed(page)).toEqual([]);
      expect((await heard()).filter((text) => nothing.test(text))).toEqual([]);
      await search.box.pressSequentially(whole.slice(beginning.length), { delay: 40 });
      await search.settle(whole);
      await expect(search.results.first()).toBeVisible();
    });
  }

  test('an unfinished word that is submitted is missing at once', async ({ page }) => {
    const search = new SearchPage(page, site);
    await search.open();
    await search.box.fill('hikko');
    await expect(search.count).toHaveText(/入力の途中/);
    await search.box.press('Enter');
    await expect(search.count).toHaveText(nothing);
    expect(await missed(page)).toEqual(['hikko']);
  });

  test('what stood still is kept, and gives way to what it goes on to', async ({ page }) => {
    const search = new SearchPage(page, site);
    await search.open();
    await search.type('ズンドコ');
    await expect(search.count).toHaveText(nothing);
    expect(await missed(page)).toEqual(['ズンドコ']);
    await search.box.pressSequentially('ホゲ');
    await expect(search.count).toContainText('ズンドコホゲ');
    expect(await missed(page)).toEqual(['ズンドコホゲ']);
    await search.type('ピヨピヨ');
    await expect(search.count).toContainText('ピヨピヨ');
    expect(await missed(page)).toEqual(['ピヨピヨ', 'ズンドコホゲ']);
  });

  test('what was submitted is missing at once', async ({ page }) => {
    const search = new SearchPage(page, site);
    await search.open();
    await search.box.fill('ズンドコ');
    await search.box.press('Enter');
    await expect(search.count).toHaveText(nothing, { timeout: 900 + 5_000 });
    expect(await missed(page)).toEqual(['ズンドコ']);
  });
});

test.describe('heard', () => {
  test('a count is said for each search, and never twice for the same', async ({ page }) => {
    const heard = await hear(page);
    const search = new SearchPage(page, site);
    await search.open('?q=引越し');
    await search.settle('引越し');
    await expect.poll(async () => (await heard()).filter((text) => /件/.test(text)).length).toBe(1);
    // The same search in other ways.
    await search.box.fill('引越し ');
    // Longer than a search stands still before it is said.
    await page.waitForTimeout(1_600);
    await search.box.press('Enter');
    // Enter says at once what it says.
    await page.waitForTimeout(600);
    expect((await heard()).filter((text) => /件(?:見|の)/.test(text))).toHaveLength(1);
    // Another with as many results: its reader waits for a word, too.
    const total = (await search.count.textContent()) ?? '';
    await search.type('引越 ｡');
    // As above; another search with the same count is said too.
    await page.waitForTimeout(1_600);
    await expect(search.count).toHaveText(total);
    expect((await heard()).filter((text) => /件(?:見|の)/.test(text))).toHaveLength(2);
  });

  test('letters in a row are not counted one by one', async ({ page }) => {
    const heard = await hear(page);
    const search = new SearchPage(page, site);
    await search.open();
    await search.box.focus();
    await page.locator('.search-results').waitFor({ state: 'attached' });
    await search.box.pressSequentially('災害ごみの仮置場', { delay: 30 });
    // Until everything has been said that will be.
    await page.waitForTimeout(1_500);
    const counts = (await heard()).filter((text) => /件(?:見|の)/.test(text));
    expect(counts).toHaveLength(1);
    await expect(search.count).toHaveText(counts[0]?.match(/^[\d,]+件.*?(?:ました|います)/)?.[0] ?? 'nothing');
  });

  for (const [query, meant] of [
    ['ホール', 'メール'],
    ['ワケチン', 'ワクチン'],
    ['チャツト', 'チャット'],
  ] as const) {
    test(`who finds nothing for ${query} is offered ${meant}, and hears it`, async ({ page }) => {
      const heard = await hear(page);
      const search = new SearchPage(page, site);
      await search.open();
      await search.box.fill(query);
      await search.box.press('Enter');
      await expect(search.count).toHaveText(nothing);
      const offer = page.locator('.suggestion button');
      await expect(offer).toHaveText(meant);
      await expect
        .poll(async () => (await heard()).filter((text) => text.includes(`もしかして：${meant}`)))
        .toHaveLength(1);
      await offer.click();
      await expect(search.box).toHaveValue(meant);
      await expect(search.results.first()).toBeVisible();
    });
  }

  test('who pauses inside a word hears that it goes on, once', async ({ page }) => {
    const heard = await hear(page);
    const search = new SearchPage(page, site);
    await search.open();
    await search.box.fill('hikko');
    await expect.poll(async () => (await heard()).filter((text) => /入力の途中/.test(text))).toHaveLength(1);
  });

  test('as many suggestions for another word are said again', async ({ page }) => {
    const heard = await hear(page);
    const box = new SearchBox(page, 'main');
    await page.goto(`${site.address}search/`);
    const counts = async () => (await heard()).filter((text) => /候補が6件/.test(text));
    await box.type('窓口');
    await expect.poll(counts).toHaveLength(1);
    await box.input.fill('地震');
    await expect.poll(counts).toHaveLength(2);
  });

  for (const [query, note] of [
    ['テレワーグ', /もしかして/],
    ['引越し ズンドコホゲ', /「ズンドコホゲ」は|「ズンドコホゲ」についての/],
  ] as const) {
    test(`${note.source} is said with the count, once`, async ({ page }) => {
      const heard = await hear(page);
      const search = new SearchPage(page, site);
      await search.open();
      await search.type(query);
      await expect(page.getByText(note)).toBeVisible();
      // Long enough for it to be said twice.
      await page.waitForTimeout(800);
      const said = (await heard()).filter((text) => note.test(text));
      expect(said).toHaveLength(1);
      expect(said[0]).toMatch(/件/);
    });
  }
});

test.describe('keys', () => {
  test('lead from any link inside a result to the next and the one before', async ({ page }) => {
    const search = new SearchPage(page, site);
    await search.open('?q=避難所');
    await search.settle('避難所');
    const links = search.results.nth(1).getByRole('link');
    expect(await links.count()).toBeGreaterThan(1);
    for (let number = 0; number < (await links.count()); number += 1) {
      await links.nth(number).focus();
      await page.keyboard.press('ArrowUp');
      await expect(search.questions.first().getByRole('link')).toBeFocused();
      await links.nth(number).focus();
      await page.keyboard.press('ArrowDown');
      await expect(search.questions.nth(2).getByRole('link')).toBeFocused();
    }
    await search.results.nth(1).getByRole('checkbox').focus();
    await page.keyboard.press('ArrowDown');
    await expect(search.questions.nth(2).getByRole('link')).toBeFocused();
    await links.last().focus();
    await page.keyboard.press('Escape');
    await expect(search.box).toBeFocused();
    await search.results.first().getByRole('link').last().focus();
    await page.keyboard.press('ArrowUp');
    await expect(search.box).toBeFocused();
  });

  test('are left to what needs them itself', async ({ page }) => {
    const search = new SearchPage(page, site);
    await search.open('?q=養生');
    await search.settle('養生');
    await page.getByLabel('並べ替え').focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByLabel('並べ替え')).toHaveValue('date');
  });
});

test.describe('when nothing is found', () => {
  test('says so in one sentence, what fewer words would find, the topics and whom to ask', async ({ page }) => {
    const search = new SearchPage(page, site);
    await search.open(`?q=${encodeURIComponent('「庁舎の引越しとズンドコホゲ」')}`);
    await expect(search.count).toHaveText(nothing);
    expect((await page.locator('main').innerText()).match(/見つかりませんでした/g)).toHaveLength(1);
    await expect(page.getByLabel('並べ替え')).toBeHidden();
    await expect(page.getByText('絞り込み')).toBeHidden();
    await expect(page.getByRole('heading', { name: '話題からさがす' })).toBeVisible();
    await expect(page.getByText('所属する県人会のグループで聞いてみてください')).toBeVisible();
    const fewer = page.getByRole('link', { name: /だけで探す（\d+件）$/ });
    const promised = Number(/（(\d+)件）/.exec((await fewer.first().textContent()) ?? '')?.[1]);
    expect(promised).toBeGreaterThan(0);
    await fewer.first().click();
    await expect(search.count).toContainText(`${promised}件`);
    await page.goBack();
    await expect(search.count).toHaveText(nothing);
  });

  test('names the filter that stands in the way, and what lies behind it', async ({ page }) => {
    const search = new SearchPage(page, site);
    await search.open('?q=養生&group=okinawa&status=current');
    await expect(search.count).toContainText('選んだ条件では見つかりませんでした');
    expect((await page.locator('main').innerText()).match(/見つかりませんでした/g)).toHaveLength(1);
    await expect(page.getByLabel('並べ替え')).toBeHidden();
    await expect(page.getByText('所属する県人会のグループで聞いてみてください')).toHaveCount(0);
    const lift = page.getByRole('link', { name: /^「沖縄県人会」の条件を外す（\d+件）$/ });
    const promised = Number(/（(\d+)件）/.exec((await lift.textContent()) ?? '')?.[1]);
    await lift.click();
    await expect(page).not.toHaveURL(/group=/);
    await expect(page).toHaveURL(/status=current/);
    await expect(search.count).toContainText(`${promised}件`);
    expect(await missed(page)).toEqual([]);
  });

  test('the home page says it, too', async ({ page }) => {
    await page.goto(site.address);
    const box = new SearchBox(page, 'main');
    await box.type('ズンドコホゲ', 10);
    await expect(page.locator('.result-count')).toHaveText(nothing);
    await expect(page.locator('.result-help').getByRole('link', { name: '話題の一覧' })).toBeVisible();
  });
});

test.describe('without a network', () => {
  for (const address of ['search/', '']) {
    test(`/${address} says so before the first letter, and searches when there is one`, async ({ page, context }) => {
      await page.goto(site.address + address);
      const box = new SearchBox(page, 'main');
      await context.setOffline(true);
      await box.input.focus();
      await expect(page.getByText('いまは通信できないため').first()).toBeVisible();
      await context.setOffline(false);
      await box.type('養生');
      await expect(page.locator('li.result').first()).toBeVisible();
      await expect(page.getByText('いまは通信できないため')).toHaveCount(0);
    });
  }

  test('that goes before the index is open, the page says so and goes on by itself', async ({ page }) => {
    await page.route('**/pagefind/search.json*', (route) => route.abort());
    await page.goto(`${site.address}search/`);
    const box = new SearchBox(page, 'main');
    await box.input.focus();
    await expect(page.getByText('いまは通信できないため')).toBeVisible();
    await page.unroute('**/pagefind/search.json*');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect(page.getByText('いまは通信できないため')).toHaveCount(0);
    await box.type('養生');
    await expect(page.locator('li.result').first()).toBeVisible();
  });
});
