import { createHash } from 'node:crypto';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readyIndexOfBuild, type IndexOfBuild } from '../search/indexing/index-of-build.ts';
import { indexFolder } from '../search/index-format.ts';
import type { BuildSettings } from './build-settings.ts';

/** Has the search index made beside the rendering of pages, and brings it into the built site. */
export function searchIndex({ cacheFolder, outDir }: Pick<BuildSettings, 'cacheFolder' | 'outDir'>): AstroIntegration {
  // Builds of several sites may run at once.
  const made = path.join(cacheFolder, `search-index-${createHash('sha256').update(outDir).digest('hex').slice(0, 8)}`);
  let index: IndexOfBuild | undefined;
  return {
    name: 'kenjinkai-search-index',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command === 'build') index = readyIndexOfBuild(made);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const started = performance.now();
        const documents = await index?.written();
        await move(made, path.join(fileURLToPath(dir), indexFolder));
        logger.info(
          `${documents}件を検索できるようにしました（ページができてから${((performance.now() - started) / 1000).toFixed(1)}秒）。`,
        );
      },
    },
  };
}

/** Also from one disk to another. */
async function move(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await mkdir(path.dirname(to), { recursive: true });
  await rename(from, to).catch(async () => {
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true });
  });
}
