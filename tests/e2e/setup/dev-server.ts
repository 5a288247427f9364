import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { acquireBuildLock } from '../../../src/integrations/build-lock.ts';
import { fixtureDay, siteFixture } from './sites.ts';

/**
 * Astro's development server on the tests' content. It starts while no build of this checkout runs: both write into
 * `.astro/`.
 */
export async function startDevServer(port: number): Promise<DevServer> {
  const giveTurnBack = await acquireBuildLock(path.resolve('.cache/building'), () => undefined);
  const settings = {
    CONTENT_ROOT: siteFixture,
    BUILD_DAY: fixtureDay,
    CACHE_DIR: '.cache/e2e-dev',
    CARDS: 'off',
    FEEDBACK_URL: '',
  };
  const server = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'dev', '--port', String(port)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...settings },
  });
  const ended = once(server, 'exit');
  const stop = async (): Promise<void> => {
    server.kill();
    await ended;
  };
  const address = `http://localhost:${port}/`;
  try {
    while (!(await answers(`${address}styleguide/`))) {
      if (server.exitCode !== null)
        throw new Error('The development server has ended: does another run in this checkout?');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  } catch (error) {
    await stop();
    throw error;
  } finally {
    giveTurnBack();
  }
  return { address, stop };
}

async function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );
}

export interface DevServer {
  readonly address: string;
  /** Resolves when it has ended: Astro lets one run in a checkout at a time. */
  readonly stop: () => Promise<void>;
}
