/**
 * `package-lock.json`, version 3, as far as it is read here. Keys of `packages` are folders; '' is the project itself.
 */
export interface Lock {
  lockfileVersion: number;
  packages: Record<string, LockedPackage>;
}

export interface LockedPackage extends DependencyLists {
  /** Only where it differs from the folder's name, as for an alias. */
  name?: string;
  version?: string;
  resolved?: string;
  integrity?: string;
  license?: string;
  link?: boolean;
  inBundle?: boolean;
  hasInstallScript?: boolean;
}

/** `package.json` as far as it is read here. */
export interface Manifest extends DependencyLists {
  name: string;
  version: string;
  overrides?: Overrides;
  /** Packages whose install scripts npm runs, by name. */
  allowScripts?: Record<string, boolean>;
}

export interface DependencyLists {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

export interface Overrides {
  [name: string]: string | Overrides;
}

/** The name under which code imports the package in a folder: `node_modules/a/node_modules/@b/c` → `@b/c`. */
export function nameOfFolder(folder: string): string {
  return folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/**
 * The folder in which the package in `folder` finds its dependency `name`, nearest first; undefined if there is none.
 */
export function findDependency(packages: Lock['packages'], folder: string, name: string): string | undefined {
  const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
  if (packages[place]) return place;
  if (folder === '') return undefined;
  const end = folder.lastIndexOf('/node_modules/');
  return findDependency(packages, end === -1 ? '' : folder.slice(0, end), name);
}
