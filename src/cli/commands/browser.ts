/**
 * Makes sure that there are browsers for the tests: finds them, else installs them, else says what to do or what is
 * left out.
 */
import { spawnSync } from 'node:child_process';
import { engines, installPackages, readMachine, sayLeftOut } from '../browser/engines.ts';
import { findTestBrowser } from '../browser/find-chromium.ts';
import { commandLineWords as words, engineWords } from '../shared/words.ts';

const named = process.env.CHROMIUM_PATH;
if (named && !findTestBrowser()) {
  console.error(words.namedBrowserMissing(named));
  process.exit(1);
}

const ways = [installPlaywrightBrowser, installDebianPackage];
let found = findTestBrowser();
for (const way of ways) {
  if (found) break;
  console.log(words.installingBrowser);
  way();
  found = findTestBrowser();
}

if (!found) {
  console.error(words.noBrowser);
  process.exit(1);
}
console.log(words.browserFound(found));

// One after the other: where one cannot be had, the other may.
for (const engine of engines) {
  if (engine.isThere() || engine.named) continue;
  console.log(engineWords.installing(engine.name));
  installPackages(engine.packages, readMachine());
}
for (const { name } of engines.filter(({ isThere }) => isThere())) console.log(engineWords.found(name));
for (const sentence of sayLeftOut()) console.log(sentence);

function installPlaywrightBrowser(): void {
  spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
    stdio: 'inherit',
    timeout: 300_000,
  });
}

function installDebianPackage(): void {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const run = (...command: string[]) =>
    spawnSync(command[0] ?? '', command.slice(1), { stdio: 'inherit', timeout: 300_000 });
  run(...asRoot, 'apt-get', 'update');
  // Older releases have no package for the shell.
  for (const name of ['chromium-headless-shell', 'chromium']) {
    const { status } = run(...asRoot, 'apt-get', 'install', '-y', '--no-install-recommends', name, 'fonts-noto-cjk');
    if (status === 0) return;
  }
}
