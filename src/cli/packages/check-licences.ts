import satisfies from 'spdx-satisfies';
import type { LicenceException } from './policy.ts';
import { packageWords as words } from './words.ts';

/** Packages whose licence is not among the allowed ones, and exceptions that no package needs any more. */
export function checkLicences(
  packages: readonly LicensedPackage[],
  licences: readonly string[],
  exceptions: readonly LicenceException[],
): string[] {
  const needed = new Set<LicenceException>();
  const refused = packages.filter(({ name, license }) => {
    if (isUnder(license, licences)) return false;
    const exception = exceptions.find(
      (known) => matches(known.packages, name) && isUnder(license, [...licences, ...known.licences]),
    );
    if (exception) needed.add(exception);
    return !exception;
  });
  return [
    ...refused.map(({ folder, license }) => words.licence(folder, license)),
    ...exceptions
      .filter((exception) => !needed.has(exception))
      .map((exception) => words.idleException(exception.packages)),
  ];
}

/** What is no SPDX expression is under none. */
function isUnder(license: string | undefined, licences: readonly string[]): boolean {
  try {
    return license !== undefined && satisfies(license, [...licences]);
  } catch {
    return false;
  }
}

function matches(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

export interface LicensedPackage {
  folder: string;
  name: string;
  license: string | undefined;
}
