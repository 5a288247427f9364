import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { siteFixture } from './sites.ts';

/** A new repository with the fixture's content, for a server that edits and builds it. */
export function makeSampleRepository(): SampleRepository {
  const root = mkdtempSync(path.join(tmpdir(), 'kenjinkai-office-'));
  cpSync(path.join(siteFixture, 'content'), path.join(root, 'content'), { recursive: true });
  mkdirSync(path.join(root, 'public', 'images'), { recursive: true });
  writeFileSync(path.join(root, '.gitignore'), '.cache/\n');
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', '試験');
  git('config', 'user.email', 'test@example.invalid');
  git('add', '-A');
  git('commit', '-q', '-m', 'Begin');
  return {
    root,
    write: (file, text) => writeFileSync(path.join(root, file), text),
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}

export interface SampleRepository {
  root: string;
  /** Changes a file of the work tree, as somebody at the machine would. */
  write: (file: string, text: string) => void;
  remove: () => void;
}
