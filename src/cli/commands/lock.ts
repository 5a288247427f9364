/**
 * `node src/cli/lock.ts`: brings package-lock.json up to what package.json asks for, with the packages of every system.
 * npm works in a folder without `node_modules`: beside one it leaves out the optional packages of other systems
 * whenever it updates a package, and writes entries without integrity.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Lock } from '../packages/lock.ts';
import { packageWords as words } from '../packages/words.ts';
import { withoutIncomplete } from '../packages/without-incomplete.ts';

const lockFile = 'package-lock.json';
const folder = mkdtempSync(path.join(tmpdir(), 'kenjinkai-lock-'));
try {
  // 1. npm keeps what it finds, also entries that lack something, so those are taken out first.
  const lock = withoutIncomplete(JSON.parse(readFileSync(lockFile, 'utf8')) as Lock);
  writeFileSync(path.join(folder, lockFile), JSON.stringify(lock, null, 2));
  copyFileSync('package.json', path.join(folder, 'package.json'));

  // 2. npm resolves what is missing.
  const npm = ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', npm, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });

  // 3. The result is kept only if npm ended well.
  if (status === 0) copyFileSync(path.join(folder, lockFile), lockFile);
  console.log(status === 0 ? words.locked : words.notLocked);
  process.exitCode = status === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
