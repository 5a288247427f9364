import { expect, test } from '@playwright/test';
import { SearchPage } from './pages/search-page.ts';
import { skipInFirefox } from './setup/engine-limits.ts';
import { sites } from './setup/sites.ts';
import { watchPage } from './setup/watch-page.ts';

const moversQuestion = /引越しを頼む業者は、いつごろ/;

for (const site of [sites.root, sites.based]) {
  test.describe(`search below ${site.base}`, () => {
    test('answers a whole question first', async ({ page }) => {
      const seen = watchPage(page, site.origin);
      const search = new SearchPage(page, site);
      await search.open();
      await search.type('庁舎の引越しで業者はいつ決めればいいですか');
      await expect(search.questions.first()).toHaveText(moversQuestion);
      await search.questions.first().getByRole('link').click();
      await expect(page).toHaveURL(new RegExp(`${site.base}q/[a-z0-9]+/$`));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(moversQuestion);
      expect(seen.problems).toEqual([]);
    });

    for (const [query, expected] of [
      ['引越し 業者', moversQuestion],
      ['ひっこし', /引越し|移転/],
      ['ワクチン 会場 誘導', /接種/],
      ['ﾜｸﾁﾝ', /接種|ワクチン/],
      ['ワクチン　会場　動線', /動線/],
      ['ｌａｎ 電話 切替', /LAN/],
    ] as const) {
      test(`finds ${query}`, async ({ page }) => {
        const search = new SearchPage(page, site);
        await search.open();
        await search.type(query);
        await expect(search.questions.first()).toHaveText(expected);
      });
    }
  });
}

