import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { engineWords as words } from '../shared/words.ts';
import { findFirefox } from './find-firefox.ts';
import { findWebKit } from './find-webkit.ts';

/** The engines beside Chromium in which the main journeys are tested where they can be had. */
export const engines: readonly Engine[] = [
  {
    name: 'Firefox',
    packages: ['firefox-esr'],
    isThere: () => findFirefox() !== undefined,
    named: process.env.FIREFOX_PATH,
  },
  { name: 'WebKit', packages: ['webkit2gtk-driver', 'xvfb', 'openbox'], isThere: () => findWebKit() !== undefined },
];

/** One sentence for each engine that is not there: that it is left out, why, and how it could be had. */
export function sayLeftOut(all: readonly Engine[] = engines, machine: Machine = readMachine()): string[] {
  return all.filter(({ isThere }) => !isThere()).map((engine) => words.leftOut(engine.name, reasonOf(engine, machine)));
}

function reasonOf({ packages, named }: Engine, { hasApt, mayInstall }: Machine): string {
  if (named) return words.namedMissing(named);
  if (!hasApt) return words.noApt(packages);
  return mayInstall ? words.notInstalled(packages) : words.notAllowed(packages);
}

/** Whether packages can be installed here, and by whom. */
export function readMachine(): Machine {
  const hasApt = process.platform === 'linux' && existsSync('/usr/bin/apt-get');
  const isRoot = process.getuid?.() === 0;
  return {
    hasApt,
    isRoot,
    mayInstall: hasApt && (isRoot || spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0),
  };
}

/** Installs Debian packages, as far as they can be had; what is missing afterwards is told by `sayLeftOut`. */
export function installPackages(packages: readonly string[], { isRoot, mayInstall }: Machine): void {
  if (packages.length === 0 || !mayInstall) return;
  const asRoot = isRoot ? [] : ['sudo', '-n'];
  const run = (...command: string[]) =>
    spawnSync(command[0] ?? '', command.slice(1), { stdio: 'inherit', timeout: 300_000 }).status;
  run(...asRoot, 'apt-get', 'update');
  run(...asRoot, 'apt-get', 'install', '-y', '--no-install-recommends', ...packages);
}

export interface Engine {
  name: string;
  /** Debian's packages that bring it. */
  packages: readonly string[];
  isThere: () => boolean;
  /** Where the environment says that it is. */
  named?: string | undefined;
}

export interface Machine {
  hasApt: boolean;
  isRoot: boolean;
  mayInstall: boolean;
}
