import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { nameOfFolder, type Lock, type Manifest } from './lock.ts';
import { packageWords as words } from './words.ts';

/**
 * Where an installed package says something else than the lockfile does of it: its name, a script of installation, its
 * licence. Packages that are not installed, or in another version, are left to `npm ci`.
 */
export function checkInstalled(root: string, lock: Lock, { allowScripts = {} }: Manifest): string[] {
  return Object.entries(lock.packages).flatMap(([folder, { name = nameOfFolder(folder), version, license, link }]) => {
    const place = path.join(root, folder);
    if (folder === '' || link || !existsSync(path.join(place, 'package.json'))) return [];
    const installed = JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8')) as InstalledPackage;
    if (installed.version !== version) return [];
    const scripts = ['preinstall', 'install', 'postinstall'].filter(
      (script) => installed.scripts?.[script] !== undefined,
    );
    const runs = scripts.length > 0 || existsSync(path.join(place, 'binding.gyp'));
    return [
      ...(installed.name === name ? [] : [words.otherName(folder, installed.name)]),
      ...(runs && !allowScripts[name] ? [words.script(name)] : []),
      ...(licenceOf(installed) === undefined || licenceOf(installed) === license
        ? []
        : [words.otherLicence(folder, licenceOf(installed))]),
    ];
  });
}

/** Old packages write it as an object; what has none in this form is judged by the lockfile. */
function licenceOf({ license }: InstalledPackage): string | undefined {
  return typeof license === 'string' ? license : license?.type;
}

interface InstalledPackage {
  name: string;
  version: string;
  license?: string | { type?: string };
  scripts?: Record<string, string>;
}
