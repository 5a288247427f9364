import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { listen } from '../../../src/cli/start/serve.ts';
import { plantContent, plantedFeedback } from './plant-content.ts';
import { sites, type Site } from './sites.ts';

/** Builds every site that the tests visit from the repository's own content, and serves them until the run ends. */
export default async function buildSites(): Promise<() => Promise<void>> {
  const all = Object.values(sites);
  if (!process.env.E2E_REUSE_BUILD) await buildInTurn();
  const servers: Server[] = [];
  for (const site of all) servers.push(await listen({ port: site.port, site: { folder: site.folder }, base: site.base }));
  return async () => {
    for (const server of servers) server.close();
  };
}

/** One after the other, as `take-turns.ts` would have it anyway. */
async function buildInTurn(): Promise<void> {
  await build(sites.planted, plantContent());
  await build(sites.based, process.cwd());
  await build(sites.root, process.cwd());
}

async function build(site: Site, contentRoot: string): Promise<void> {
  const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--silent'], {
    stdio: 'inherit',
    env: { ...process.env, OUT_DIR: site.folder, CACHE_DIR: `.cache/e2e-${site.name}`, BASE_PATH: site.base, SITE_URL: site.origin, CONTENT_ROOT: contentRoot, FEEDBACK_URL: site === sites.planted ? plantedFeedback : '' },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The site for ${site.base} did not build.`);
}
