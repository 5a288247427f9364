import { expect, it } from 'vitest';
import { completeSbom, findUnlisted, namesInSourceMap } from '../../../../src/cli/packages/complete-sbom.ts';

const sbom = {
  metadata: { component: { type: 'application', name: 'some-folder', version: '0.1.0' } },
  components: [
    { type: 'library', name: 'react', version: '1.0.0', purl: 'pkg:npm/empty@1.0.0' },
    { type: 'library', name: '@img/colour', version: '1.1.0', purl: 'pkg:npm/%40img/colour@1.1.0' },
    { type: 'library', name: 'decap-cms', version: '3.0.0', purl: 'pkg:npm/decap-cms@3.0.0' },
  ],
};
const complete = completeSbom(sbom, { name: 'site', version: '1.0.0' }, new Map([['decap-cms', ['react']]]));

it('bears the project’s own name, whatever its folder is called', () => {
  expect(complete.metadata.component).toMatchObject({ name: 'site', version: '1.0.0' });
});

it('names packages, not the aliases that they stand for', () => {
  expect(complete.components.map(({ name }) => name)).toEqual(['empty', '@img/colour', 'decap-cms']);
});

it('lists what a finished bundle holds', () => {
  expect(complete.components[2]?.components).toEqual([
    expect.objectContaining({ name: 'react', 'bom-ref': 'decap-cms#react' }),
  ]);
  expect(complete.components[0]?.components).toBeUndefined();
});

it('tells which package it lacks', () => {
  const packages = {
    '': {},
    'node_modules/react': { name: 'empty', version: '1.0.0' },
    'node_modules/@img/colour': { version: '1.1.0' },
    'node_modules/x/node_modules/@img/colour': { version: '1.2.0' },
  };
  expect(findUnlisted(complete, { lockfileVersion: 3, packages })).toEqual(['@img/colour@1.2.0']);
});

it('reads the names of packages from a source map', () => {
  const sources = [
    'webpack://DecapCms/../../node_modules/react/index.js',
    'webpack://DecapCms/../../node_modules/a/node_modules/@b/c/x.js',
    'webpack://DecapCms/../decap-cms-core/src/index.js',
    'webpack://DecapCms/webpack/bootstrap',
    'webpack://DecapCms/./src/index.js',
  ];
  expect(namesInSourceMap(sources)).toEqual(['@b/c', 'decap-cms-core', 'react']);
});
