import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { prepareFiles } from '../../../../../../cms/server/repository/checkout/work-tree.ts';
import { openGit, type Git } from '../../../../../../cms/server/repository/git/git.ts';
import { openObjects, type Objects } from '../../../../../../cms/server/repository/objects/objects.ts';

let root = '';
let git: Git;
let objects: Objects;
let blob = '';

beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'work-tree-'));
  execFileSync('git', ['init', '-q'], { cwd: root });
  mkdirSync(path.join(root, 'images'));
  blob = execFileSync('git', ['hash-object', '-w', '--stdin'], { cwd: root, input: 'text', encoding: 'utf8' }).trim();
  git = await openGit(root);
  objects = openObjects(git);
});
afterEach(() => {
  git.close();
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

const added = (...names: string[]) => names.map((name) => ({ path: name, before: undefined, after: blob }));

it('creates the folders of a new file', async () => {
  (await prepareFiles(git, objects, added('images/2026/gifu/a.webp'))).replace();
  expect(readFileSync(path.join(root, 'images/2026/gifu/a.webp'), 'utf8')).toBe('text');
});

it('removes every folder that it created when the change is given up', async () => {
  const names = ['images/2026/gifu/a.webp', 'images/2026/gifu/b.webp', 'images/2026/aichi/c.webp'];
  (await prepareFiles(git, objects, added(...names))).discard();
  expect(existsSync(path.join(root, 'images/2026'))).toBe(false);
  expect(existsSync(path.join(root, 'images'))).toBe(true);
});

it('removes them when published files are taken back', async () => {
  const staged = await prepareFiles(git, objects, added('images/2026/gifu/a.webp', 'images/2026/gifu/b.webp'));
  staged.replace();
  staged.undo();
  expect(existsSync(path.join(root, 'images/2026'))).toBe(false);
});

it('removes them when one of the files cannot be written', async () => {
  mkdirSync(path.join(root, 'images/taken.webp'));
  const files = added('images/2026/gifu/a.webp', 'images/taken.webp');
  await expect(prepareFiles(git, objects, files)).rejects.toThrow();
  expect(existsSync(path.join(root, 'images/2026'))).toBe(false);
});

it('removes them when the file name is too long for the disk', async () => {
  const files = added(`images/2026/gifu/${'a'.repeat(250)}.webp`);
  await expect(prepareFiles(git, objects, files)).rejects.toThrow();
  expect(existsSync(path.join(root, 'images/2026'))).toBe(false);
});
