import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { SearchBox } from './pages/search-box.ts';
import { runAxe } from './setup/run-axe.ts';
import { sites } from './setup/sites.ts';
import { watchPage } from './setup/watch-page.ts';

const places = [
  { name: 'the home page', path: '', place: 'main' },
  { name: 'the header of a Q&A', path: 'q/kxm6w5sl/', place: 'banner' },
  { name: 'the search page', path: 'search/', place: 'main' },
  { name: 'the missing page', path: '404.html', place: 'main' },
] as const;

for (const site of [sites.root, sites.based]) {
  for (const { name, path: address, place } of places) {
    test(`${name} below ${site.base} offers questions, topics and groups by what words begin with`, async ({
      page,
    }) => {
      const seen = watchPage(page, site.origin);
      await page.goto(site.address + address);
      const box = new SearchBox(page, place);
      await box.type('引越');
      await expect(box.options.filter({ hasText: '話題' }).filter({ hasText: '庁舎の引越し' })).toBeVisible();
      await expect(box.options.filter({ hasText: /^質問.*引越し/ }).first()).toBeVisible();
      expect(await box.options.count()).toBeLessThanOrEqual(6);
      await box.input.fill('ぎふ');
      await box.options.filter({ hasText: '岐阜県人会' }).click();
      await expect(page).toHaveURL(`${site.address}groups/gifu/`);
      expect(seen.problems).toEqual([]);
    });
  }
}

