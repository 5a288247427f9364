/**
 * Milliseconds from saving a Q&A to the browser showing it, with `astro dev`. `npm run bench:dev`, optionally with the
 * number of saves. It works on a copy of the content.
 */
import { spawn } from 'node:child_process';
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumArguments, findChromium } from '../../src/cli/browser/find-chromium.ts';
import { quantile } from '../../src/cli/search/quantile.ts';

const saves = Number(process.argv[2] ?? 20);
// Inside the project, where the development server watches.
const root = path.resolve('.cache/bench-dev');
const port = 4497;

rmSync(root, { recursive: true, force: true });
for (const folder of ['content', 'public']) cpSync(folder, path.join(root, folder), { recursive: true });
const file = globSync('content/qa/**/*.mdx', { cwd: root }).sort()[0] ?? '';
const source = readFileSync(path.join(root, file), 'utf8');
const server = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'dev', '--port', String(port)], {
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { ...process.env, CONTENT_ROOT: root, CACHE_DIR: path.join(root, 'cache') },
});
const executablePath = findChromium();
const browser = await chromium.launch({ args: chromiumArguments, ...(executablePath ? { executablePath } : {}) });
try {
  await new Promise<void>((ready) =>
    server.stdout.on('data', (chunk: Buffer) => (String(chunk).includes(String(port)) ? ready() : undefined)),
  );
  const page = await browser.newPage();
  await page.goto(`http://localhost:${port}/q/${path.basename(file, '.mdx')}/`);
  const times: number[] = [];
  for (let save = 0; save < saves; save += 1) {
    await page.waitForTimeout(1_500);
    const sentence = `保存${save}回目の文です。`;
    const from = performance.now();
    writeFileSync(path.join(root, file), `${source.trimEnd()}\n\n${sentence}\n`);
    await page.getByText(sentence).waitFor({ timeout: 20_000 });
    times.push(performance.now() - from);
  }
  console.table([
    { saves, 'median (ms)': Math.round(quantile(times, 0.5)), 'most (ms)': Math.round(Math.max(...times)) },
  ]);
} finally {
  await browser.close();
  server.kill();
  rmSync(root, { recursive: true, force: true });
}
