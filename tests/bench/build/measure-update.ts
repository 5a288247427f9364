import { fork } from 'node:child_process';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BuildOrder, BuildResult } from '../../../src/builder/build-process.ts';
import { watchMemory } from './run-measured.ts';

/**
 * Builds the content below `contentRoot` in a process that stays, changes one text after the other, and measures how long
 * each takes until the new site is whole, with its page and its search.
 */
export async function measureUpdate(
  contentRoot: string,
  folder: string,
  count: number,
): Promise<Record<string, string | number>> {
  rmSync(folder, { recursive: true, force: true });
  let from = path.join(folder, 'out-0');
  const child = fork('src/builder/build-process.ts', {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      OUT_DIR: from,
      CONTENT_ROOT: contentRoot,
      CACHE_DIR: path.join(folder, 'cache'),
      CARDS: 'off',
    },
  });
  const memory = watchMemory(child);
  const ask = async (order: BuildOrder): Promise<number> => {
    const started = performance.now();
    const { isWhole } = await new Promise<BuildResult>((resolve, reject) => {
      child.once('message', resolve).once('exit', (code) => reject(new Error(`The build ended with ${code}.`)));
      child.send(order);
    });
    child.removeAllListeners('exit');
    if (!isWhole) throw new Error('The generated content has errors.');
    return (performance.now() - started) / 1000;
  };
  const whole = await ask({});
  const files = globSync('content/qa/**/*.mdx', { cwd: contentRoot }).sort();
  const seconds: number[] = [];
  for (const change of [1, 2, 3, 4, 5]) {
    const file = path.join(contentRoot, files[Math.floor((files.length * change) / 7)] ?? '');
    writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n\n書き足した文です。\n`);
    const to = path.join(folder, `out-${change}`);
    seconds.push(await ask({ from, to }));
    rmSync(from, { recursive: true });
    from = to;
  }
  child.kill();
  const { peakKilobytes } = memory.stop();
  seconds.sort((a, b) => a - b);
  return {
    'Q&As': count,
    'whole (s)': Number(whole.toFixed(1)),
    'one text, median (s)': Number((seconds[2] ?? 0).toFixed(1)),
    'one text, longest (s)': Number((seconds[4] ?? 0).toFixed(1)),
    'peak memory (MB)': Math.round(peakKilobytes / 1024),
  };
}
