import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { listen } from '../../../src/cli/start/serve.ts';
import { plantContent, plantedFeedback } from './plant-content.ts';
import { fixtureDay, liveSite, siteFixture, sites, type Site } from './sites.ts';

/** Builds every site that the tests visit, and serves them until the run ends. */
export default async function buildSites(): Promise<() => Promise<void>> {
  const all = [...Object.values(sites), liveSite];
  if (!process.env.E2E_REUSE_BUILD) await buildInTurn();
  const servers: Server[] = [];
  for (const site of all)
    servers.push(await listen({ port: site.port, site: { folder: site.folder }, base: site.base }));
  return async () => {
    for (const server of servers) server.close();
  };
}

/** One after the other, as `build-lock.ts` would have it anyway. */
async function buildInTurn(): Promise<void> {
  const planted = { CONTENT_ROOT: plantContent(), FEEDBACK_URL: plantedFeedback };
  await buildSite(sites.planted, { ...planted, BUILD_DAY: fixtureDay });
  await buildSite(sites.based, { CONTENT_ROOT: siteFixture, BUILD_DAY: fixtureDay });
  await buildSite(sites.root, { CONTENT_ROOT: siteFixture, BUILD_DAY: fixtureDay });
  await buildSite(liveSite);
}

/** `settings` are those of the build's environment that the site itself does not name. */
export async function buildSite(
  { name, folder, base, origin }: BuildTarget,
  settings: NodeJS.ProcessEnv = {},
): Promise<void> {
  const own = { OUT_DIR: folder, CACHE_DIR: `.cache/e2e-${name}`, BASE_PATH: base, SITE_URL: origin };
  const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--silent'], {
    stdio: 'inherit',
    env: { ...process.env, FEEDBACK_URL: '', ...own, ...settings },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The site “${name}” did not build.`);
}

type BuildTarget = Pick<Site, 'name' | 'folder' | 'base' | 'origin'>;
