import { expect, test } from '@playwright/test';
import { SearchBox } from './pages/search-box.ts';
import { SearchPage } from './pages/search-page.ts';
import { builtPages } from './setup/built-pages.ts';
import { sites } from './setup/sites.ts';

const site = sites.root;

test('no page is wider than a phone', async ({ page }) => {
  test.setTimeout(300_000);
  const [seen, wide] = [new Set<string>(), [] as string[]];
  for (const address of builtPages(site)) {
    // One of each kind, and what is longest of it.
    const kind = address.replace(/[^/]+\/$/, address.split('/').length > 2 ? '*/' : '$&');
    if (seen.has(kind) && !/accessibility|offline/.test(address)) continue;
    seen.add(kind);
    for (const width of [320, 390]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(site.address + address);
      const needed = await page.evaluate(() => document.documentElement.scrollWidth);
      if (needed > width) wide.push(`/${address} at ${width}: ${needed}`);
    }
  }
  expect(seen.size).toBeGreaterThan(8);
  expect(wide).toEqual([]);
});

test.describe('a program of the search that cannot be fetched', () => {
  for (const [name, files, address] of [
    ['of the results', '**/search-program*', 'search/'],
    ['of the results on the home page', '**/search-program*', ''],
    ['of the suggestions', '**/suggest-program*', 'groups/'],
  ] as const) {
    test(`${name} is told of, and comes with a later letter`, async ({ page }) => {
      await page.route(files, (route) => route.abort());
      await page.goto(site.address + address);
      const box = new SearchBox(page, address === 'groups/' ? 'banner' : 'main');
      await box.input.focus();
      await box.type('ひっこ');
      await expect(page.locator('.suggest-note')).toContainText('検索できません');
      // It stays while other parts work.
      await box.type('し');
      await expect(page.locator('.suggest-note')).toBeVisible();
      await page.unroute(files);
      await box.type(' ');
      await expect(address === 'groups/' ? box.options.first() : page.locator('li.result').first()).toBeVisible();
      await expect(page.locator('.suggest-note')).toHaveCount(0);
    });
  }

  test('of Pagefind, too', async ({ page }) => {
    await page.route('**/pagefind/pagefind.js*', (route) => route.abort());
    const search = new SearchPage(page, site);
    await search.open('?q=庁舎');
    await expect(page.getByText('検索の準備ができませんでした').first()).toBeVisible();
    await page.unroute('**/pagefind/pagefind.js*');
    await page.getByRole('button', { name: 'もう一度試す' }).click();
    await expect(search.results.first()).toBeVisible();
  });
});

test.describe('below the supported floor', () => {
  for (const address of ['search/', '', 'no/such/page/']) {
    for (const lack of ['DecompressionStream', 'customElements', 'MathMLElement']) {
      test(`/${address} says so where there is no ${lack}`, async ({ page }) => {
        await page.addInitScript((name) => void Reflect.deleteProperty(window, name), lack);
        await page.goto(site.address + address);
        await expect(
          page.getByRole('alert').filter({ hasText: 'お使いのブラウザーは古いため、検索が動きません。' }),
        ).toBeVisible();
        await expect(page.getByText('Safari 16.4、Firefox 115、Chrome・Edge 109 以降')).toBeVisible();
      });
    }
  }

  test('a browser that cannot read a pattern of the program is told, too', async ({ page }) => {
    await page.addInitScript(() => {
      const Own = RegExp;
      window.RegExp = new Proxy(Own, {
        construct: (target, [pattern, flags]: [string, string]) => {
          if (String(pattern).includes('(?<='))
            throw new SyntaxError('Invalid regular expression: invalid group specifier name');
          return new target(pattern, flags);
        },
      });
    });
    await page.goto(`${site.address}search/`);
    await expect(page.getByText('お使いのブラウザーは古いため')).toBeVisible();
  });

  test('the desk says so, and no longer that it is being opened', async ({ page }) => {
    await page.addInitScript(() => void Reflect.deleteProperty(window, 'DecompressionStream'));
    for (const address of ['admin/', 'admin/review/']) {
      await page.route('**/_astro/*.js', (route) =>
        route.request().url().includes('old-browser') ? route.continue() : route.abort(),
      );
      await page.goto(site.address + address);
      await expect(page.getByRole('alert')).toContainText('お使いのブラウザーは古いため、編集室が動きません。');
      await expect(page.getByText('開いています…')).toBeHidden();
    }
  });

  test('within it nothing of the kind is said', async ({ page }) => {
    for (const address of ['search/', '', 'no/such/page/']) {
      await page.goto(site.address + address, { waitUntil: 'load' });
      await expect(page.locator('[data-needs]')).toBeHidden();
    }
  });
});

test('a page whose program does not come says that, rather than that the browser is old', async ({ page }) => {
  for (const [address, files, words] of [
    ['search/', '**/_astro/search.astro*.js', '検索のプログラムを読み込めませんでした'],
    ['search/', '**/_astro/Page.astro*.js', '検索のプログラムを読み込めませんでした'],
    ['admin/', '**/_astro/index.astro*.js', '編集室のプログラムを読み込めませんでした'],
    ['admin/review/', '**/_astro/review.astro*.js', '編集室のプログラムを読み込めませんでした'],
  ] as const) {
    await page.route(files, (route) => route.abort());
    await page.goto(site.address + address);
    await expect(page.getByRole('alert').filter({ hasText: words }), `${address} ${files}`).toBeVisible();
    await page.unroute(files);
  }
});
