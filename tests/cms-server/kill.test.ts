import { execFileSync } from 'node:child_process';
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { killServers } from './kill-servers.ts';
import { makeRepository, type SampleRepository } from './sample-repository.ts';
import { openRepository } from '../../cms/server/repository/open-repository.ts';

/** `KILL_SEED=7 npx vitest run tests/cms-server/kill` draws the moments of an earlier run again. */
const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000);
const repositories: SampleRepository[] = [];

afterEach(() => {
  for (const repository of repositories.splice(0)) repository.remove();
});

it(`loses nothing and breaks nothing in 24 kills at random moments (KILL_SEED=${seed})`, async () => {
  const report = await killServers({ chains: 4, killsInChain: 6, seed });
  expect(report.problems).toEqual([]);
  // A run in which nothing was ever under way would prove nothing.
  expect(report.told).toBeGreaterThan(12);
  expect(report.interrupted).toBeGreaterThan(0);
});

it('takes away locks of its own and leaves those of others', async () => {
  const repository = makeRepository();
  repositories.push(repository);
  const notes = path.join(repository.root, '.git/kenjinkai-cms');
  const lock = (name: string, age: number): void => {
    const file = path.join(repository.root, '.git', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '');
    utimesSync(file, new Date(Date.now() - age), new Date(Date.now() - age));
  };
  mkdirSync(notes, { recursive: true });
  const dead = 4_194_303;
  writeFileSync(
    path.join(notes, `doing-${dead}-1.json`),
    JSON.stringify({
      at: Date.now() - 5_000,
      refs: [{ name: 'refs/heads/cms/qa/gifu/aaaa2222', after: 'f'.repeat(40) }],
      files: [],
    }),
  );
  lock('refs/heads/cms/qa/gifu/aaaa2222.lock', 4_900);
  lock('refs/heads/cms/qa/gifu/bbbb3333.lock', 4_900);
  lock('packed-refs.lock', 3_600_000);
  lock('index.lock', 4_900);
  const opened = await openRepository({ root: repository.root, checkPath: () => undefined });
  await opened.close();
  const left = execFileSync('find', ['.git', '-name', '*.lock'], { cwd: repository.root, encoding: 'utf8' })
    .trim()
    .split('\n')
    .sort();
  expect(left).toEqual(['.git/index.lock', '.git/packed-refs.lock', '.git/refs/heads/cms/qa/gifu/bbbb3333.lock']);
});
