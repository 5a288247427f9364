/**
 * Seconds and peak memory of builds: the shipped content, and generated Q&As in growing numbers, from nothing, with
 * caches, and after one change in a process that stays; beside them the same texts as MDX pages of plain Astro. Also
 * the largest page, and the bytes that the home page and a Q&A page bring before search is used.
 *
 * `npm run bench:build`, optionally with other numbers of Q&As (1,000, 10,000 and 50,000 take half an hour).
 * `CARDS=off` is the default, for cards are drawn once in the life of a question.
 */
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findLargest, measurePage } from './build/measure-site.ts';
import { measureUpdate } from './build/measure-update.ts';
import { runMeasured, type Measured } from './build/run-measured.ts';
import { writePlainSite } from './build/write-plain-site.ts';
import { generateContent } from './generate-content.ts';

const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 10_000, 50_000];
/** Beyond this plain Astro takes more memory than most machines have. */
const maxPlain = 10_000;
if (counts.some((count) => !Number.isInteger(count) || count < 1))
  throw new Error('Give whole numbers of Q&As, as in `npm run bench:build -- 1000 10000`.');

/**
 * Nothing is deleted before the end: ext4 passes over what was deleted within five minutes whenever it makes a file, so
 * that a build after the deletion of a large site takes half as long again.
 */
const tempFolder = mkdtempSync(path.join(tmpdir(), 'kenjinkai-bench-'));
const astro = path.resolve('node_modules/astro/bin/astro.mjs');
const place = (name: string): string => path.join(tempFolder, name);
const rows: Row[] = [];

const show = (build: string, measured: Measured, out: string): void => {
  rows.push({
    build,
    pages: globSync('**/*.html', { cwd: out }).length,
    seconds: Number(measured.seconds.toFixed(1)),
    'processor seconds': Number(measured.processorSeconds.toFixed(1)),
    'peak memory (MB)': Math.round(measured.peakKilobytes / 1024),
    'largest page (KB)': Math.round((findLargest(out)?.bytes ?? 0) / 1024),
  });
  console.table(rows.slice(-1));
};
const build = (contentRoot: string, out: string, cache: string): Promise<Measured> =>
  runMeasured(['src/cli/build.ts'], process.cwd(), {
    OUT_DIR: out,
    CONTENT_ROOT: contentRoot,
    CACHE_DIR: cache,
    CARDS: process.env['CARDS'] ?? 'off',
  });

show('shipped', await build(process.cwd(), place('shipped'), place('cache')), place('shipped'));
for (const count of counts) {
  const [content, out, cache] = [place(`${count}/content`), place(`${count}/out`), place(`${count}/cache`)];
  generateContent(content, count);
  show(`${count}, nothing cached`, await build(content, out, cache), out);
  show(`${count}, nothing changed`, await build(content, out, cache), out);
  if (count <= maxPlain) {
    // Inside the checkout, whose packages it takes.
    const plain = path.resolve(`.cache/${path.basename(tempFolder)}/${count}`);
    writePlainSite(content, plain);
    show(
      `${count}, plain Astro with MDX`,
      await runMeasured([astro, 'build', '--silent'], plain, {}),
      path.join(plain, 'dist'),
    );
  }
  console.table(await measureUpdate(content, place(`${count}/updated`), count));
}
console.table(rows);
console.table([
  measurePage('home', place('shipped'), 'index.html'),
  measurePage('Q&A', place('shipped'), globSync('q/*/index.html', { cwd: place('shipped') }).sort()[0] ?? ''),
]);
for (const folder of [tempFolder, path.resolve('.cache', path.basename(tempFolder))])
  rmSync(folder, { recursive: true, force: true });

type Row = Record<string, string | number>;
