/** Licences under which packages may be used, as SPDX names them. */
export const licences = [
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Zlib',
];

/**
 * Packages under another licence, each with the reason why that does no harm here. A `*` stands for the rest of a name.
 */
export const licenceExceptions: readonly LicenceException[] = [
  {
    packages: '@img/sharp-*',
    licences: ['LGPL-3.0-or-later'],
    reason: 'libvips, loaded unchanged by sharp in builds and tests; nothing of it is in the built site',
  },
  {
    packages: 'lightningcss*',
    licences: ['MPL-2.0'],
    reason: 'Vite minifies styles with it, unchanged; it is not in the built site',
  },
  {
    packages: '@resvg/resvg-js*',
    licences: ['MPL-2.0'],
    reason: 'draws cards during a build, unchanged; the built site holds its pictures only',
  },
  { packages: 'axe-core', licences: ['MPL-2.0'], reason: 'used by tests, unchanged' },
  { packages: 'ical.js', licences: ['MPL-2.0'], reason: 'used by tests, unchanged' },
  {
    packages: 'spdx-exceptions',
    licences: ['CC-BY-3.0'],
    reason: 'names of licences, by the Linux Foundation, which this check reads',
  },
  {
    packages: 'spdx-ranges',
    licences: ['CC-BY-3.0'],
    reason: 'names of licences, by the Linux Foundation, which this check reads',
  },
  {
    packages: '@expo-google-fonts/biz-udgothic',
    licences: ['OFL-1.1'],
    reason: 'a font; cards hold outlines of its letters, which its licence allows',
  },
  {
    packages: 'argparse',
    licences: ['Python-2.0'],
    reason: 'a permissive licence, which SPDX lists among the free ones; js-yaml brings it along',
  },
];

/** Where npm fetches packages from. Entries without an address are fetched from the registry that npm is set to. */
export const registry = 'https://registry.npmjs.org/';

export interface LicenceException {
  packages: string;
  licences: readonly string[];
  reason: string;
}
