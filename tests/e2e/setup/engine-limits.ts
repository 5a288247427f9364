import { test } from '@playwright/test';

/**
 * What is not tried in Firefox, and why: mostly what Playwright cannot do with an installed one, as far as this version
 * goes.
 */
export const firefoxLimits = {
  lines: 'Firefox breaks lines at other places, and a bound in pixels is of Chromium’s lines.',
  composition: 'Playwright has no way to compose with an input method in Firefox (Chromium’s own protocol).',
  paste: 'Firefox gives a clipboard event made by a script no data.',
  print: 'Playwright does not emulate print in Firefox (WebDriver BiDi).',
  noScripts: 'Playwright cannot switch scripts off in Firefox (WebDriver BiDi).',
} as const;

/** Skips the test that runs, in Firefox alone, and says why in the report. */
export function skipInFirefox(limit: keyof typeof firefoxLimits): void {
  test.skip(test.info().project.name === 'firefox', firefoxLimits[limit]);
}
