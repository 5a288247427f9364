import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRandom, type Random } from '../random.ts';
import { bundleProgram } from './bundle-program.ts';
import { makeRepository, type SampleRepository } from './sample-repository.ts';
import { openRepository } from '../../cms/server/repository/open-repository.ts';

/** What was seen in a run of kills; `problems` is empty if nothing was lost and nothing broken. */
export interface KillReport {
  /** Commits that the server had said it made. */
  told: number;
  /** Kills in the middle of a change. */
  interrupted: number;
  problems: string[];
}

/** What all servers of a run share. */
interface Runner {
  program: string;
  environment: NodeJS.ProcessEnv;
  /** Milliseconds that one change takes on this machine, more or less. */
  step: number;
}

/**
 * Starts a server that saves and publishes, kills it, and again, on as many repositories at once as there are chains.
 * The seed decides every moment, as a share of the time that a change takes here.
 */
export async function killServers(run: { chains: number; killsInChain: number; seed: number }): Promise<KillReport> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cms-server-program-'));
  try {
    const program = await bundleProgram(path.join(import.meta.dirname, 'killed-editor.ts'), folder);
    const environment = {
      ...process.env,
      NODE_COMPILE_CACHE: path.join(folder, 'compiled'),
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
    };
    execFileSync(process.execPath, [program, '', 'warm-up'], { env: environment });
    const chains = Array.from({ length: run.chains }, (_, chain) =>
      killInChain(chain, run.killsInChain, createRandom(run.seed + chain), { program, environment, step: 40 }),
    );
    const reports = await Promise.all(chains);
    return {
      told: reports.reduce((sum, { told }) => sum + told, 0),
      interrupted: reports.reduce((sum, { interrupted }) => sum + interrupted, 0),
      problems: reports.flatMap(({ problems }) => problems),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function killInChain(chain: number, kills: number, random: Random, runner: Runner): Promise<KillReport> {
  const repository = makeRepository();
  try {
    repository.git('pack-refs', '--all');
    const told: string[] = [];
    const problems: string[] = [];
    let interrupted = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const lines = await killAtRandom(repository, chain * 1_000 + kill * 7, random, runner);
      const unexpected = lines.filter((line) => !/^(clean|step|commit [0-9a-f]+)$/.test(line));
      problems.push(...unexpected.map((line) => `chain ${chain}, kill ${kill}: ${line}`));
      told.push(...lines.filter((line) => line.startsWith('commit ')).map((line) => line.slice('commit '.length)));
      const notes = readdirSync(path.join(repository.root, '.git/kenjinkai-cms'));
      if (notes.some((name) => name.startsWith('doing-'))) interrupted += 1;
      problems.push(...complaintsOfGit(repository).map((line) => `chain ${chain}, kill ${kill}: ${line}`));
    }
    const last = await openRepository({ root: repository.root, checkPath: () => undefined });
    await last.close();
    const changed = repository.git('status', '--porcelain');
    if (changed !== '') problems.push(`chain ${chain}: left in the checkout: ${changed}`);
    const reachable = new Set(repository.git('rev-list', '--all').split('\n'));
    const lost = told.filter((commit) => !reachable.has(commit));
    problems.push(...lost.map((commit) => `chain ${chain}: commit ${commit} is lost`));
    return { told: told.length, interrupted, problems };
  } finally {
    repository.remove();
  }
}

function complaintsOfGit({ root }: SampleRepository): string[] {
  try {
    const said = execFileSync('git', ['fsck', '--strict', '--no-dangling', '--no-progress'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return said === '' ? [] : [said];
  } catch (error) {
    return [String(error)];
  }
}

/**
 * Starts the server, kills it and every Git command of its own at once, and returns what it had said: at a random
 * moment of one of its first four changes.
 */
function killAtRandom(repository: SampleRepository, seed: number, random: Random, runner: Runner): Promise<string[]> {
  const child = spawn(process.execPath, [runner.program, repository.root, String(seed)], {
    detached: true,
    env: runner.environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lastStep = 1 + Math.floor(random.between(0, 4));
  const moment = random.between(0, 1);
  let text = '';
  let steps = 0;
  let stepped = 0;
  let isTimed = false;
  child.stderr.on('data', (chunk: Buffer) => (text += `stderr ${chunk.toString()}\n`));
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    const now = text.split('step\n').length - 1;
    if (now === steps) return;
    if (steps > 0) runner.step = 0.8 * runner.step + 0.2 * (performance.now() - stepped);
    [steps, stepped] = [now, performance.now()];
    if (steps < lastStep || isTimed) return;
    isTimed = true;
    setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), moment * runner.step);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(text.split('\n').slice(0, -1)));
  });
}
