import { describe, expect, it } from 'vitest';
import { checkLock } from '../../../../src/cli/packages/check-lock.ts';
import type { Lock, LockedPackage, Manifest } from '../../../../src/cli/packages/lock.ts';
import type { LicenceException } from '../../../../src/cli/packages/policy.ts';

const integrity = `sha512-${'A'.repeat(86)}==`;
const sound: LockedPackage = { version: '1.2.3', integrity, license: 'MIT' };

/** A project with one dependency, and what is changed of it. */
function check({
  entry = {},
  more = {},
  manifest = {},
  exceptions = [],
}: {
  entry?: Partial<LockedPackage>;
  more?: Lock['packages'];
  manifest?: Partial<Manifest>;
  exceptions?: LicenceException[];
} = {}): string[] {
  const made = { name: 'site', version: '0.1.0', dependencies: { tool: '1.2.3' }, ...manifest };
  const root = { ...(made.dependencies ? { dependencies: made.dependencies } : {}) };
  return checkLock({
    lock: { lockfileVersion: 3, packages: { '': root, 'node_modules/tool': { ...sound, ...entry }, ...more } },
    manifest: made,
    licences: ['MIT', 'ISC'],
    exceptions,
  });
}

const without = (key: keyof LockedPackage): Partial<LockedPackage> => ({ [key]: undefined });
const font: LicenceException = { packages: 'tool*', licences: ['OFL-1.1'], reason: 'a font' };

describe('is content with', () => {
  it.each([
    ['a package of the registry', {}],
    ['one whose address is written', { entry: { resolved: 'https://registry.npmjs.org/tool/-/tool-1.2.3.tgz' } }],
    ['a choice of licences', { entry: { license: '(GPL-3.0-only OR ISC)' } }],
    ['an exception with its reason', { entry: { license: 'MIT AND OFL-1.1' }, exceptions: [font] }],
    ['an allowed script', { entry: { hasInstallScript: true }, manifest: { allowScripts: { tool: true } } }],
    [
      'what lies in an archive that is sound',
      { more: { 'node_modules/tool/node_modules/part': { version: '1.0.0', license: 'MIT', inBundle: true } } },
    ],
    [
      'an alias that is written',
      {
        more: { 'node_modules/other': { ...sound, name: 'empty' } },
        manifest: { overrides: { tool: { other: 'npm:empty@1.2.3' } } },
      },
    ],
    [
      'packages of all systems',
      { entry: { optionalDependencies: { 'tool-win32': '1.2.3' } }, more: { 'node_modules/tool-win32': sound } },
    ],
  ])('%s', (_name, changed) => {
    expect(check(changed)).toEqual([]);
  });
});

describe('tells of', () => {
  it.each([
    ['no integrity', { entry: without('integrity') }, /integrity/],
    ['a weak integrity', { entry: { integrity: 'sha1-AAAAAAAAAAAAAAAAAAAAAAAAAAA=' } }, /integrity/],
    [
      'a weak one beside a strong one',
      { entry: { integrity: `sha1-AAAAAAAAAAAAAAAAAAAAAAAAAAA= ${integrity}` } },
      /integrity/,
    ],
    [
      'what says to lie in an archive but has no holder',
      { entry: { inBundle: true, ...without('integrity') } },
      /integrity/,
    ],
    ['another host', { entry: { resolved: 'https://registry.npmjs.org.example/tool.tgz' } }, /入手先/],
    ['a Git repository', { entry: { resolved: 'git+ssh://git@github.com/a/tool.git#abc' } }, /入手先/],
    ['a link', { entry: { link: true, resolved: 'tool' } }, /リンク/],
    ['a folder of this machine', { more: { 'tools/own': { version: '1.0.0', license: 'MIT' } } }, /リンク/],
    ['another package under this name', { entry: { name: 'evil' } }, /別のパッケージ/],
    [
      'an alias in another version',
      {
        more: { 'node_modules/other': { ...sound, version: '1.2.4', name: 'empty' } },
        manifest: { overrides: { other: 'npm:empty@1.2.3' } },
      },
      /別のパッケージ/,
    ],
    ['a script', { entry: { hasInstallScript: true } }, /プログラムを動かします/],
    [
      'a script that was allowed once and refused',
      { entry: { hasInstallScript: true }, manifest: { allowScripts: { tool: false } } },
      /プログラムを動かします/,
    ],
    ['an allowed script that nobody has', { manifest: { allowScripts: { tool: true } } }, /何も動かしません/],
    ['a licence that is not listed', { entry: { license: 'GPL-3.0-only' } }, /ライセンス「GPL-3\.0-only」/],
    ['one half of a licence', { entry: { license: 'MIT AND GPL-3.0-only' } }, /ライセンス/],
    ['no licence', { entry: without('license') }, /ライセンス「不明」/],
    ['a licence in words', { entry: { license: 'SEE LICENSE IN LICENSE.txt' } }, /ライセンス/],
    ['an exception for another licence', { entry: { license: 'GPL-3.0-only' }, exceptions: [font] }, /ライセンス/],
    ['an exception that nobody needs', { exceptions: [font] }, /例外「tool\*」/],
    ['a missing package of another system', { entry: { optionalDependencies: { 'tool-win32': '1.2.3' } } }, /ほかのOS/],
    ['a range', { manifest: { dependencies: { tool: '^1.2.3' } } }, /一つに決まりません/],
    ['a tag', { manifest: { devDependencies: { other: 'latest' } } }, /一つに決まりません/],
    ['an override with a range', { manifest: { overrides: { tool: { other: '>=1' } } } }, /一つに決まりません/],
    ['a dependency that is not locked', { manifest: { devDependencies: { other: '1.0.0' } } }, /npm run lock/],
  ])('%s', (_name, changed, sentence) => {
    expect(check(changed)).toContainEqual(expect.stringMatching(sentence));
  });
});
