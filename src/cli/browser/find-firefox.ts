import { existsSync } from 'node:fs';

/**
 * The path of a Firefox on this machine, the one named by FIREFOX_PATH first. Those in a snap or Flatpak cannot be
 * driven.
 */
export function findFirefox(named: string | undefined = process.env.FIREFOX_PATH): string | undefined {
  return (named ? [named] : usualPlaces).find((place) => existsSync(place));
}

const usualPlaces = [
  '/usr/bin/firefox-esr',
  '/usr/lib/firefox/firefox',
  '/usr/lib64/firefox/firefox',
  '/opt/firefox/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];
