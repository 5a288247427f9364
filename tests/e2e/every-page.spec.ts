import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { builtPages } from './setup/built-pages.ts';
import { bringAxe, runAxe } from './setup/run-axe.ts';
import { sites } from './setup/sites.ts';
import { watchPage } from './setup/watch-page.ts';

const site = sites.root;
const batches = 12;
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

test.describe.configure({ mode: 'parallel' });

for (let batch = 0; batch < batches; batch += 1) {
  test(`every page is accessible in both schemes, quiet and without dead links (${batch + 1}/${batches})`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    const seen = watchPage(page, site.origin);
    await bringAxe(page);
    const failures: string[] = [];
    const pages = builtPages(site).filter((_path, index) => index % batches === batch);
    expect(pages.length).toBeGreaterThan(0);
    for (const address of pages) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(site.address + address);
      const light = await runAxe(page, { runOnly: { type: 'tag', values: tags } });
      failures.push(...light.map((violation) => describe(address, violation)));
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await runAxe(page, { runOnly: { type: 'rule', values: ['color-contrast'] } });
      failures.push(...dark.map((violation) => describe(`${address} (dark)`, violation)));
      for (const href of await page
        .locator('a[href], link[href], img[src], script[src]')
        .evaluateAll(resolvedAddresses)) {
        const problem = deadLink(href);
        if (problem) failures.push(`${address}: ${problem}`);
      }
    }
    expect(failures).toEqual([]);
    expect(seen.problems).toEqual([]);
  });
}

function resolvedAddresses(elements: Element[]): string[] {
  return elements.map((element) => (element as HTMLAnchorElement).href || (element as HTMLImageElement).src);
}

function deadLink(href: string): string | undefined {
  if (!href.startsWith(site.origin)) return undefined;
  const { pathname } = new URL(href);
  if (!pathname.startsWith(site.base)) return `leads out of the base path: ${href}`;
  if (pathname === `${site.base}admin/`) return undefined;
  const file = path.join(site.folder, decodeURIComponent(pathname.slice(site.base.length)));
  return existsSync(pathname.endsWith('/') ? path.join(file, 'index.html') : file) ? undefined : `dead link: ${href}`;
}

function describe(
  address: string,
  violation: { id: string; nodes: { target: unknown; failureSummary?: string }[] },
): string {
  return `${address}: ${violation.id} ${violation.nodes
    .map((node) => `${JSON.stringify(node.target)} ${node.failureSummary ?? ''}`)
    .slice(0, 3)
    .join(' | ')}`;
}
