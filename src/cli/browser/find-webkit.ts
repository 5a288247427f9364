import { globSync } from 'node:fs';

/** WebKitGTK, its driver, and a screen with a window manager; undefined unless all four are on this machine. */
export function findWebKit(): WebKitPlaces | undefined {
  const [driver, browser, screen, windows] = places.map((patterns) => globSync(patterns).sort().at(-1));
  return driver && browser && screen && windows ? { driver, browser, screen, windows } : undefined;
}

/** Debian and Ubuntu, Fedora, Arch. */
const places = [
  ['/usr/bin/WebKitWebDriver'],
  [
    '/usr/lib/*/webkit2gtk-4.*/MiniBrowser',
    '/usr/libexec/webkit2gtk-4.*/MiniBrowser',
    '/usr/lib/webkit2gtk-4.*/MiniBrowser',
  ],
  ['/usr/bin/Xvfb'],
  ['/usr/bin/openbox'],
];

export interface WebKitPlaces {
  driver: string;
  /** MiniBrowser, which comes with the driver. */
  browser: string;
  /** Xvfb, a screen without a monitor. */
  screen: string;
  /** openbox, a window manager. */
  windows: string;
}
