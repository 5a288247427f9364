import { spawnSync } from 'node:child_process';
import type { Server } from 'node:http';
import { listen } from '../../../src/cli/start/serve.ts';
import { plantContent, plantedFeedback } from './plant-content.ts';
import { sites, type Site } from './sites.ts';

/** Builds every site that the tests visit from the repository's own content, and serves them until the run ends. */
export default async function buildSites(): Promise<() => Promise<void>> {
  const servers: Server[] = [];
  for (const site of Object.values(sites)) {
    if (!process.env.E2E_REUSE_BUILD) build(site, site === sites.planted ? plantContent() : process.cwd());
    servers.push(await listen({ port: site.port, site: { folder: site.folder }, base: site.base }));
  }
  return async () => {
    for (const server of servers) server.close();
  };
}

function build(site: Site, contentRoot: string): void {
  const { status } = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--silent'], {
    stdio: 'inherit',
    env: { ...process.env, OUT_DIR: site.folder, BASE_PATH: site.base, SITE_URL: site.origin, CONTENT_ROOT: contentRoot, FEEDBACK_URL: site === sites.planted ? plantedFeedback : '' },
  });
  if (status !== 0) throw new Error(`The site for ${site.base} did not build.`);
}
