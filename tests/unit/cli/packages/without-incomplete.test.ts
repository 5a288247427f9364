import { expect, it } from 'vitest';
import { withoutIncomplete } from '../../../../src/cli/packages/without-incomplete.ts';

const integrity = 'sha512-x';
const kept = (packages: Record<string, object>) =>
  Object.keys(withoutIncomplete({ lockfileVersion: 3, packages }).packages);

it('takes out what lacks its integrity, and what names it for another system', () => {
  const packages = {
    '': {},
    'node_modules/tool': { integrity, optionalDependencies: { 'tool-linux': '1.0.0', 'tool-win32': '1.0.0' } },
    'node_modules/tool-linux': { integrity },
    'node_modules/tool-win32': {},
    'node_modules/other': { integrity },
  };
  expect(kept(packages)).toEqual(['', 'node_modules/tool-linux', 'node_modules/other']);
});

it('takes out a package whose part for another system is not there at all', () => {
  const packages = { '': {}, 'node_modules/tool': { integrity, optionalDependencies: { 'tool-win32': '1.0.0' } } };
  expect(kept(packages)).toEqual(['']);
});

it('finds parts where Node would', () => {
  const packages = {
    '': {},
    'node_modules/a/node_modules/tool': { integrity, optionalDependencies: { 'tool-win32': '1.0.0' } },
    'node_modules/a/node_modules/tool-win32': { integrity },
    'node_modules/a/node_modules/fast': { integrity, optionalDependencies: { 'fast-win32': '1.0.0' } },
    'node_modules/fast-win32': { integrity },
  };
  expect(kept(packages)).toEqual(Object.keys(packages));
});
