import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { followLastChanges, readLastChanges } from '../../../src/loader/last-changes.ts';

let root = '';
const git = (...words: string[]): string =>
  execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.jp', ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date },
  }).trim();
let date = '';
const commit = (day: number, ...names: string[]): string => {
  date = `2026-11-${String(day).padStart(2, '0')}T09:00:00+09:00`;
  for (const name of names) writeFileSync(path.join(root, 'content', name), `${day}\n`);
  git('add', '-A');
  git('commit', '-q', '--allow-empty', '-m', `day ${day}`);
  return git('rev-parse', 'HEAD');
};

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'follow-changes-'));
  mkdirSync(path.join(root, 'content'));
  git('init', '-q', '-b', 'main');
});
afterEach(() => rmSync(root, { recursive: true }));

const expectTheSame = async (followed: Awaited<ReturnType<typeof readLastChanges>>): Promise<void> => {
  const { changes, note } = await readLastChanges(root);
  expect(followed.note).toBe(note);
  expect(Object.fromEntries(followed.changes)).toEqual(Object.fromEntries(changes));
};

it('knows what was committed since, as a reading of the whole history does', async () => {
  commit(1, 'a.mdx', 'b.mdx');
  const read = followLastChanges(root);
  await expectTheSame(await read());
  commit(2, 'b.mdx', 'c.mdx');
  commit(3, 'c.mdx');
  const later = await read();
  await expectTheSame(later);
  expect(later.changes.get('content/c.mdx')).toContain('2026-11-03');
  expect(await read()).toBe(later);
});

it('reads a history anew that was put back or written over', async () => {
  const first = commit(1, 'a.mdx');
  commit(2, 'a.mdx', 'b.mdx');
  const read = followLastChanges(root);
  await read();
  git('reset', '-q', '--hard', first);
  await expectTheSame(await read());
  commit(4, 'b.mdx');
  await expectTheSame(await read());
});

it('keeps the later day of a file when a merge brings an older change of it', async () => {
  const first = commit(1, 'a.mdx');
  git('checkout', '-q', '-b', 'side', first);
  commit(2, 'a.mdx');
  git('checkout', '-q', 'main');
  commit(3, 'b.mdx');
  date = '2026-11-20T09:00:00+09:00';
  writeFileSync(path.join(root, 'content', 'a.mdx'), 'main\n');
  git('commit', '-q', '-a', '-m', 'later');
  const read = followLastChanges(root);
  await read();
  date = '2026-11-21T09:00:00+09:00';
  git('merge', '-q', '-s', 'ours', '-m', 'merge', 'side');
  await expectTheSame(await read());
});

it('counts a file of a shallow clone no longer as unknown once a commit has changed it', async () => {
  commit(1, 'a.mdx', 'b.mdx');
  commit(2, 'c.mdx');
  const shallow = `${root}-shallow`;
  git('clone', '-q', '--depth', '1', pathToFileURL(root).href, shallow);
  rmSync(root, { recursive: true });
  root = shallow;
  git('remote', 'remove', 'origin');
  const read = followLastChanges(root);
  expect((await read()).note).toContain('3件');
  commit(3, 'a.mdx');
  const later = await read();
  expect(later.note).toContain('2件');
  await expectTheSame(later);
  commit(4, 'b.mdx', 'c.mdx');
  await expectTheSame(await read());
});

it('begins to know days when the folder becomes a repository with a commit', async () => {
  const read = followLastChanges(root);
  expect((await read()).note).toContain('Gitの履歴がない');
  commit(1, 'a.mdx');
  await expectTheSame(await read());
});
