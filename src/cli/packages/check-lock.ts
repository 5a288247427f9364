import { checkLicences } from './check-licences.ts';
import {
  findDependency,
  nameOfFolder,
  type DependencyLists,
  type Lock,
  type LockedPackage,
  type Manifest,
  type Overrides,
} from './lock.ts';
import { registry, type LicenceException } from './policy.ts';
import { packageWords as words } from './words.ts';

/** What is wrong with the packages that a lockfile names, one Japanese sentence each; empty when all is right. */
export function checkLock({ lock, manifest, licences, exceptions }: CheckedPackages): string[] {
  const entries = Object.entries(lock.packages).filter(([folder]) => folder !== '');
  return [
    ...(lock.lockfileVersion === 3 ? [] : [words.lockVersion(lock.lockfileVersion)]),
    ...checkVersions(manifest),
    ...checkRoot(lock.packages[''] ?? {}, manifest),
    ...entries.flatMap(([folder, entry]) => checkEntry(folder, entry, lock, manifest)),
    ...checkScripts(entries, manifest),
    ...checkLicences(
      entries.map(([folder, { name = nameOfFolder(folder), license }]) => ({ folder, name, license })),
      licences,
      exceptions,
    ),
  ];
}

const lists = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;
const exactVersion = /^(?:npm:(?:@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;

function checkVersions(manifest: Manifest): string[] {
  const named = [
    ...lists.flatMap((list) => Object.entries(manifest[list] ?? {})),
    ...listOverrides(manifest.overrides ?? {}),
  ];
  return named
    .filter(([, version]) => !exactVersion.test(version))
    .map(([name, version]) => words.notExact(name, version));
}

function listOverrides(overrides: Overrides): [string, string][] {
  return Object.entries(overrides).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : listOverrides(value),
  );
}

/** The lockfile says for itself what it was made from. */
function checkRoot(root: DependencyLists, manifest: Manifest): string[] {
  return lists.flatMap((list) => {
    const [locked, wanted] = [root[list] ?? {}, manifest[list] ?? {}];
    const names = [...new Set([...Object.keys(locked), ...Object.keys(wanted)])];
    return names.filter((name) => locked[name] !== wanted[name]).map((name) => words.outOfStep(name));
  });
}

function checkEntry(folder: string, entry: LockedPackage, lock: Lock, manifest: Manifest): string[] {
  const { name, version = '', resolved, integrity, link, inBundle, optionalDependencies } = entry;
  if (link === true || !folder.includes('node_modules/')) return [words.local(folder)];
  const isAlias = name !== undefined && name !== nameOfFolder(folder);
  const aliases = [
    ...lists.flatMap((list) => Object.values(manifest[list] ?? {})),
    ...listOverrides(manifest.overrides ?? {}).map(([, value]) => value),
  ];
  return [
    ...(resolved === undefined || resolved.startsWith(registry) ? [] : [words.foreignAddress(folder, resolved)]),
    ...(isSound(integrity) || (inBundle === true && isHeld(folder, lock)) ? [] : [words.noIntegrity(folder)]),
    ...(isAlias && !aliases.includes(`npm:${name}@${version}`) ? [words.alias(folder, name)] : []),
    ...Object.keys(optionalDependencies ?? {}).flatMap((other) =>
      findDependency(lock.packages, folder, other) ? [] : [words.missingPlatform(folder, other)],
    ),
  ];
}

/** SHA-1, which older entries have, can be forged. */
function isSound(integrity: string | undefined): boolean {
  return integrity !== undefined && /^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity);
}

/** What lies in another package's archive is covered by the integrity of that. */
function isHeld(folder: string, lock: Lock): boolean {
  const outer = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')));
  const holder = lock.packages[outer];
  return (
    outer !== '' &&
    holder !== undefined &&
    (isSound(holder.integrity) || (holder.inBundle === true && isHeld(outer, lock)))
  );
}

function checkScripts(entries: readonly [string, LockedPackage][], { allowScripts = {} }: Manifest): string[] {
  const running = new Set(
    entries.filter(([, entry]) => entry.hasInstallScript).map(([folder, { name }]) => name ?? nameOfFolder(folder)),
  );
  const allowed = new Set(Object.keys(allowScripts).filter((name) => allowScripts[name]));
  return [...running.difference(allowed)]
    .map((name) => words.script(name))
    .concat([...allowed.difference(running)].map((name) => words.idleScript(name)));
}

export interface CheckedPackages {
  lock: Lock;
  manifest: Manifest;
  /** SPDX identifiers. */
  licences: readonly string[];
  exceptions: readonly LicenceException[];
}
