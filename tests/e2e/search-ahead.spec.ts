import { expect, test } from '@playwright/test';
import { SearchPage } from './pages/search-page.ts';
import { sites } from './setup/sites.ts';

test.describe('the vocabulary', () => {
  const all = /\/pagefind\/ahead\.\w+\.json/;
  const part = /\/pagefind\/words-of\./;

  test('is fetched whole after the first answer, and later searches fetch nothing of it', async ({ page }) => {
    const search = new SearchPage(page, sites.root);
    await search.open();
    const whole = page.waitForResponse(all);
    await search.type('ひっこし');
    await (await whole).finished();
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await search.type('犬を飼い始めたときの手続き');
    await search.type('ワクチン接種会場の誘導');
    await expect(search.questions.first()).toHaveText(/接種/);
    expect(fetched.filter((url) => part.test(url) || all.test(url))).toEqual([]);
  });

  test('and a small index lie ready after a search, and any other is answered without a network', async ({
    page,
    context,
  }) => {
    const search = new SearchPage(page, sites.root);
    await search.open();
    let fetched = Date.now();
    page.on('response', () => (fetched = Date.now()));
    const whole = page.waitForResponse(all);
    await search.type('ひっこし');
    await whole;
    await expect.poll(() => Date.now() - fetched, { timeout: 30_000 }).toBeGreaterThan(1_500);
    await context.setOffline(true);
    for (const [query, expected] of [
      ['ワクチン接種会場の誘導', /接種/],
      ['育休中の連絡', /休/],
      ['確定申告', /./],
    ] as const) {
      await search.type(query);
      await expect(search.questions.first()).toHaveText(expected);
    }
    await page.getByLabel('並べ替え').selectOption({ index: 1 });
    await expect(search.questions.first()).toBeVisible();
    await expect(page.getByText('検索の準備ができませんでした')).toHaveCount(0);
  });

  test('comes in parts where it cannot be had whole', async ({ page }) => {
    await page.route(all, (route) => route.fulfill({ status: 404, body: '' }));
    const search = new SearchPage(page, sites.root);
    await search.open();
    const refused = page.waitForResponse(all);
    await search.type('ワクチン接種会場の誘導');
    await refused;
    await search.type('ひっこし');
    await expect(search.questions.first()).toHaveText(/引越し|移転/);
  });

  test('is not fetched whole for a reader who saves data', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
    let asked = 0;
    page.on('request', (request) => (asked += /\/pagefind\/ahead\./.test(request.url()) ? 1 : 0));
    const search = new SearchPage(page, sites.root);
    await search.open();
    await search.type('ひっこし');
    await expect(search.questions.first()).toHaveText(/引越し|移転/);
    await page.waitForTimeout(2_500);
    expect(asked).toBe(0);
  });
});

test('what every search needs is fetched once, and nothing of Pagefind but what answers', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  const search = new SearchPage(page, sites.root);
  await search.open();
  await search.type('ワクチン接種会場の誘導');
  await expect(search.questions.first()).toHaveText(/接種/);
  const count = (file: RegExp) => fetched.filter((path) => file.test(path)).length;
  expect(
    [
      /\.pf_meta$|\/pagefind-entry\.json/,
      /\/ends\.\w+\.json$/,
      /\/wasm\.unknown\.pagefind$/,
      /\/vocabulary\.\w+\.json$/,
    ].map(count),
  ).toEqual([0, 1, 1, 1]);
});

test('instances of Pagefind that open before its Wasm has come share one memory', async ({ page }) => {
  await page.addInitScript(() => {
    const instantiate = WebAssembly.instantiate.bind(WebAssembly) as (...given: unknown[]) => unknown;
    Object.assign(globalThis, { memories: 0 });
    Object.assign(WebAssembly, {
      instantiate: (...given: unknown[]) => {
        (globalThis as unknown as { memories: number }).memories += 1;
        return instantiate(...given);
      },
    });
  });
  await page.route('**/pagefind/wasm.unknown.pagefind', async (route) => {
    await new Promise((resume) => setTimeout(resume, 700));
    await route.continue();
  });
  const search = new SearchPage(page, sites.root);
  await search.open('?q=ワクチン接種会場の誘導に必要な人数と待合の椅子、高齢者の送迎、廃棄物の処理');
  await expect(search.questions.first()).toHaveText(/接種/);
  // A pointer into another memory is an address out of bounds, or somebody else's.
  expect(await page.evaluate(() => (globalThis as unknown as { memories: number }).memories)).toBe(1);
});
