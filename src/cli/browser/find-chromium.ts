import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** What Chromium is started with: it asks no host but the ones that a page names, and runs as root in a container. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Chromium's engine without the frame that nobody sees: tests take a third less time in it. */
const shells = ['/usr/bin/chromium-headless-shell'];

/**
 * The path of a Chromium on this machine: the one named by CHROMIUM_PATH, an installed one, Playwright's own; or
 * undefined.
 */
export function findChromium(named: string | undefined = process.env.CHROMIUM_PATH): string | undefined {
  return find(named, [...usualPlaces, ...shells]);
}

/**
 * As `findChromium`, for tests: the shell is preferred. What is measured is measured in the browser that people have.
 */
export function findTestBrowser(named: string | undefined = process.env.CHROMIUM_PATH): string | undefined {
  return find(named, [...shells, ...usualPlaces]);
}

function find(named: string | undefined, places: readonly string[]): string | undefined {
  if (named) return existsSync(named) ? named : undefined;
  return [...places, chromium.executablePath()].find((place) => existsSync(place));
}
