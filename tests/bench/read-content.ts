/**
 * Seconds, processor seconds and peak memory of reading and checking generated Q&As: with nothing kept, by a process
 * that takes up what another kept, and once more after one of them changed. `npm run bench:read`, optionally with
 * numbers of Q&As. Each reading has a process of its own.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, globSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openContentReader } from '../../src/loader/content-reader.ts';
import { toDayInJapan } from '../../src/strings/days.ts';
import { generateContent } from './generate-content.ts';

const [first = '', ...others] = process.argv.slice(2);
if (first === 'one') await measureHere(others);
else measureAll(process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 10_000]);

function measureAll(counts: readonly number[]): void {
  const folder = path.join(tmpdir(), 'kenjinkai-bench-read');
  const rows = counts.flatMap((count) => {
    const root = path.join(folder, String(count));
    generateContent(root, count);
    const cache = path.join(folder, 'cache');
    rmSync(cache, { recursive: true, force: true });
    return [
      measure(count, 'nothing kept', root),
      measure(count, 'nothing kept yet, writes the cache', root, cache),
      measure(count, 'another process, from the cache', root, cache),
      measure(count, 'the same process, after one change', root, cache, 'change'),
    ];
  });
  rmSync(folder, { recursive: true, force: true });
  console.table(rows);
}

function measure(count: number, reading: string, ...words: string[]): Record<string, string | number> {
  const output = execFileSync(process.execPath, [import.meta.filename, 'one', ...words], { encoding: 'utf8' });
  return { 'Q&As': count, reading, ...(JSON.parse(output) as Record<string, number>) };
}

/** Prints what one reading took; the process began before it, so that its memory is in the peak. */
async function measureHere([root = '', siteCacheFolder, change]: string[]): Promise<void> {
  const today = toDayInJapan(new Date());
  let [started, before] = [performance.now(), process.cpuUsage()];
  const reader = openContentReader({ root, basePath: '/', siteCacheFolder });
  let content = await reader.read(today);
  if (change !== undefined) {
    appendFileSync(path.join(root, globSync('content/qa/**/*.mdx', { cwd: root }).sort()[0] ?? ''), '\n追記です。\n');
    [started, before] = [performance.now(), process.cpuUsage()];
    content = await reader.read(today);
  }
  const { user, system } = process.cpuUsage(before);
  const row = {
    seconds: Number(((performance.now() - started) / 1_000).toFixed(2)),
    'processor seconds': Number(((user + system) / 1_000_000).toFixed(2)),
    'peak memory (MB)': Math.round(process.resourceUsage().maxRSS / 1024),
    'files checked': content.checkedAnew,
    'cache (MB)': Math.round(content.size / 1_000_000),
  };
  console.log(JSON.stringify(row));
}
