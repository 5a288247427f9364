/**
 * `node src/cli/check-packages.ts`: integrity, origin, install scripts and licences of all packages. Works without
 * network.
 */
import { readFileSync } from 'node:fs';
import { checkInstalled } from '../packages/check-installed.ts';
import { checkLock } from '../packages/check-lock.ts';
import type { Lock, Manifest } from '../packages/lock.ts';
import { licenceExceptions, licences } from '../packages/policy.ts';
import { packageWords as words } from '../packages/words.ts';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const faults = [
  ...checkLock({ lock, manifest, licences, exceptions: licenceExceptions }),
  ...checkInstalled('.', lock, manifest),
];

for (const fault of new Set(faults)) console.error(fault);
if (faults.length === 0) console.log(words.sound(Object.keys(lock.packages).length - 1));
process.exitCode = faults.length === 0 ? 0 : 1;
