import { defineConfig } from '@playwright/test';
import { chromiumArguments, findTestBrowser } from './src/cli/browser/find-chromium.ts';

const executablePath = findTestBrowser();

export default defineConfig({
  testDir: 'tests',
  testMatch: '{e2e,search}/**/*.spec.ts',
  retries: process.env['CI'] ? 1 : 0,
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['./tests/e2e/closing-line.ts']],
  globalSetup: './tests/e2e/setup/build-sites.ts',
  use: {
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    launchOptions: { args: chromiumArguments, ...(executablePath ? { executablePath } : {}) },
    trace: 'on-first-retry',
  },
});
