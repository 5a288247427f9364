/**
 * Pages, seconds and peak memory of a build for the shipped content and for 10,000 generated Q&As, and the bytes that
 * the home page and a Q&A page bring before search is used. `npm run bench:build`, optionally with another number of
 * Q&As.
 */
import { spawn } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { generateContent } from './generate-content.ts';

const count = Number(process.argv[2] ?? 10_000);
const tempFolder = path.join(tmpdir(), 'kenjinkai-bench');

rmSync(tempFolder, { recursive: true, force: true });
const rows = [await measure('shipped', process.cwd())];
generateContent(path.join(tempFolder, 'generated'), count);
rows.push(await measure(`${count} generated`, path.join(tempFolder, 'generated')));
rows.push(await measure(`${count} generated, again after one change`, path.join(tempFolder, 'generated')));
console.table(rows);
console.table([measurePage('home', 'index.html'), measurePage('Q&A', `q/${firstQa()}/index.html`)]);
rmSync(tempFolder, { recursive: true, force: true });

async function measure(name: string, contentRoot: string): Promise<Record<string, string | number>> {
  const out = path.join(tempFolder, `out-${path.basename(contentRoot)}`);
  const started = performance.now();
  const peak = await build(contentRoot, out);
  return {
    build: name,
    pages: globSync('**/*.html', { cwd: out }).length,
    seconds: Number(((performance.now() - started) / 1000).toFixed(1)),
    'peak memory (MB)': Math.round(peak / 1024),
  };
}

/** Peak resident kilobytes of the build and its children together, sampled from /proc five times a second. */
async function build(contentRoot: string, out: string): Promise<number> {
  const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--silent'], {
    stdio: 'inherit',
    env: {
      ...process.env,
      OUT_DIR: out,
      CONTENT_ROOT: contentRoot,
      CACHE_DIR: path.join(tempFolder, 'cache'),
      CARDS: process.env['CARDS'] ?? 'off',
    },
  });
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, residentKilobytes(child.pid ?? 0))), 200);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`The build ended with ${code}.`);
  return peak;
}

function residentKilobytes(parent: number): number {
  const family = new Set([parent]);
  let sum = 0;
  const processes = globSync('/proc/[0-9]*/stat').flatMap((file) => {
    try {
      const [pid, rest = ''] = readFileSync(file, 'utf8').split(/ \(.*\) /);
      return [{ pid: Number(pid), parent: Number(rest.split(' ')[1]), pages: Number(rest.split(' ')[21]) }];
    } catch {
      return [];
    }
  });
  for (let round = 0; round < 4; round += 1)
    for (const one of processes) if (family.has(one.parent)) family.add(one.pid);
  for (const one of processes) if (family.has(one.pid)) sum += one.pages * 4;
  return sum;
}

function firstQa(): string {
  return (
    globSync('content/qa/**/*.mdx')
      .sort()
      .map((file) => path.basename(file, '.mdx'))[0] ?? ''
  );
}

/**
 * Gzipped bytes of a page, its scripts with what they import at once, and its styles; images and fonts are left out.
 */
function measurePage(name: string, page: string): Record<string, string | number> {
  const out = path.join(tempFolder, `out-${path.basename(process.cwd())}`);
  const html = readFileSync(path.join(out, page), 'utf8');
  const scripts = new Set<string>();
  for (const [, src = ''] of html.matchAll(/<script[^>]+src="([^"]+)"/g)) collect(out, src, scripts);
  const styles = [
    ...html.matchAll(/<link[^>]+rel="stylesheet"[^>]*href="([^"]+)"|<link[^>]+href="([^"]+)"[^>]*rel="stylesheet"/g),
  ].map((match) => match[1] ?? match[2] ?? '');
  const size = (files: Iterable<string>) =>
    [...files].reduce((sum, file) => sum + gzipSync(readFileSync(path.join(out, file))).length, 0);
  const javascript = size(scripts);
  return {
    page: name,
    'JavaScript (gzip bytes)': javascript,
    'all (gzip bytes)': gzipSync(html).length + javascript + size(styles),
  };
}

function collect(out: string, file: string, found: Set<string>): void {
  if (found.has(file)) return;
  found.add(file);
  const code = readFileSync(path.join(out, file), 'utf8');
  for (const [, imported = ''] of code.matchAll(/(?:import|from)\s*"(\.[^"]+)"/g))
    collect(out, path.posix.join(path.posix.dirname(file), imported), found);
}
