import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

const program = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** For a page that visits many addresses: the browser itself puts axe into each. */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript({ content: program });
}

/**
 * Runs axe in the page itself, or in one part of it, and puts it there once for each page that is opened. The
 * ready-made builder for Playwright puts it there for every run and sums up in a second window; that takes four times
 * as long.
 */
export async function runAxe(page: Page, options: axe.RunOptions = {}, part?: string): Promise<axe.Result[]> {
  for (const frame of page.frames()) if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(program);
  return page.evaluate(
    async ({ chosen, part }) =>
      (await (window as unknown as { axe: typeof axe }).axe.run(part ?? document, chosen)).violations,
    // Passing rules are not described, which takes most of axe's time; style sheets are read ahead only for rules not
    // run here.
    { chosen: { ...options, preload: false, resultTypes: ['violations' as const] }, part },
  );
}
