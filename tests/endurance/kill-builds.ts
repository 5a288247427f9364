import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createBuild, type Build } from '../../src/cli/site-server/run-build.ts';
import { createSiteBuilder } from '../../src/cli/site-server/site-builder.ts';
import { createRandom } from '../random.ts';

/**
 * Ends builds with SIGKILL at random moments, while a small site goes back and forth between two states. Each time what
 * is shown must stay as it was, byte for byte, and the next build must make, from whatever caches the killed one left,
 * the bytes of a build from nothing.
 */
export async function killBuilds({ kills, seed }: { kills: number; seed: number }): Promise<KilledBuilds> {
  const folder = mkdtempSync(path.join(tmpdir(), 'killed-builds-'));
  const random = createRandom(seed);
  const root = path.join(folder, 'content-root');
  const states = plantContent(root);
  const problems: string[] = [];
  let build: Build | undefined;
  try {
    // 1. What each state must look like.
    const expected = states.map((write, number) => {
      write();
      const out = path.join(folder, `fresh-${number}`);
      execFileSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--silent'], {
        env: { ...process.env, ...settingsOf(root, path.join(folder, `cache-${number}`)), OUT_DIR: out },
      });
      return digest(out);
    });

    // 2. A server's builder, killed again and again.
    const running = (build = createBuild({
      program: process.cwd(),
      settings: settingsOf(root, path.join(folder, 'cache')),
      whenLost: () => (again = builder.buildAtOnce('lost')),
    }));
    let again: Promise<void> | undefined;
    let isKilled = false;
    let killAfter: number | undefined;
    const builder = createSiteBuilder({
      folder: path.join(folder, 'shown'),
      settingsKey: '',
      build: async (target, { from }) => {
        const work = running.run(target, { from });
        if (killAfter === undefined) return work;
        const moment = killAfter;
        killAfter = undefined;
        await Promise.race([work, pause(moment)]);
        const pid = running.pid();
        isKilled = pid !== undefined && process.kill(pid, 'SIGKILL');
        return work;
      },
    });
    await builder.buildAtOnce('start');
    let usual = 1_000;
    for (let kill = 0; kill < kills; kill += 1) {
      const state = (kill + 1) % 2;
      const before = digest(builder.site.folder);
      states[state]?.();
      // Some moments of the whole build that follows too.
      killAfter = Math.floor(random.between(0, usual * (kill % 3 === 0 ? 4 : 1)));
      const moment = killAfter;
      const started = performance.now();
      const shown = builder.site.folder;
      const built = builder.buildAtOnce(`kill ${kill}`);
      await pause(Math.min(moment + 20, usual));
      if (builder.site.folder === shown && digest(shown) !== before)
        problems.push(`kill ${kill} after ${moment} ms: the site that is shown has changed`);
      await built;
      await running.settled();
      await again;
      if (!isKilled) usual = Math.max(300, performance.now() - started);
      isKilled = false;
      if (digest(builder.site.folder) !== expected[state])
        problems.push(`kill ${kill} after ${moment} ms: the next site is not that of a build from nothing`);
    }
    return { kills, problems };
  } finally {
    build?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Two states of a few Q&As; each function writes one. */
function plantContent(root: string): readonly (() => void)[] {
  const fixture = 'tests/fixtures/site';
  for (const name of ['groups', 'topics', 'vocabulary'])
    cpSync(path.join(fixture, 'content', name), path.join(root, 'content', name), { recursive: true });
  const texts = globSync('content/qa/**/*.mdx', { cwd: fixture })
    .sort()
    .map((name) => ({ name, text: readFileSync(path.join(fixture, name), 'utf8') }))
    .map(({ name, text }) => ({ name, text: text.replace(/^related:.*\n(?: +- .*\n)*/m, '') }))
    .filter(({ text }) => !text.includes('/q/'))
    .slice(0, 8);
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  };
  const [first, second, last] = [texts[0], texts[1], texts.at(-1)];
  for (const { name, text } of texts) write(name, text);
  return [
    () => {
      for (const one of [first, second, last]) if (one) write(one.name, one.text);
    },
    () => {
      if (first) write(first.name, `${first.text.trimEnd()}\n\n書き足した文です。\n`);
      if (second)
        write(second.name, second.text.replace(/^question: .*$/m, 'question: 書き改めた質問は、どう見えますか。'));
      if (last) rmSync(path.join(root, last.name), { force: true });
    },
  ];
}

function settingsOf(root: string, cache: string): Record<string, string> {
  return { CONTENT_ROOT: root, CACHE_DIR: cache, CARDS: 'off', BUILD_DAY: '2026-11-27' };
}

function digest(folder: string): string {
  const hash = createHash('sha256');
  const files = globSync('**', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(`${path.relative(folder, file)}\n`).update(readFileSync(file));
  return hash.digest('hex');
}

export interface KilledBuilds {
  readonly kills: number;
  readonly problems: readonly string[];
}
