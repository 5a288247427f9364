import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { startDevServer, type DevServer } from './setup/dev-server.ts';
import { runAxe } from './setup/run-axe.ts';
import { sites } from './setup/sites.ts';

/**
 * Pictures of every component in every state, kept in `tests/styleguide/`. Letters look different with other fonts, or
 * in another version of Chromium: `machine.json` beside the pictures says with which they were taken, and elsewhere
 * their comparison is skipped by name. Taken anew with `npx playwright test styleguide --update-snapshots`.
 */
const machineFile = path.resolve('tests/styleguide/machine.json');
/** Edges of letters may differ by a few pixels. */
const closeTo = { maxDiffPixelRatio: 0.002 };
const schemes = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
} as const;

// One development server for all of them.
test.describe.configure({ mode: 'default' });
let server: DevServer | undefined;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  server = await startDevServer(4475);
});
test.afterAll(() => server?.stop());

async function openGuide(page: Page, width: number, scheme: keyof typeof schemes): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ ...schemes[scheme], reducedMotion: 'reduce' });
  await page.goto(`${server?.address ?? ''}styleguide/`);
  await expect(page.locator('html[data-drawn]')).toHaveCount(1);
  await page.evaluate(() => document.fonts.ready);
}

for (const scheme of ['light', 'dark', 'forced'] as const) {
  for (const width of [390, 1280]) {
    test(`every component looks as it did: ${scheme}, ${width} px`, async ({ page, browser }) => {
      await openGuide(page, width, scheme);
      const machine = { chromium: browser.version().split('.')[0] ?? '', letters: await measureLetters(page) };
      if (test.info().config.updateSnapshots === 'all')
        writeFileSync(machineFile, `${JSON.stringify(machine, undefined, 2)}\n`);
      const known: unknown = existsSync(machineFile) ? JSON.parse(readFileSync(machineFile, 'utf8')) : undefined;
      test.skip(
        JSON.stringify(known) !== JSON.stringify(machine),
        `The pictures were taken with other fonts or another Chromium: ${JSON.stringify(known)}.`,
      );
      const parts = page.locator('[data-part]');
      expect(await parts.count()).toBeGreaterThan(15);
      for (const part of await parts.all()) {
        const name = `${(await part.getAttribute('data-part')) ?? ''}-${scheme}-${width}.png`;
        await expect.soft(part).toHaveScreenshot(name, closeTo);
      }
      // What a click opens, and what the keyboard is on.
      if (width === 390) {
        await page.locator('.filter-open').click();
        await page.getByRole('dialog').locator('[data-facet="group"] summary').click();
        await expect.soft(page.getByRole('dialog')).toHaveScreenshot(`sheet-${scheme}-${width}.png`, closeTo);
        await page.keyboard.press('Escape');
      } else {
        await page.locator('[data-facet="group"] summary').click();
        const panel = page.locator('[data-facet="group"] .facet-panel');
        await expect.soft(panel).toHaveScreenshot(`panel-${scheme}-${width}.png`, closeTo);
        await page.keyboard.press('Escape');
      }
      const buttons = page.locator('[data-part="buttons"]');
      await buttons.getByRole('button').first().focus();
      await page.keyboard.press('Tab');
      await expect.soft(buttons).toHaveScreenshot(`focus-${scheme}-${width}.png`, closeTo);
      await page.locator('.share-more summary').first().click();
      const share = page.locator('[data-part="share"]');
      await expect.soft(share).toHaveScreenshot(`share-open-${scheme}-${width}.png`, closeTo);
    });
  }
}

test('every component is accessible in both schemes and nothing is wider than a phone', async ({ page }) => {
  for (const scheme of ['light', 'dark'] as const) {
    await openGuide(page, 390, scheme);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect((await runAxe(page)).map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes[0]?.target)}`)).toEqual([]);
  }
});

test('every control can be seen where colours are the reader’s own', async ({ page }) => {
  await openGuide(page, 1280, 'forced');
  const unseen = await page
    .locator('button:visible, a.button:visible, a.tag:visible, select:visible, input:visible')
    .evaluateAll((controls) =>
      controls.flatMap((control) => {
        const { borderTopWidth, borderTopStyle, borderTopColor, backgroundColor } = getComputedStyle(control);
        const ground = getComputedStyle(document.body).backgroundColor;
        const hasFrame = borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0 && borderTopColor !== ground;
        const isNative = control.matches('input[type=checkbox]');
        return hasFrame || isNative || backgroundColor !== ground ? [] : [control.outerHTML.slice(0, 120)];
      }),
    );
  expect(unseen).toEqual([]);
});

test('the built site has no style guide', async ({ page }) => {
  const response = await page.goto(`${sites.root.address}styleguide/`);
  expect(response?.status()).toBe(404);
  expect(existsSync(path.join(sites.root.folder, 'styleguide'))).toBe(false);
});

/** Widths of letters of the fonts that the site asks for, in hundredths of a pixel. */
async function measureLetters(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d');
    if (!pen) return [];
    return ['--font', '--font-mono'].flatMap((name) => {
      pen.font = `100px ${getComputedStyle(document.documentElement).getPropertyValue(name)}`;
      return ['庁舎の引越し', 'LGWAN 2026', '▾✕→〈〉'].map((text) => Math.round(pen.measureText(text).width * 100));
    });
  });
}
