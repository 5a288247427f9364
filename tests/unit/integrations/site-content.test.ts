import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { siteContent } from '../../../src/integrations/site-content.ts';
import { fixtureDay, siteFixture } from '../../e2e/setup/sites.ts';

let root = '';
let outDir = '';

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'site-content-'));
  for (const folder of ['groups', 'topics']) {
    const place = path.join('content', folder);
    cpSync(path.join(siteFixture, place), path.join(root, place), { recursive: true });
  }
  outDir = path.join(root, 'dist');
});
afterEach(() => rmSync(root, { recursive: true }));

/** As Astro builds: the hooks of the integration, and then Vite, which writes what runs in the browser. */
async function build(): Promise<void> {
  const { integration } = siteContent({
    contentRoot: root,
    base: '/',
    site: 'https://kenjinkai.example',
    audience: 'public',
    getDay: () => fixtureDay,
    siteCacheFolder: path.join(root, 'cache'),
    outDir,
  });
  const hooks = integration.hooks as unknown as Record<string, (given: object) => Promise<void> | void>;
  let plugins: { renderStart(this: object): Promise<void> }[] = [];
  await hooks['astro:config:setup']?.({
    command: 'build',
    updateConfig: (config: { vite: { plugins: typeof plugins } }) => void ({ plugins } = config.vite),
  });
  const logger = { info: () => undefined, warn: () => undefined };
  await hooks['astro:build:start']?.({ logger });
  for (const name of ['prerender', 'client'])
    for (const plugin of plugins) await plugin.renderStart.call({ environment: { name } });
}

function plantSite(): void {
  mkdirSync(path.join(outDir, 'q', 'old'), { recursive: true });
  for (const folder of ['.git', '.prerender']) mkdirSync(path.join(outDir, folder));
  writeFileSync(path.join(outDir, 'q', 'old', 'index.html'), '前のページ');
}

it('empties the folder of the site when the content has been read, but for the repository and the program', async () => {
  plantSite();
  await build();
  expect(readdirSync(outDir).sort()).toEqual(['.git', '.prerender']);
});

it('builds a site where there was none', async () => {
  await build();
  expect(existsSync(outDir)).toBe(false);
});

it('leaves the site of before where the content has an error', async () => {
  plantSite();
  writeFileSync(path.join(root, 'content', 'topics', 'broken.yml'), 'name: [');
  await expect(build()).rejects.toThrow('誤りがあるため、サイトを組み立てられません。');
  expect(existsSync(path.join(outDir, 'q', 'old', 'index.html'))).toBe(true);
});
