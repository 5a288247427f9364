import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkInstalled } from '../../../../src/cli/packages/check-installed.ts';

let root = '';
beforeEach(() => (root = mkdtempSync(path.join(tmpdir(), 'installed-'))));
afterEach(() => rmSync(root, { recursive: true }));

const manifest = { name: 'site', version: '1.0.0', allowScripts: { known: true } };

function check(name: string, installed: object, files: readonly string[] = []): string[] {
  const folder = path.join(root, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', ...installed }));
  for (const file of files) writeFileSync(path.join(folder, file), '');
  const packages = {
    '': {},
    [`node_modules/${name}`]: { version: '1.0.0', license: 'MIT' },
    'node_modules/absent': { version: '1.0.0' },
  };
  return checkInstalled(root, { lockfileVersion: 3, packages }, manifest);
}

it.each([
  ['what the lockfile says', 'tool', { license: 'MIT' }, []],
  ['a licence in the old form', 'tool', { license: { type: 'MIT' } }, []],
  ['scripts that run by themselves nowhere', 'tool', { scripts: { test: 'x', prepare: 'x' } }, []],
  ['a script that is allowed', 'known', { scripts: { postinstall: 'x' } }, []],
  ['another version, which npm ci will mend', 'tool', { version: '2.0.0', license: 'GPL-3.0-only' }, []],
])('is content with %s', (_name, name, installed, files) => {
  expect(check(name, installed, files)).toEqual([]);
});

it.each([
  ['a script that the lockfile hides', { scripts: { preinstall: 'x' } }, [], /プログラムを動かします/],
  ['a program that npm would compile', {}, ['binding.gyp'], /プログラムを動かします/],
  ['another licence', { license: 'GPL-3.0-only' }, [], /GPL-3\.0-only/],
  ['another package', { name: 'evil' }, [], /別のパッケージ/],
])('tells of %s', (_name, installed, files, sentence) => {
  expect(check('tool', installed, files)).toContainEqual(expect.stringMatching(sentence));
});
