/**
 * `node src/cli/sbom.ts [file]`: writes what the release is made of in CycloneDX, by default to `sbom.cdx.json`. Needs
 * `npm ci` before.
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { completeSbom, findUnlisted, namesInSourceMap, type Sbom } from '../packages/complete-sbom.ts';
import type { Lock, Manifest } from '../packages/lock.ts';
import { packageWords as words } from '../packages/words.ts';

const [file = 'sbom.cdx.json'] = process.argv.slice(2);

// 1. What npm knows from the lockfile, for all systems.
const npm = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'];
const { status, stdout, stderr } = spawnSync('npm', npm, {
  encoding: 'utf8',
  maxBuffer: 1 << 28,
  shell: process.platform === 'win32',
});
if (status !== 0) exit(words.noSbom(stderr.trim()));

// 2. What is inside Decap's bundle, whose own list of dependencies is left out (package.json, overrides).
const maps = globSync('node_modules/decap-cms/dist/*decap-cms.js.map');
if (maps.length === 0) exit(words.noSbom('node_modules/decap-cms'));
const sources = maps.flatMap((map) => (JSON.parse(readFileSync(map, 'utf8')) as { sources: string[] }).sources);
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const sbom = completeSbom(JSON.parse(stdout) as Sbom, manifest, new Map([['decap-cms', namesInSourceMap(sources)]]));

// 3. Nothing may be missing.
const unlisted = findUnlisted(sbom, JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock);
if (unlisted.length > 0) exit(words.unlisted(unlisted));
writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);
console.log(words.sbomWritten(file, sbom.components.length));

function exit(message: string): never {
  console.error(message);
  process.exit(1);
}
