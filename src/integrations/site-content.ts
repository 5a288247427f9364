import { AstroError } from 'astro/errors';
import type { AstroIntegration } from 'astro';
import path from 'node:path';
import type { ViteDevServer } from 'vite';
import { sayNothingToCheck } from '../loader/check-content.ts';
import { toIndexInput } from '../loader/index-input.ts';
import { createLinkedFiles, type LinkedFiles } from '../loader/linked-files.ts';
import { openSiteLoader, type LoadOutcome, type SiteLoader } from '../loader/load-site.ts';
import type { RelatedIds, StoredSite } from '../library/stored.ts';
import { findRelated, relatedCount } from '../search/indexing/find-related.ts';
import { prepareIndex } from '../search/indexing/prepare-index.ts';
import type { BuildSettings } from './build-settings.ts';

/** The content of the site that is built or served: read before anything is made from it. */
export function siteContent(settings: ContentSettings): SiteContent {
  let loader: SiteLoader | undefined;
  let contentStore = '';
  let linkedFiles = createLinkedFiles([]);
  let site: StoredSite | undefined;
  const load = async (keepsRight: boolean): Promise<LoadOutcome> => {
    loader ??= openSiteLoader({ ...settings, root: settings.contentRoot, basePath: settings.base, contentStore });
    const outcome = await loader.load(settings.day, { keepsRight });
    site = outcome.site ?? site;
    linkedFiles = outcome.linkedFiles ?? linkedFiles;
    return outcome;
  };
  const known = (): StoredSite => {
    if (!site) throw new Error('The content has not been read yet.');
    return site;
  };

  return {
    linkedFiles: () => linkedFiles,
    indexInput: () => toIndexInput(known(), contentStore, settings.base),
    writeRelated: (related) => loader?.writeRelated(related),
    integration: {
      name: 'kenjinkai-content',
      hooks: {
        'astro:config:setup': ({ command, updateConfig }) => {
          // A build beside the development server must not write over what that one reads.
          contentStore = path.join(settings.cacheDir, `content-${command}-${settings.audience}`);
          updateConfig({ vite: { define: { 'import.meta.env.CONTENT_STORE': JSON.stringify(contentStore) } } });
        },
        'astro:build:start': async ({ logger }) => {
          const { isEmpty, errorCount, report, note } = await load(false);
          if (isEmpty) throw new AstroError(sayNothingToCheck(settings.contentRoot, 'CONTENT_ROOT'));
          if (errorCount > 0)
            throw new AstroError(`内容に${errorCount}件の誤りがあるため、サイトを組み立てられません。\n${report}`);
          logger.info(report);
          if (note !== undefined) logger.warn(note);
        },
        'astro:server:setup': async ({ server, logger }) => {
          const show = async (): Promise<void> => {
            const { errorCount, report } = await load(true);
            if (errorCount > 0) logger.error(report);
            await writeRelated();
          };
          let questions = '';
          /** Anew when a question comes, goes or changes, since that takes longer than all else. */
          const writeRelated = async (): Promise<void> => {
            const asked = JSON.stringify(known().qa.map(({ id, question, aliases }) => [id, question, aliases]));
            if (questions === asked) return;
            questions = asked;
            const { documents, vocabulary } = await toIndexInput(known(), contentStore, settings.base);
            loader?.writeRelated(Object.fromEntries(findRelated(prepareIndex(documents, vocabulary), relatedCount)));
          };
          await show();
          followChanges(server, settings.contentRoot, show);
        },
      },
    },
  };
}

/** Shows each saved file at once: one reading at a time, and one more for what was saved meanwhile. */
function followChanges(server: ViteDevServer, contentRoot: string, show: () => Promise<void>): void {
  const folder = path.join(contentRoot, 'content');
  let isWaiting = false;
  let last = Promise.resolve();
  server.watcher.add(folder);
  server.watcher.on('all', (_event, file) => {
    if (isWaiting || path.relative(folder, file).startsWith('..')) return;
    isWaiting = true;
    last = last.then(async () => {
      isWaiting = false;
      await show();
      server.environments.ssr.hot.send('astro:content-changed', {});
      server.environments.client.hot.send({ type: 'full-reload' });
    });
  });
}

type ContentSettings = Pick<BuildSettings, 'contentRoot' | 'base' | 'site' | 'audience' | 'cacheDir' | 'day'>;

export interface SiteContent {
  readonly integration: AstroIntegration;
  /** Of the last reading. */
  linkedFiles(): LinkedFiles;
  indexInput(): ReturnType<typeof toIndexInput>;
  writeRelated(related: RelatedIds): void;
}
