import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmdirSync,
  rmSync,
  statfsSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createCmsServer } from '../../cms/server/create-cms-server.ts';
import { makeRepository, type SampleRepository } from './sample-repository.ts';

let repository: SampleRepository;
const isRoot = process.getuid?.() === 0;
const cleanUp: (() => void)[] = [];

afterEach(() => {
  for (const work of cleanUp.splice(0).reverse()) work();
  repository.remove();
});

/** Starts a server on the repository; rejects with the sentence that says why the repository cannot be edited. */
const start = (): Promise<unknown> => createCmsServer({ root: repository.root }).then((server) => server.close());

it.skipIf(isRoot)('names the folder of a repository that cannot be written (root may write everywhere)', async () => {
  repository = makeRepository();
  chmodSync(path.join(repository.root, '.git/objects'), 0o555);
  cleanUp.push(() => chmodSync(path.join(repository.root, '.git/objects'), 0o755));
  await expect(start()).rejects.toThrow(/\.git\/objects」に書き込めないため/);
});

it.skipIf(!canMount())('names the folder on a disk that is mounted read-only (only root can mount one)', async () => {
  const disk = mount('1g');
  repository = makeRepository({ parent: disk });
  execFileSync('mount', ['-o', 'remount,ro', disk]);
  cleanUp.push(() => execFileSync('mount', ['-o', 'remount,rw', disk]));
  await expect(start()).rejects.toThrow(/書き込めないため.*読み取り専用/);
});

it.skipIf(!canMount())('says that a disk is full (only root can mount a small one)', async () => {
  const disk = mount('8m');
  repository = makeRepository({ parent: disk });
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(path.join(disk, 'filler'), Buffer.alloc(bavail * bsize));
  await expect(start()).rejects.toThrow(/ディスクがいっぱい/);
  expect(
    readdirSync(path.join(repository.root, '.git/kenjinkai-cms')).filter((name) => name.startsWith('probe')),
  ).toEqual([]);
  rmSync(path.join(disk, 'filler'));
  await start();
});

it.skipIf(!isRoot)("says that a repository is another user's (only root can give one away)", async () => {
  repository = makeRepository();
  chownSync(repository.root, 65_534, 65_534);
  chownSync(path.join(repository.root, '.git'), 65_534, 65_534);
  const settings = {
    GIT_CONFIG_GLOBAL: process.env.GIT_CONFIG_GLOBAL,
    GIT_CONFIG_NOSYSTEM: process.env.GIT_CONFIG_NOSYSTEM,
  };
  Object.assign(process.env, { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' });
  cleanUp.push(() => {
    for (const [name, value] of Object.entries(settings)) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  });
  await expect(start()).rejects.toThrow(/ほかのユーザーのリポジトリー.*safe\.directory/s);
});

it('accepts no link in place of its own folder', async () => {
  repository = makeRepository();
  const elsewhere = path.join(repository.folder, 'elsewhere');
  mkdirSync(elsewhere);
  symlinkSync(elsewhere, path.join(repository.root, '.git/kenjinkai-cms'));
  await expect(start()).rejects.toThrow(/フォルダーではありません/);
  expect(readdirSync(elsewhere)).toEqual([]);
});

it('prints one sentence and no stack when the office server cannot start', () => {
  repository = makeRepository();
  const { stderr, status } = spawnSync(
    process.execPath,
    ['src/cli/cms-server.ts', '--repository', repository.folder, '--port', '4999'],
    { encoding: 'utf8' },
  );
  expect(status).not.toBe(0);
  expect(stderr).toMatch(/^「.*」はGitの管理下にない.*\n$/);
});

it('leaves nothing in /dev/shm, which all users can read', async () => {
  repository = makeRepository();
  const before = existsSync('/dev/shm') ? readdirSync('/dev/shm') : [];
  const server = await createCmsServer({ root: repository.root });
  const after = existsSync('/dev/shm') ? readdirSync('/dev/shm') : [];
  await server.close();
  expect(after.filter((name) => !before.includes(name) && name.startsWith('kenjinkai'))).toEqual([]);
});

function canMount(): boolean {
  if (!isRoot) return false;
  const folder = mkdtempSync(path.join(tmpdir(), 'cms-server-mount-'));
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'test', folder]).status === 0;
  if (isMounted) execFileSync('umount', [folder]);
  rmdirSync(folder);
  return isMounted;
}

function mount(size: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'cms-server-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'test', folder]);
  cleanUp.push(() => {
    execFileSync('umount', ['-l', folder]);
    rmdirSync(folder);
  });
  return folder;
}
