import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

const program = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/**
 * Runs axe in the page itself and puts it there once for each page that is opened. The ready-made builder for Playwright puts it there for every run and
 * sums up in a second window, for the sake of frames, which the site has not; that takes four times as long.
 */
export async function runAxe(page: Page, options: axe.RunOptions = {}): Promise<axe.Result[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(program);
  // Passing rules are not described, which takes most of axe's time.
  return page.evaluate(async (chosen) => (await (window as unknown as { axe: typeof axe }).axe.run(document, chosen)).violations, { ...options, resultTypes: ['violations' as const] });
}
