import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startBuildProcess } from '../../../src/cli/site-server/run-build.ts';
import type { BuildOrder, BuildResult } from '../../../src/builder/build-process.ts';
import { watchMemory } from './run-measured.ts';

/**
 * Builds the content below `contentRoot` in a process that stays, changes one text after the other, and measures how
 * long each takes until the new site is whole, with its page and its search.
 */
export async function measureUpdate(
  contentRoot: string,
  folder: string,
  count: number,
): Promise<Record<string, string | number>> {
  rmSync(folder, { recursive: true, force: true });
  let from = path.join(folder, 'out-0');
  const child = startBuildProcess(process.cwd(), {
    OUT_DIR: from,
    CONTENT_ROOT: contentRoot,
    CACHE_DIR: path.join(folder, 'cache'),
    CARDS: 'off',
  });
  const memory = watchMemory(child);
  const ask = async (order: BuildOrder): Promise<{ pages: number; search: number }> => {
    const started = performance.now();
    const seconds = (): number => (performance.now() - started) / 1000;
    return new Promise((resolve, reject) => {
      let pages: number | undefined;
      const hear = ({ isShowable, isDone }: BuildResult): void => {
        if (!isShowable) reject(new Error('The generated content has errors.'));
        pages ??= seconds();
        if (!isDone) return;
        child.off('message', hear).off('exit', fail);
        resolve({ pages, search: seconds() });
      };
      const fail = (code: number | null): void => reject(new Error(`The build ended with ${code}.`));
      child.on('message', hear).once('exit', fail);
      child.send(order);
    });
  };
  const whole = await ask({});
  const files = globSync('content/qa/**/*.mdx', { cwd: contentRoot }).sort();
  const seconds: { pages: number; search: number }[] = [];
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
  const sorted = (field: 'pages' | 'search') => seconds.map((one) => one[field]).sort((a, b) => a - b);
  const at = (field: 'pages' | 'search', place: number) => Number((sorted(field)[place] ?? 0).toFixed(1));
  return {
    'Q&As': count,
    'whole (s)': Number(whole.search.toFixed(1)),
    'one text: page, median (s)': at('pages', 2),
    'longest (s)': at('pages', 4),
    'one text: search, median (s)': at('search', 2),
    'longest (s) ': at('search', 4),
    'peak memory (MB)': Math.round(peakKilobytes / 1024),
  };
}
