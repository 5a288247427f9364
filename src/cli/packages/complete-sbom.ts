import type { Lock, Manifest } from './lock.ts';
import { nameOfFolder } from './lock.ts';

/**
 * npm's bill of materials with the project's own name, which npm takes from the folder's, and with what lies inside a
 * finished bundle: of its parts the names are known alone. `bundled` lists them by the name of the package that holds
 * them.
 */
export function completeSbom(
  sbom: Sbom,
  { name, version }: Pick<Manifest, 'name' | 'version'>,
  bundled: ReadonlyMap<string, readonly string[]>,
): Sbom {
  const partsOf = (holder: string): Pick<Component, 'components'> => {
    const parts = bundled.get(holder) ?? [];
    return parts.length === 0
      ? {}
      : {
          components: parts.map((part) => ({
            type: 'library',
            name: part,
            'bom-ref': `${holder}#${part}`,
            properties: [bundledNote],
          })),
        };
  };
  // An alias is listed under its own name by npm; whoever looks for a fault needs that of the package.
  const components = sbom.components.map((component) => ({
    ...component,
    name: nameInAddress(component),
    ...partsOf(nameInAddress(component)),
  }));
  return {
    ...sbom,
    metadata: { ...sbom.metadata, component: { ...sbom.metadata.component, name, version } },
    components,
  };
}

/** Packages of the lockfile that the bill lacks, as `name@version`. */
export function findUnlisted({ components }: Sbom, lock: Lock): string[] {
  const listed = new Set(components.map((component) => `${nameInAddress(component)}@${component.version}`));
  const locked = Object.entries(lock.packages).flatMap(([folder, entry]) =>
    folder === '' ? [] : [`${entry.name ?? nameOfFolder(folder)}@${entry.version}`],
  );
  return [...new Set(locked)].filter((one) => !listed.has(one));
}

/**
 * Names of the packages whose files a source map lists, as in `webpack://DecapCms/../../node_modules/react/index.js`,
 * or `webpack://DecapCms/../decap-cms-core/src/index.js` for one that was built in the same repository.
 */
export function namesInSourceMap(sources: readonly string[]): string[] {
  const nameIn = (source: string) =>
    /^((?:@[^/]+\/)?[^/]+)/.exec(source.split('node_modules/').slice(1).at(-1) ?? '')?.[1] ??
    /^webpack:\/\/[^/]+\/\.\.\/([a-z][\w-]+)\//.exec(source)?.[1];
  return [...new Set(sources.flatMap((source) => nameIn(source) ?? []))].sort();
}

/** `pkg:npm/%40img/colour@1.1.0` → `@img/colour` */
function nameInAddress({ purl = '', name }: Component): string {
  const [, encoded] = /^pkg:npm\/(.+)@[^@]*$/.exec(purl) ?? [];
  return encoded === undefined ? name : decodeURIComponent(encoded);
}

const bundledNote = { name: 'kenjinkai:bundled', value: 'part of the finished bundle, version unknown' };

/** CycloneDX 1.5 as far as it is read here. */
export interface Sbom {
  metadata: { component: Component };
  components: Component[];
}

interface Component {
  type: string;
  name: string;
  version?: string;
  purl?: string;
  'bom-ref'?: string;
  properties?: { name: string; value: string }[];
  components?: Component[];
}
