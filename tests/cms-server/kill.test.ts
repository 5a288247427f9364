import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openRepository } from '../../cms/server/repository.ts';
import { bundleProgram } from './bundle-program.ts';
import { makeRepository, type SampleRepository } from './sample-repository.ts';

const repositories: SampleRepository[] = [];

afterEach(() => {
  for (const repository of repositories.splice(0)) repository.remove();
});

const chains = 4;
const killsInChain = 50;
const folder = mkdtempSync(path.join(tmpdir(), 'cms-server-program-'));
const environment = { ...process.env, NODE_COMPILE_CACHE: path.join(folder, 'compiled'), GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

let program: string;

beforeAll(async () => {
  program = await bundleProgram(path.join(import.meta.dirname, 'killed-editor.ts'), folder);
  execFileSync(process.execPath, [program, '', 'warm-up'], { env: environment });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it(`loses nothing and breaks nothing in ${chains * killsInChain} kills at random moments`, { timeout: 600_000 }, async () => {
  const results = await Promise.all(Array.from({ length: chains }, (_, chain) => killAgainAndAgain(chain)));
  // A run in which nothing was ever under way would prove nothing.
  expect(results.reduce((sum, { told }) => sum + told, 0)).toBeGreaterThan(chains * killsInChain);
  expect(results.reduce((sum, { interrupted }) => sum + interrupted, 0)).toBeGreaterThan(10);
});

async function killAgainAndAgain(chain: number): Promise<{ told: number; interrupted: number }> {
  const repository = makeRepository();
  repositories.push(repository);
  repository.git('pack-refs', '--all');
  const told: string[] = [];
  let interrupted = 0;
  const pace: Pace = { step: 40 };
  for (let kill = 0; kill < killsInChain; kill += 1) {
    const lines = await killAtRandom(repository, chain * 1_000 + kill * 7, pace);
    expect(lines.filter((line) => !/^(clean|step|commit [0-9a-f]+)$/.test(line)), `chain ${chain}, kill ${kill}`).toEqual([]);
    told.push(...lines.filter((line) => line.startsWith('commit ')).map((line) => line.slice('commit '.length)));
    interrupted += readdirSync(path.join(repository.root, '.git/kenjinkai-cms')).filter((name) => name.startsWith('doing-')).length;
    const complaints = execFileSync('git', ['fsck', '--strict', '--no-dangling', '--no-progress'], { cwd: repository.root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    expect(complaints).toBe('');
  }
  const last = await openRepository({ root: repository.root });
  await last.close();
  expect(repository.git('status', '--porcelain')).toBe('');
  const reachable = new Set(repository.git('rev-list', '--all').split('\n'));
  expect(told.filter((commit) => !reachable.has(commit))).toEqual([]);
  return { told: told.length, interrupted };
}

/**
 * Starts the server, kills it and every Git command of its own at once, and returns what it had said. The moment is a random
 * one after a random step, by the machine's own pace.
 */
function killAtRandom({ root }: SampleRepository, seed: number, pace: Pace): Promise<string[]> {
  const child = spawn(process.execPath, [program, root, String(seed)], { detached: true, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const lastStep = 1 + Math.floor(Math.random() * 4);
  let text = '';
  let steps = 0;
  let stepped = 0;
  let isTimed = false;
  child.stderr.on('data', (chunk: Buffer) => (text += `stderr ${chunk.toString()}\n`));
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    const now = text.split('step\n').length - 1;
    if (now === steps) return;
    if (steps > 0) pace.step = 0.8 * pace.step + 0.2 * (performance.now() - stepped);
    [steps, stepped] = [now, performance.now()];
    if (steps < lastStep || isTimed) return;
    isTimed = true;
    setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), Math.random() * pace.step);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(text.split('\n').slice(0, -1)));
  });
}

interface Pace {
  /** Milliseconds that one change takes here, more or less. */
  step: number;
}

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
  writeFileSync(path.join(notes, `doing-${dead}-1.json`), JSON.stringify({ at: Date.now() - 5_000, refs: [{ name: 'refs/heads/cms/qa/gifu/aaaa2222', after: 'f'.repeat(40) }], files: [] }));
  lock('refs/heads/cms/qa/gifu/aaaa2222.lock', 4_900);
  lock('refs/heads/cms/qa/gifu/bbbb3333.lock', 4_900);
  lock('packed-refs.lock', 3_600_000);
  lock('index.lock', 4_900);
  const opened = await openRepository({ root: repository.root });
  await opened.close();
  const left = execFileSync('find', ['.git', '-name', '*.lock'], { cwd: repository.root, encoding: 'utf8' }).trim().split('\n').sort();
  expect(left).toEqual(['.git/index.lock', '.git/packed-refs.lock', '.git/refs/heads/cms/qa/gifu/bbbb3333.lock']);
});
