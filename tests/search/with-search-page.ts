import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { chromiumArguments, findTestBrowser } from '../../src/cli/browser/find-chromium.ts';
import { listen } from '../../src/cli/start/serve.ts';
import { buildSite } from '../e2e/setup/build-sites.ts';
import { fixtureDay, siteFixture } from '../e2e/setup/sites.ts';
import { openSearchPage } from './ask-search-page.ts';

/**
 * Builds the site of a folder that holds `content/`, and gives its open search page and the folder of the built site.
 */
export async function withSearchPage<T>(content: string, use: (page: Page, folder: string) => Promise<T>): Promise<T> {
  const folder = path.resolve('.cache/clerk-queries');
  const site = { name: 'clerk-queries', folder, base: '/', origin: 'http://localhost' };
  await buildSite(site, { CONTENT_ROOT: content, ...(content === siteFixture ? { BUILD_DAY: fixtureDay } : {}) });
  const server = await listen({ port: 0, site: { folder }, base: '/' });
  const executablePath = findTestBrowser();
  const browser = await chromium.launch({ args: chromiumArguments, ...(executablePath ? { executablePath } : {}) });
  try {
    return await use(
      await openSearchPage(browser, `http://localhost:${(server.address() as AddressInfo).port}/`),
      folder,
    );
  } finally {
    await browser.close();
    server.close();
  }
}
