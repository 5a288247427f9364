import { defineConfig, type PlaywrightTestProject } from '@playwright/test';
import { chromiumArguments, findTestBrowser } from './src/cli/browser/find-chromium.ts';
import { findFirefox } from './src/cli/browser/find-firefox.ts';
import { findWebKit } from './src/cli/browser/find-webkit.ts';
import { firefoxSettings, makeFirefoxUsable } from './tests/e2e/setup/firefox.ts';

const chromiumPath = findTestBrowser();
const firefoxPath = findFirefox();
if (firefoxPath) makeFirefoxUsable();

/** Everything, in Chromium. */
const chromium: PlaywrightTestProject = {
  name: 'chromium',
  testMatch: '{e2e,search}/**/*.spec.ts',
  use: { launchOptions: { args: chromiumArguments, ...(chromiumPath ? { executablePath: chromiumPath } : {}) } },
};

/** The main journeys, in Firefox. */
const inFirefox: PlaywrightTestProject = {
  name: 'firefox',
  testMatch: 'e2e/{search,qa-page,links-share,hostile,engines,cms,cms-writing}.spec.ts',
  // It builds the site in its midst, which takes longer than all the others.
  grepInvert: /takes a new question from draft to review/,
  use: {
    browserName: 'firefox',
    channel: 'moz-firefox',
    launchOptions: { firefoxUserPrefs: firefoxSettings, ...(firefoxPath ? { executablePath: firefoxPath } : {}) },
  },
};

/**
 * The main journeys, in WebKit, which Playwright cannot drive where it is installed as a package: see
 * `tests/webkit/drive/`.
 */
const inWebKit: PlaywrightTestProject = { name: 'webkit', testMatch: 'webkit/*.spec.ts' };

export default defineConfig({
  testDir: 'tests',
  projects: [chromium, ...(firefoxPath ? [inFirefox] : []), ...(findWebKit() ? [inWebKit] : [])],
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['./tests/e2e/closing-line.ts']],
  // A second try tells a busy machine from a fault; the report names each test that needed one.
  retries: 1,
  // See `e2e/styleguide.spec.ts`.
  snapshotPathTemplate: '{testDir}/styleguide/{arg}{ext}',
  globalSetup: './tests/e2e/setup/build-sites.ts',
  use: { locale: 'ja-JP', timezoneId: 'Asia/Tokyo', trace: 'on-first-retry' },
});
