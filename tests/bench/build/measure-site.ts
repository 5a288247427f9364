import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** The largest page of a built site, without what the desk loads. */
export function findLargest(out: string): { file: string; bytes: number } | undefined {
  return globSync('**/*.html', { cwd: out })
    .map((file) => ({ file, bytes: statSync(path.join(out, file)).size }))
    .sort((a, b) => b.bytes - a.bytes)[0];
}

/**
 * Gzipped bytes of a page, its scripts with what they import at once, and its styles; images and fonts are left out.
 */
export function measurePage(name: string, out: string, page: string): Record<string, string | number> {
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