test.describe('the header’s box', () => {
  const site = sites.root;
  const open = async (page: Page): Promise<SearchBox> => {
    await page.goto(`${site.address}groups/`);
    return new SearchBox(page, 'banner');
  };

  for (const [typed, expected] of [
    ['ひっこ', /引越/],
    ['hikk', /引越/],
    ['ヒッコ', /引越/],
    ['ｈｉｋｋｏｓｈ', /引越/],
    ['ワクチ', /ワクチン|接種/],
    ['wakuch', /ワクチン|接種/],
    ['ひなん', /避難/],
    ['saigai', /災害/],
    ['庁舎の引', /庁舎.*引越/],
  ] as const) {
    test(`understands the beginning ${typed}`, async ({ page }) => {
      const box = await open(page);
      await box.type(typed);
      await expect(box.options.filter({ hasText: '質問' }).first()).toContainText(expected);
    });
  }

  test('offers a question by its alias, and shows that', async ({ page }) => {
    const box = await open(page);
    await box.type('庁舎移転');
    await expect(box.options.filter({ hasText: '別の言い方：庁舎移転' }).first()).toBeVisible();
  });

  test('follows the pattern of a combobox', async ({ page }) => {
    const box = await open(page);
    await expect(box.input).toHaveAttribute('aria-expanded', 'false');
    await expect(box.input).toHaveAttribute('aria-autocomplete', 'list');
    await box.type('避難');
    await expect(box.options.first()).toBeVisible();
    await expect(box.input).toHaveAttribute('aria-expanded', 'true');
    await expect(box.input).toHaveAttribute('aria-controls', (await box.list.getAttribute('id')) ?? '');
    const options = await box.options.allTextContents();
    expect(await box.active()).toBeNull();

    await box.input.press('ArrowDown');
    expect(await box.active()).toBe(options[0]);
    await expect(box.options.first()).toHaveAttribute('aria-selected', 'true');
    await box.input.press('ArrowDown');
    expect(await box.active()).toBe(options[1]);
    await expect(box.options.first()).toHaveAttribute('aria-selected', 'false');
    await box.input.press('ArrowUp');
    await box.input.press('ArrowUp');
    expect(await box.active()).toBeNull();
    await box.input.press('ArrowUp');
    expect(await box.active()).toBe(options.at(-1));
    await box.input.press('ArrowDown');
    expect(await box.active()).toBeNull();
    await expect(box.input).toBeFocused();
    await expect(box.input).toHaveValue('避難');

    await box.input.press('ArrowDown');
    await box.input.press('Home');
    expect(await box.active()).toBeNull();
    expect(await box.input.evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(0);
    await box.input.press('ArrowDown');
    await box.input.press('End');
    expect(await box.active()).toBeNull();
    expect(await box.input.evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(2);

    await box.input.press('Escape');
    await expect(box.list).toBeHidden();
    await expect(box.input).toHaveAttribute('aria-expanded', 'false');
    await expect(box.input).toHaveValue('避難');
    await box.input.press('ArrowDown');
    await expect(box.list).toBeVisible();
    await box.input.press('Tab');
    await expect(box.list).toBeHidden();
  });

  test('leads to a question without a page between, and searches where none is chosen', async ({ page }) => {
    const box = await open(page);
    await box.type('引越し 業者');
    await expect(box.options.filter({ hasText: '質問' }).first()).toBeVisible();
    await box.input.press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=/);
    await expect(page.locator('li.result').first()).toBeVisible();

    await page.goto(`${site.address}groups/`);
    await box.type('引越し 業者');
    const question =
      (await box.options.filter({ hasText: '質問' }).first().locator('.suggestion-text').textContent()) ?? '';
    for (let steps = 0; !(await box.active())?.includes(question) && steps < 7; steps += 1)
      await box.input.press('ArrowDown');
    await box.input.press('Enter');
    await expect(page).toHaveURL(/\/q\/[a-z0-9]+\/$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(question);
  });

  test('offers nothing while a word is composed, and its last key neither searches nor chooses', async ({ page }) => {
    const box = await open(page);
    await box.type('避');
    await expect(box.list).toBeVisible();
    const client = await box.compose('ひなん');
    await expect(box.list).toBeHidden();
    // Longer than a list takes to open: that none comes can only be waited for.
    await page.waitForTimeout(500);
    await expect(box.list).toBeHidden();
    const address = page.url();
    for (const how of [{ isComposing: true }, { keyCode: 229 }]) {
      const isPrevented = await box.input.evaluate((input, how) => {
        const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...how });
        return !input.dispatchEvent(event);
      }, how);
      expect(isPrevented).toBe(true);
    }
    await client.send('Input.insertText', { text: '難所' });
    await expect(box.options.first()).toBeVisible();
    expect(page.url()).toBe(address);
    expect(await box.active()).toBeNull();
  });

  test('offers earlier searches of this device', async ({ page }) => {
    const box = await open(page);
    await box.input.fill('災害ごみ 仮置場');
    await box.input.press('Enter');
    await expect(page.locator('li.result').first()).toBeVisible();
    await page.goto(`${site.address}topics/`);
    await box.type('災害');
    const own = box.options.filter({ hasText: '履歴' });
    await expect(own).toContainText('災害ごみ 仮置場');
    await own.click();
    await expect(page).toHaveURL(
      `${site.address}search/?q=${encodeURIComponent('災害ごみ 仮置場').replace('%20', '+')}`,
    );
    // Who asks for them before typing gets them too.
    await page.goto(`${site.address}topics/`);
    await box.input.focus();
    await expect(box.list).toBeHidden();
    await box.input.press('ArrowDown');
    await expect(box.options.first()).toContainText('災害ごみ 仮置場');
  });

  test('takes hostile letters as letters', async ({ page }) => {
    const seen = watchPage(page, site.origin);
    const box = await open(page);
    for (const text of [
      '<img src=x onerror=alert(1)>',
      '__proto__',
      'constructor',
      '🏢',
      'あ'.repeat(400),
      '\\',
      '(',
      '「」',
      '-',
      '%',
    ]) {
      await box.input.fill(text);
      // A hand types so fast; lists of earlier letters are still on their way.
      await page.waitForTimeout(60);
    }
    expect(seen.problems).toEqual([]);
    await box.input.fill('避難');
    await expect(box.options.first()).toBeVisible();
  });

  test('heals when a new deployment has taken the old files away', async ({ page }) => {
    const box = await open(page);
    let asked = 0;
    await page.route('**/pagefind/suggestions.json', async (route) => {
      asked += 1;
      if (asked > 1) return route.continue();
      const response = await route.fetch();
      const start = (await response.json()) as Record<string, unknown>;
      return route.fulfill({ response, json: { ...start, folder: 'suggestions.gone' } });
    });
    await box.type('避難');
    await expect(box.options.filter({ hasText: '質問' }).first()).toBeVisible();
    expect(asked).toBe(2);
  });

  test('says without a network that there is none, and offers again when there is', async ({ page, context }) => {
    const box = await open(page);
    await context.setOffline(true);
    await box.input.focus();
    await expect(page.getByText('いまは通信できないため、検索できません。')).toBeVisible();
    await context.setOffline(false);
    await box.type('避難');
    await expect(box.options.first()).toBeVisible();
    await expect(page.getByText('いまは通信できないため、検索できません。')).toHaveCount(0);
  });
});

