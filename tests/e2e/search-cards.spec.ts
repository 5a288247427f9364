import { expect, test, type Locator } from '@playwright/test';
import { SearchPage } from './pages/search-page.ts';
import { sites } from './setup/sites.ts';

const site = sites.root;

/** Every line of the texts of a card that begins with a mark that closes something, as a browser has laid it out. */
async function linesWithClosingMark(cards: Locator): Promise<string[]> {
  return cards.evaluateAll((items) => {
    const found: string[] = [];
    for (const paragraph of items.flatMap((item) => [
      ...item.querySelectorAll('h3, .qa-summary, .result-alias, .result-excerpt, .result-reasons'),
    ])) {
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      let bottom = -Infinity;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const [place, letter] of [...(node.textContent ?? '')].entries()) {
          const range = document.createRange();
          range.setStart(node, place);
          range.setEnd(node, place + 1);
          const box = range.getBoundingClientRect();
          if (box.width === 0) continue;
          // A line begins where a letter stands below all before it.
          if (
            box.top >= bottom - 2 &&
            /[、。，．・：；？！」』）】〕］｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/.test(letter)
          )
            found.push(`${letter}: ${paragraph.textContent}`);
          bottom = Math.max(bottom, box.bottom);
        }
      }
    }
    return found;
  });
}

test.describe('lines of a card', () => {
  for (const width of [320, 390, 768, 1280]) {
    test(`none begins with a closing mark at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      const search = new SearchPage(page, site);
      await search.open();
      for (const query of ['庁舎 引越し', '県人会 質問', 'ワクチン 会場', '地震 職員', 'メール 誤送信']) {
        await search.type(query);
        expect(await search.results.count()).toBeGreaterThan(0);
        expect(await linesWithClosingMark(search.results)).toEqual([]);
      }
    });
  }
});

test.describe('the place that matched', () => {
  for (const [query, line] of [
    ['養生', /養生/],
    ['名札', /名札/],
    ['開票', /開票/],
    ['台車', /台車/],
  ] as const) {
    test(`is on the screen after following the link of ${query}`, async ({ page }) => {
      const search = new SearchPage(page, site);
      await search.open(`?q=${query}`);
      await search.settle(query);
      const card = search.results.filter({ has: page.locator('.result-excerpt mark') }).first();
      const place = card.locator('.result-place a');
      const href = (await place.getAttribute('href')) ?? '';
      const excerpt = card.locator('.result-excerpt');
      await expect(excerpt).toContainText(line);
      const anchor = decodeURIComponent(href.split('#')[1] ?? '');
      expect(anchor).not.toBe('');
      await place.click();
      await expect(page.locator(`[id="${anchor}"]`)).toHaveCount(1);
      const match = page.locator('.answers, .write-up, .answer-box, section').getByText(line).first();
      await expect(match).toBeVisible();
      await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
    });
  }

  for (const word of ['残置物', '延泊枠', '係争']) {
    test(`is the summary where ${word} stands nowhere else`, async ({ page }) => {
      const search = new SearchPage(page, site);
      await search.open(`?q=${word}`);
      await search.settle(word);
      await search.results.first().getByRole('link', { name: '一言回答' }).click();
      await expect(page).toHaveURL(/#summary$/);
      await expect(page.locator('#summary')).toContainText(word);
      await expect(page.locator('#summary')).toBeInViewport();
    });
  }
});

test.describe('an alias', () => {
  for (const [query, alias] of [
    ['クレーマー', 'クレーマー 長時間 打ち切り'],
    ['ライフジャケット', '救命胴衣 ライフジャケット 子ども 事業'],
    ['納税通知書 返戻', '納税通知書 返戻'],
    ['幹事 やめたい', '幹事 引き継ぎ やめたい'],
  ] as const) {
    test(`is shown to who typed ${query}`, async ({ page }) => {
      const search = new SearchPage(page, site);
      await search.open();
      await search.type(query);
      const line = search.results.first().locator('.result-alias');
      await expect(line).toHaveText(`別の言い方：${alias}`);
      await expect(line.locator('mark').first()).toBeVisible();
    });
  }

  test('is not shown where question and summary say what was typed', async ({ page }) => {
    const search = new SearchPage(page, site);
    await search.open();
    await search.type('誤送信 取り消し');
    await expect(search.results.first().locator('.result-alias')).toHaveCount(1);
    await search.type('投票所 設営');
    await expect(search.results.first().locator('.result-alias')).toHaveCount(0);
  });
});

test.describe('a word that is only near', () => {
  for (const [query, near] of [
    ['罹災証明書', '写真'],
    ['庁舎', '議場'],
  ] as const) {
    test(`is not marked: ${near} for ${query}`, async ({ page }) => {
      const search = new SearchPage(page, site);
      await search.open();
      await search.type(query);
      await expect(search.results.first().locator('mark').first()).toBeVisible();
      await expect(search.results.locator('mark', { hasText: near })).toHaveCount(0);
      await expect(search.results.locator('.result-reasons', { hasText: near })).toHaveCount(0);
    });
  }
});