test.describe('the search page', () => {
  const site = sites.root;

  test('filters by group, keeps the state in the address, and goes back and forward', async ({ page, context }) => {
    const search = new SearchPage(page, site);
    await search.open();
    await search.type('庁舎 引越し');
    const unfiltered = await search.firstIds(5);
    await search.filterBy('県人会', '岐阜県人会');
    await expect(page).toHaveURL(/group=gifu/);
    await expect(search.results.filter({ hasNotText: /岐阜県人会|岐阜県を想定/ })).toHaveCount(0);
    const filtered = await search.firstIds(5);
    expect(filtered.length).toBeGreaterThan(0);

    const shared = await context.newPage();
    await shared.goto(page.url());
    const other = new SearchPage(shared, site);
    await other.settle('庁舎 引越し');
    expect(await other.firstIds(5)).toEqual(filtered);

    await page.goBack();
    await expect(page).not.toHaveURL(/group=/);
    await expect.poll(() => search.firstIds(5)).toEqual(unfiltered);
    await page.goForward();
    await expect.poll(() => search.firstIds(5)).toEqual(filtered);
  });

  test('leaves out examples by one choice, which stays in the address', async ({ page, context }) => {
    const search = new SearchPage(page, site);
    await search.open();
    await search.type('県人会');
    await search.filterBy('由来', '作例を除く');
    await expect(page).toHaveURL(/provenance=not-sample/);
    await expect(search.results.locator('.tag-sample')).toHaveCount(0);
    await expect(search.results.first()).toBeVisible();
    const other = new SearchPage(await context.newPage(), site);
    await other.page.goto(page.url());
    await other.settle('県人会');
    expect(await other.firstIds(3)).toEqual(await search.firstIds(3));
  });

  test('shows counts beside filters that hold when the filter is chosen', async ({ page }) => {
    const search = new SearchPage(page, site);
    await search.open('?q=地震');
    await search.settle('地震');
    const panel = page.locator('[data-facet="group"]');
    await panel.locator('summary').click();
    const choice = panel.locator('.choice', { hasText: '埼玉県人会' });
    const promised = Number(await choice.locator('.count').textContent());
    expect(promised).toBeGreaterThan(0);
    await choice.getByRole('checkbox').check();
    await expect(search.count).toContainText(`${promised}件`);
  });

  test('sorts by date', async ({ page }) => {
    const search = new SearchPage(page, site);
    await search.open('?q=地震&sort=date');
    await search.settle('地震');
    const dates = await search.results
      .locator('time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
    expect(dates.length).toBeGreaterThan(2);
    expect(dates).toEqual([...dates].sort().reverse());
  });

  test('marks the matched words and links to the place that matched', async ({ page }) => {
    const search = new SearchPage(page, site);
    await search.open('?q=養生');
    await search.settle('養生');
    await expect(search.results.first().locator('mark').first()).toContainText('養生');
    const place = search.results.first().locator('.result-place a');
    const href = (await place.getAttribute('href')) ?? '';
    await place.click();
    await expect(page.locator(`[id="${decodeURIComponent(href.split('#')[1] ?? '')}"]`)).toBeVisible();
  });

  test('does not search while a Japanese input method composes', async ({ page }) => {
    skipInFirefox('composition');
    const search = new SearchPage(page, site);
    await search.open();
    await search.box.focus();
    const client = await page.context().newCDPSession(page);
    await client.send('Input.imeSetComposition', { text: 'ひっこ', selectionStart: 3, selectionEnd: 3 });
    await page.waitForTimeout(400);
    expect(new URL(page.url()).search).toBe('');
    await expect(search.results).toHaveCount(0);
    await client.send('Input.insertText', { text: '引越し' });
    await search.settle('引越し');
    await expect(search.results.first()).toBeVisible();
  });

  test('a slower earlier answer never replaces a newer one', async ({ page }) => {
    const search = new SearchPage(page, site);
    await search.open();
    await search.box.focus();
    await page.waitForLoadState('networkidle');
    let held = true;
    await page.route('**/pagefind/index/**', async (route) => {
      if (held) {
        held = false;
        await new Promise((resolve) => setTimeout(resolve, 1200));
      }
      await route.continue();
    });
    await search.box.fill('ワクチン');
    await page.waitForTimeout(200);
    await search.box.fill('選挙 投票所');
    await search.settle('選挙 投票所');
    const ids = await search.firstIds(3);
    await page.waitForTimeout(1500);
    expect(await search.firstIds(3)).toEqual(ids);
    await expect(search.questions.first()).toHaveText(/投票所/);
  });

  test('works by keyboard alone', async ({ page }) => {
    const search = new SearchPage(page, site);
    await search.open();
    await page.keyboard.press('/');
    await expect(search.box).toBeFocused();
    await page.keyboard.insertText('新人');
    await search.settle('新人');
    // The box's own list first.
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
    await expect(search.questions.first().getByRole('link')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(search.questions.nth(1).getByRole('link')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(search.box).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/q\//);
  });

  test('lets a reader switch the shortcut off', async ({ page }) => {
    const search = new SearchPage(page, site);
    await search.open();
    await page.getByLabel('「/」キーで検索欄へ移る').uncheck();
    await page.goto(`${site.address}groups/`);
    await page.keyboard.press('/');
    await expect(page.locator('[data-search-input]')).not.toBeFocused();
    await search.open();
    await page.getByLabel('「/」キーで検索欄へ移る').check();
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('/');
    await expect(search.box).toBeFocused();
  });

  test('helps when nothing is found', async ({ page }) => {
    const search = new SearchPage(page, site);
    await search.open();
    await search.type('ズンドコホゲホゲピヨ');
    await expect(search.results).toHaveCount(0);
    await expect(page.getByText('所属する県人会のグループで聞いてみてください')).toBeVisible();
  });

  test('takes hostile text as text', async ({ page }) => {
    const seen = watchPage(page, site.origin);
    const search = new SearchPage(page, site);
    for (const text of [
      '<img src=x onerror=alert(1)>',
      '"><script>alert(1)</script>',
      '%00%ff',
      '🏢🚚',
      'あ'.repeat(400),
      '「」『』""-',
      ' 　 ',
    ]) {
      await search.open(`?q=${encodeURIComponent(text)}&group=%3Cscript%3E&sort=__proto__`);
      await expect(search.box).toHaveValue(text);
      await page.waitForTimeout(150);
    }
    expect(seen.problems).toEqual([]);
  });

  test('keeps recent searches on the device and clears them', async ({ page }) => {
    const search = new SearchPage(page, site);
    await search.open();
    await search.type('災害ごみ');
    await page.keyboard.press('Enter');
    await search.open();
    await search.box.focus();
    const recent = page.getByRole('button', { name: '災害ごみ' });
    await expect(recent).toBeVisible();
    await recent.click();
    await search.settle('災害ごみ');
    await search.box.fill('');
    await page.getByRole('button', { name: '履歴を消す' }).click();
    await expect(recent).toHaveCount(0);
  });

  test('says when the index cannot be fetched, and tries again', async ({ page }) => {
    const search = new SearchPage(page, site);
    let broken = true;
    await page.route('**/pagefind/**', (route) => (broken ? route.abort() : route.continue()));
    await search.open('?q=庁舎');
    await expect(page.getByText('検索の準備ができませんでした').first()).toBeVisible();
    broken = false;
    await page.getByRole('button', { name: 'もう一度試す' }).click();
    await search.settle('庁舎');
    await expect(search.results.first()).toBeVisible();
  });

  test('heals when a new deployment has taken the old index away', async ({ page }) => {
    const search = new SearchPage(page, site);
    let asked = 0;
    await page.route('**/pagefind/search.json*', async (route) => {
      asked += 1;
      if (asked > 1) return route.continue();
      const response = await route.fetch();
      const manifest = (await response.json()) as Record<string, unknown>;
      return route.fulfill({ response, json: { ...manifest, version: 'before', vocabulary: 'vocabulary.gone.json' } });
    });
    await search.open('?q=庁舎');
    await search.settle('庁舎');
    await expect(search.results.first()).toBeVisible();
    expect(asked).toBe(2);
  });

  test('heals when what Pagefind opens with was gone for a moment', async ({ page }) => {
    const search = new SearchPage(page, site);
    let manifests = 0;
    page.on('request', (request) => (manifests += request.url().includes('/search.json') ? 1 : 0));
    // Until the new manifest is asked for.
    await page.route('**/pagefind/ends.*', (route) =>
      manifests < 2 ? route.fulfill({ status: 404 }) : route.continue(),
    );
    await search.open('?q=庁舎');
    await search.settle('庁舎');
    await expect(search.results.first()).toBeVisible();
    expect(manifests).toBe(2);
  });

  test('heals when index parts of an open page are gone', async ({ page }) => {
    const search = new SearchPage(page, site);
    // What has been read ahead needs no healing.
    await page.route('**/pagefind/ahead.*', (route) => route.abort());
    await search.open('?q=庁舎');
    await search.settle('庁舎');
    let gone = 0;
    await page.route('**/pagefind/index.*/*.pf_index', (route) => {
      gone += 1;
      return gone <= 2 ? route.fulfill({ status: 404 }) : route.continue();
    });
    await search.type('災害ごみの仮置場');
    await expect(search.results.first()).toBeVisible();
    expect(gone).toBeGreaterThan(2);
  });

  test('answers without a network what it has loaded', async ({ page, context }) => {
    const search = new SearchPage(page, site);
    await search.open('?q=庁舎の引越し');
    await search.settle('庁舎の引越し');
    const ids = await search.firstIds(5);
    await search.type('避難所');
    await context.setOffline(true);
    await search.type('庁舎の引越し');
    expect(await search.firstIds(5)).toEqual(ids);
    await expect(page.getByText('検索の準備ができませんでした')).toHaveCount(0);
  });
});

test('the home page answers as one types and leads to all results', async ({ page }) => {
  const site = sites.root;
  await page.goto(site.address);
  const box = page.locator('main [data-search-input]');
  await box.fill('育休 復職');
  await expect(page.locator('li.result').first()).toContainText(/育休|復職/);
  await box.press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=/);
  await expect(page.locator('li.result').first()).toContainText(/育休|復職/);
});

test('the header and the missing page lead to the search', async ({ page }) => {
  const site = sites.root;
  await page.goto(`${site.address}groups/`);
  await page.locator('header [data-search-input]').fill('引越し');
  await page.keyboard.press('Enter');
  await expect(page.locator('li.result').first()).toBeVisible();
  const missing = await page.goto(`${site.address}no/such/page/`);
  expect(missing?.status()).toBe(404);
  await page.locator('main [data-search-input]').fill('引越し');
  await expect(page.locator('li.result').first()).toBeVisible();
});

test('without JavaScript the form says so and the lists lead everywhere', async ({ browser }) => {
  skipInFirefox('noScripts');
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${sites.root.address}search/?q=引越し`);
  // Chromium shows no `noscript` when scripts are switched off from outside; its text is there for browsers without
  // scripts.
  expect(await page.locator('main noscript').first().textContent()).toContain('検索には JavaScript が必要です');
  await page
    .getByRole('main')
    .getByRole('link', { name: /庁舎の引越し/ })
    .first()
    .click();
  await expect(page.getByRole('link', { name: moversQuestion })).toBeVisible();
  await context.close();
});
