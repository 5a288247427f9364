import { expect, test, type Locator } from '@playwright/test';
import { builtPages } from './setup/built-pages.ts';
import { skipInFirefox } from './setup/engine-limits.ts';
import { planted } from './setup/plant-content.ts';
import { sites } from './setup/sites.ts';

const site = sites.planted;

test.describe('a Q&A page', () => {
  test('answers in one screen on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${site.address}q/f6dnabg6/`);
    for (const part of [
      page.getByRole('heading', { level: 1 }),
      page.locator('.answer-box-text'),
      page.locator('.status').first(),
      page.getByText('見直し期限').first(),
      page.locator('.facts dd').nth(1),
    ]) {
      const box = await part.boundingBox();
      expect((box?.y ?? 9_999) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
    }
  });

  test('begins its first answer within 900 px on a phone, however long its question is', async ({ page }) => {
    skipInFirefox('lines');
    await page.setViewportSize({ width: 390, height: 844 });
    const late: string[] = [];
    for (const address of builtPages(sites.root).filter((one) => /^q\/[a-z0-9]+\/$/.test(one))) {
      await page.goto(sites.root.address + address, { waitUntil: 'domcontentloaded' });
      const top = await page.evaluate(() => document.querySelector('#a1')?.getBoundingClientRect().top ?? 0);
      if (top > 900) late.push(`${address} ${top}`);
    }
    expect(late).toEqual([]);
  });

  test('has its contents folded on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${site.address}q/kxm6w5sl/`);
    await expect(page.getByRole('navigation', { name: '目次' })).toBeHidden();
    await page.getByText('目次', { exact: true }).first().click();
    await expect(page.getByRole('navigation', { name: '目次' })).toBeVisible();
  });

  for (const width of [390, 1280]) {
    test(`opens the menu of sharing below its button, which stays where it was, at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(`${site.address}q/kxm6w5sl/`);
      const button = page.locator('.share-more summary').first();
      const before = await placeOf(button);
      await button.click();
      expect(await placeOf(button)).toEqual(before);
      expect((await placeOf(page.locator('.share-menu'))).top).toBeGreaterThanOrEqual(before.bottom);
    });

    test(`has the button that copies an answer’s address beside its number at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      for (const address of ['q/nmy2khqd/', 'q/qrsbpjqk/']) {
        await page.goto(site.address + address);
        const tops = await page
          .locator('#a1 .answer-by > :is(.answer-number, .copy-link)')
          .evaluateAll((parts) => parts.map((part) => Math.round(part.getBoundingClientRect().top)));
        expect(tops).toHaveLength(2);
        expect(tops[1]).toBe(tops[0]);
      }
    });
  }

  test('says in one line what it is, and begins where the pages about the site begin', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${site.address}q/kxm6w5sl/`);
    const tops = await page
      .locator('.facts-line dd')
      .evaluateAll((facts) => facts.map((fact) => fact.getBoundingClientRect()).map(({ y, height }) => y + height / 2));
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(4);
    const [brand, heading] = await Promise.all(['.brand', 'h1'].map((part) => page.locator(part).boundingBox()));
    expect(heading?.x).toBe(brand?.x);
  });

  test('marks the part that is read where colours are the reader’s own', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${site.address}q/kxm6w5sl/`);
    await page.locator('#h-逆算表').evaluate((heading) => heading.scrollIntoView({ behavior: 'instant' }));
    const contents = page.locator('.toc-open');
    await expect(contents.locator('[aria-current]')).toHaveText('逆算表');
    const colours = await contents
      .locator('a')
      .evaluateAll((links) => links.map((link) => getComputedStyle(link).borderInlineStartColor));
    const current = await contents
      .locator('[aria-current]')
      .evaluate((link) => getComputedStyle(link).borderInlineStartColor);
    expect(colours.filter((colour) => colour === current)).toHaveLength(1);
  });

  test('has its contents beside the text on a wide screen, with the part that is read', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${site.address}q/kxm6w5sl/`);
    const text = await page.locator('.qa-body').boundingBox();
    const aside = await page.getByRole('complementary', { name: 'この回答の目次と共有' }).boundingBox();
    expect(text?.width).toBe(704);
    expect(aside?.width).toBe(256);
    expect(aside?.x).toBeGreaterThanOrEqual((text?.x ?? 0) + (text?.width ?? 0));
    const contents = page.getByRole('navigation', { name: '目次' });
    await page.locator('#h-逆算表').evaluate((heading) => heading.scrollIntoView({ behavior: 'instant' }));
    await expect(contents.locator('[aria-current]')).toHaveText('逆算表');
    await expect(contents).toBeInViewport();
  });

  test('says that an answer is old or was not looked at before giving it', async ({ page }) => {
    await page.goto(`${site.address}q/${planted.overdue}/`);
    const strip = await page.locator('.status-strip').boundingBox();
    const answer = await page.locator('.answer-box').boundingBox();
    expect((strip?.y ?? 9_999) + (strip?.height ?? 0)).toBeLessThanOrEqual(answer?.y ?? 0);
  });

  test('says that an overdue answer needs review', async ({ page }) => {
    await page.goto(`${site.address}q/${planted.overdue}/`);
    await expect(page.locator('.facts .status')).toHaveText('要確認');
    await expect(page.getByText('見直し期限を過ぎているか')).toBeVisible();
  });

  test('has a table of contents whose links lead to its headings when it is long', async ({ page }) => {
    await page.goto(`${site.address}q/kxm6w5sl/`);
    const links = page.getByRole('navigation', { name: '目次' }).getByRole('link');
    let addresses: string[] = [];
    // Through WebDriver BiDi the page's context may still change after its load.
    await expect(async () => {
      addresses = await links.evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''));
      expect(addresses.length).toBeGreaterThan(3);
    }).toPass();
    for (const href of addresses) {
      await expect(page.locator(`[id="${decodeURIComponent(href.slice(1))}"]`)).toHaveCount(1);
    }
  });

  test('leaves a page at the address of a withdrawn answer that says so and nothing else', async ({ page }) => {
    const response = await page.goto(`${site.address}q/${planted.withdrawn}/`);
    expect(response?.status()).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('この回答は取り下げられました');
    await expect(page.getByText('制度が変わったため')).toBeVisible();
    await expect(page.locator('html')).not.toContainText('とりさげひみつことば');
    await page.goto(`${site.address}search/?q=とりさげひみつことば`);
    await expect(page.locator('.result-count')).toContainText('見つかりませんでした');
  });

  test('is reached from its earlier address', async ({ page }) => {
    await page.goto(`${site.address}q/qqoldold/`);
    await expect(page).toHaveURL(`${site.address}q/${planted.moved}/`);
  });

  test('prints on clean pages with its address', async ({ page }) => {
    skipInFirefox('print');
    await page.goto(`${site.address}q/f6dnabg6/`);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('banner')).toBeHidden();
    await expect(page.getByRole('contentinfo')).toBeHidden();
    await expect(page.locator('.print-address')).toHaveText(`${site.origin}/q/f6dnabg6/`);
    await expect(page.locator('.answer-box-text')).toBeVisible();
  });

  test('fits 320 px without sideways scrolling', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const address of [
      '',
      'q/kxm6w5sl/',
      'groups/',
      'search/?q=庁舎',
      'pages/accessibility-report/',
      'pride/',
      'months/4/',
    ]) {
      await page.goto(site.address + address);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(320);
    }
  });

  test('the map leads to a group by keyboard with a visible focus', async ({ page }) => {
    await page.goto(site.address);
    const tile = page.getByRole('link', { name: /^岐阜/ });
    await tile.focus();
    const shadow = await tile.evaluate((element) => getComputedStyle(element).boxShadow);
    expect(shadow).not.toBe('none');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${site.address}groups/gifu/`);
  });
});

/** On the page, however far it is scrolled. */
function placeOf(part: Locator): Promise<{ top: number; bottom: number }> {
  return part.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return { top: Math.round(top + scrollY), bottom: Math.round(bottom + scrollY) };
  });
}
