import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { sites } from './setup/sites.ts';

const site = sites.root;

test('the search of the header takes its own line at 768 px, as wide as the page', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 900 });
  await page.goto(`${site.address}groups/`);
  const [form, frame] = await Promise.all(
    ['.site-header .search-form', '.site-header-inner'].map((part) => page.locator(part).boundingBox()),
  );
  const padding = await page
    .locator('.site-header-inner')
    .evaluate((inner) => parseFloat(getComputedStyle(inner).paddingLeft));
  expect(form?.width).toBeCloseTo((frame?.width ?? 0) - 2 * padding, 0);
});

for (const address of ['', 'topics/disaster/', 'groups/gifu/', 'months/4/', 'events/', 'pages/about/']) {
  test(`no line of /${address} is longer than 44rem, nor wider than the page at 200 %`, async ({ page }) => {
    await page.setViewportSize({ width: 1600, height: 900 });
    await page.goto(site.address + address);
    const widths = await page
      .locator('main :is(p, .qa-summary, .lead, .prose > p)')
      .evaluateAll((texts) => texts.map((text) => text.getBoundingClientRect().width / 16));
    expect(Math.max(...widths)).toBeLessThanOrEqual(44.01);
    // A window of 1280 px at 200 % is one of 640.
    await page.setViewportSize({ width: 640, height: 450 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
  });
}

test('every h2 of a page has one form, and links in texts are underlined', async ({ page }) => {
  const forms = new Set<string>();
  for (const address of [
    '',
    'groups/gifu/',
    'months/4/',
    'topics/',
    'pages/about/',
    'pride/',
    'events/',
    'q/kxm6w5sl/',
  ]) {
    await page.goto(site.address + address);
    for (const form of await page.locator('main h2:visible:not(.toc h2, .visually-hidden)').evaluateAll((heads) =>
      heads.map((head) => {
        const { fontSize, fontWeight, borderBottomStyle } = getComputedStyle(head);
        return `${fontSize} ${fontWeight} ${borderBottomStyle}`;
      }),
    ))
      forms.add(form);
    const bare = await page.locator('main a:visible').evaluateAll((links) =>
      links
        .filter(
          (link) =>
            !link.closest('nav') &&
            !link.matches('.button, .tag, .tile a, .mini-map a, .month-strip a, .chip, .pride-link, .answer-number'),
        )
        .filter(
          (link) =>
            ![link, ...link.children].some((part) => getComputedStyle(part).textDecorationLine.includes('underline')),
        )
        .map((link) => link.outerHTML.slice(0, 100)),
    );
    expect(bare, address).toEqual([]);
  }
  expect([...forms]).toHaveLength(1);
});

test('what begins a line begins where the lines around it do', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${site.address}groups/gifu/`);
  const start = (part: string) =>
    page
      .locator(part)
      .first()
      .evaluate((element) => element.getBoundingClientRect().x);
  expect(await start('.site-nav a span, .site-nav li')).toBe((await start('.brand')) - 8);
  // The opening bracket takes half a letter: the mark is as wide as three letters.
  const [wide, letter] = await page
    .locator('.qa-question .provenance')
    .first()
    .evaluate((mark) => [mark.getBoundingClientRect().width, parseFloat(getComputedStyle(mark).fontSize)]);
  expect(wide).toBeCloseTo(3 * (letter ?? 0), 0);
});

test('a number beside a topic is not underlined as if it led elsewhere', async ({ page }) => {
  await page.goto(`${site.address}topics/`);
  const name = page.locator('.topic-name').first();
  await expect(name).toHaveCSS('text-decoration-line', 'none');
  await expect(name.locator('span').first()).toHaveCSS('text-decoration-line', 'underline');
});

test('the map of neighbours begins where the introduction beside it begins', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 844 });
  await page.goto(`${site.address}groups/gifu/`);
  const [text, heading] = await Promise.all(
    ['.columns .lead', '.neighbours h2'].map((part) => page.locator(part).boundingBox()),
  );
  expect(heading?.y).toBe(text?.y);
});

test('buttons for readers’ notes say what they do', async ({ page }) => {
  await page.goto(`${site.address}q/kxm6w5sl/`);
  await expect(page.locator('qa-feedback button')).toHaveText([
    '「役に立った」と伝える文をコピー',
    '「古い」と伝える文をコピー',
    '「間違い」と伝える文をコピー',
  ]);
});

test('colours are named in one file, but for print, where they are black, and a code that a scanner reads', () => {
  const folder = path.resolve('src/styles');
  const files = readdirSync(folder).filter(
    (file) => file.endsWith('.css') && !['theme.css', 'print.css'].includes(file),
  );
  const named = files.flatMap((file) =>
    readFileSync(path.join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => /#[0-9a-f]{3,8}\b|\brgb\(/i.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(named).toEqual([]);
});