test.describe('a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('chooses a line, each large enough, on one line and inside the screen', async ({ page }) => {
    await page.goto(`${sites.root.address}q/kxm6w5sl/`);
    const box = new SearchBox(page, 'banner');
    await box.input.tap();
    await box.type('庁舎');
    await expect(box.options.nth(1)).toBeVisible();
    for (const option of await box.options.all()) {
      const { x = -1, width = 0, height = 0 } = (await option.boundingBox()) ?? {};
      expect(height).toBeGreaterThanOrEqual(44);
      expect(height).toBeLessThan(60);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(390);
    }
    await box.options.filter({ hasText: '話題' }).first().tap();
    await expect(page).toHaveURL(/\/topics\//);
  });
});

for (const { name, path: address, place } of places) {
  test(`${name} is no wider for its list`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(sites.root.address + address);
    const box = new SearchBox(page, place);
    await box.type('庁舎移転');
    await expect(box.options.first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  for (const scheme of ['light', 'dark'] as const) {
    test(`${name} is accessible with its list open (${scheme})`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(sites.root.address + address);
      const box = new SearchBox(page, place);
      await box.type('庁舎');
      await expect(box.options.first()).toBeVisible();
      await box.input.press('ArrowDown');
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      expect(await runAxe(page, { runOnly: { type: 'tag', values: tags } })).toEqual([]);
    });
  }
}

test('the active line shows in forced colours', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(sites.root.address);
  const box = new SearchBox(page, 'main');
  await box.type('庁舎');
  await expect(box.options.first()).toBeVisible();
  await box.input.press('ArrowDown');
  const styles = await box.options.first().evaluate((option) => getComputedStyle(option).outlineStyle);
  expect(styles).toBe('solid');
});

test('without JavaScript the box is a plain form', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${sites.root.address}groups/`);
  await page.getByRole('banner').getByRole('searchbox').fill('引越し');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=/);
  await context.close();
});

test('nothing of it is fetched before a box is used, and pages stay small', async ({ page }) => {
  for (const address of ['', 'q/kxm6w5sl/']) {
    const files = new Set<string>();
    page.on('request', (request) => files.add(new URL(request.url()).pathname));
    await page.goto(sites.root.address + address, { waitUntil: 'networkidle' });
    page.removeAllListeners('request');
    expect([...files].filter((file) => /suggest|pagefind/.test(file))).toEqual([]);
    const sizes = [...files]
      .filter((file) => !/\.(?:png|svg|webmanifest|ico)$/.test(file))
      .map((file) => ({ file, size: sizeOf(file.replace(/\/$/, '/index.html')) }));
    const total = (wanted: RegExp) =>
      sizes.filter(({ file }) => wanted.test(file)).reduce((sum, { size }) => sum + size, 0);
    expect(total(/./), address).toBeLessThanOrEqual(22 * 1024);
    expect(total(/\.js$/), address).toBeLessThanOrEqual(6 * 1024);
  }
});

for (const { name, path: address, place } of places.slice(0, 3)) {
  test(`${name} shows its first suggestion soon, and of few bytes`, async ({ page }) => {
    await page.goto(sites.root.address + address, { waitUntil: 'networkidle' });
    const box = new SearchBox(page, place);
    const files = new Set<string>();
    page.on('request', (request) => files.add(new URL(request.url()).pathname));
    await box.type('ひ', 0);
    await expect(box.options.first()).toBeVisible();
    page.removeAllListeners('request');
    const bytes = [...files].reduce((sum, file) => sum + sizeOf(file), 0);
    expect(bytes, [...files].join(' ')).toBeLessThanOrEqual(30 * 1024);

    // The page is warm now: another word, whose files are not there yet.
    await box.input.fill('');
    await box.type('選挙', 0);
    await expect(box.options.filter({ hasText: '選挙' }).first()).toBeVisible();
  });
}

function sizeOf(file: string): number {
  return gzipSync(readFileSync(path.join(sites.root.folder, file))).length;
}
