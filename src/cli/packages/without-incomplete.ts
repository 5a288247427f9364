import { findDependency, type Lock } from './lock.ts';

/**
 * The lockfile without the entries that lack their integrity, and without those whose optional packages for other
 * systems are missing: npm adds such packages only together with the one that names them.
 */
export function withoutIncomplete(lock: Lock): Lock {
  const sound = Object.entries(lock.packages).filter(([, entry]) => entry.integrity !== undefined || entry.link);
  const packages = Object.fromEntries([...Object.entries(lock.packages).filter(([folder]) => folder === ''), ...sound]);
  const isWhole = (folder: string) =>
    Object.keys(packages[folder]?.optionalDependencies ?? {}).every((name) => findDependency(packages, folder, name));
  return {
    ...lock,
    packages: Object.fromEntries(Object.entries(packages).filter(([folder]) => folder === '' || isWhole(folder))),
  };
}
