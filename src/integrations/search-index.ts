import { createHash } from 'node:crypto';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { startIndex, type IndexOfBuild } from '../search/indexing/index-of-build.ts';
import { indexFolder } from '../search/index-format.ts';
import type { BuildSettings } from './build-settings.ts';
import type { SiteContent } from './site-content.ts';

/**
 * Has the search index made beside the rendering of pages, which wait for their related questions alone, and brings it
 * into the built site.
 */
export function searchIndex(
  { cacheFolder, outDir }: Pick<BuildSettings, 'cacheFolder' | 'outDir'>,
  content: Pick<SiteContent, 'indexInput' | 'writeRelated'>,
): AstroIntegration {
  // Builds of several sites may run at once.
  const made = path.join(cacheFolder, `search-index-${createHash('sha256').update(outDir).digest('hex').slice(0, 8)}`);
  let index: IndexOfBuild | undefined;
  return {
    name: 'kenjinkai-search-index',
    hooks: {
      'astro:build:start': async ({ setPrerenderer }) => {
        const started = startIndex({ ...(await content.indexInput()), folder: made });
        index = started;
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          getStaticPaths: async () => {
            content.writeRelated(Object.fromEntries(await started.related()));
            return prerenderer.getStaticPaths();
          },
        }));
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
