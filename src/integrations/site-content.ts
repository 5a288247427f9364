import { AstroError } from 'astro/errors';
import type { AstroIntegration } from 'astro';
import path from 'node:path';
import type { ViteDevServer } from 'vite';
import { sayNothingToCheck } from '../loader/check-content.ts';
import { openSiteLoader, type LoadedSite, type LoadOutcome, type SiteLoader } from '../loader/load-site.ts';
import { findRelated, relatedCount } from '../search/indexing/find-related.ts';
import { prepareIndex } from '../search/indexing/prepare-index.ts';
import type { BuildSettings } from './build-settings.ts';
import type { Say } from '../loader/progress.ts';

/**
 * The content of the site that is built or served: read before anything is made from it. `say` hears what is otherwise
 * said in Astro's log.
 */
export function siteContent(settings: ContentSettings, say?: Say): SiteContent {
  let loader: SiteLoader | undefined;
  let contentStore = '';
  let loaded: LoadedSite | undefined;
  let tell: Say = say ?? (() => undefined);
  const load = async (showsLastValid: boolean): Promise<LoadOutcome> => {
    const { contentRoot: root, base: basePath } = settings;
    loader ??= openSiteLoader({ ...settings, root, basePath, contentStore, say: (text) => tell(text) });
    const outcome = await loader.load(settings.getDay(), { showsLastValid });
    loaded = outcome.site ?? loaded;
    return outcome;
  };
  const getLoaded = (): LoadedSite => {
    if (!loaded) throw new Error('The content has not been read yet.');
    return loaded;
  };
  const writeRelated = (related: ReadonlyMap<string, readonly string[]>): void =>
    loader?.writeRelated(Object.fromEntries(related));

  return {
    load: () => load(false),
    getLoaded,
    writeRelated,
    integration: {
      name: 'kenjinkai-content',
      hooks: {
        'astro:config:setup': ({ command, updateConfig }) => {
          // A build beside the development server must not write over what that one reads.
          contentStore = path.join(settings.siteCacheFolder, `content-${command}-${settings.audience}`);
          updateConfig({ vite: { define: { 'import.meta.env.CONTENT_STORE': JSON.stringify(contentStore) } } });
        },
        'astro:build:start': async ({ logger }) => {
          tell = say ?? ((text) => logger.info(text));
          tell(words.reading);
          const { isEmpty, errorCount, report, note } = await load(false);
          if (isEmpty) throw new AstroError(sayNothingToCheck(settings.contentRoot, 'CONTENT_ROOT'));
          if (errorCount > 0)
            throw new AstroError(`内容に${errorCount}件の誤りがあるため、サイトを組み立てられません。\n${report}`);
          // Who watches a server sees how much was found; the content check says what.
          tell(say ? (report.split('\n').at(-1) ?? '') : report);
          if (note !== undefined) (say ?? ((text) => logger.warn(text)))(note);
          tell(words.bundling);
        },
        'astro:server:setup': async ({ server, logger }) => {
          const findRelatedAgain = createRelatedFinder();
          const show = async (): Promise<void> => {
            const { errorCount, report } = await load(true);
            if (errorCount > 0) logger.error(report);
            const related = await findRelatedAgain(getLoaded());
            if (related) writeRelated(related);
          };
          await show();
          followChanges(server, settings.contentRoot, show);
        },
      },
    },
  };
}

/** Finds related questions when one comes, goes or changes, since that takes longer than all else of a save. */
function createRelatedFinder(): (site: LoadedSite) => Promise<Map<string, string[]> | undefined> {
  let questions = '';
  return async ({ qas, toIndexInput }) => {
    const asked = JSON.stringify(qas.map(({ id, question, aliases }) => [id, question, aliases]));
    if (questions === asked) return undefined;
    questions = asked;
    const { documents, vocabulary } = await toIndexInput();
    return findRelated(prepareIndex(documents, vocabulary), relatedCount);
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

const words = {
  reading: '内容を読み、調べています…',
  bundling: 'ページを作るプログラムをまとめています…',
} as const;

type ContentSettings = Pick<BuildSettings, 'contentRoot' | 'base' | 'site' | 'audience' | 'siteCacheFolder' | 'getDay'>;

export interface SiteContent {
  readonly integration: AstroIntegration;
  /** Reads the content again; an error in any file leaves everything as it was. */
  load(): Promise<LoadOutcome>;
  /** The last reading without an error. */
  getLoaded(): LoadedSite;
  writeRelated(related: ReadonlyMap<string, readonly string[]>): void;
}
