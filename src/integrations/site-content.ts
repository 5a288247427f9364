import { AstroError } from 'astro/errors';
import type { AstroIntegration } from 'astro';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
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
  /** Of the build that is going on. */
  let reading: Promise<void> = Promise.resolve();
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

  const readForBuild = async (warn: Say): Promise<void> => {
    const { isEmpty, errorCount, report, note } = await load(false);
    if (isEmpty) throw new AstroError(sayNothingToCheck(settings.contentRoot, 'CONTENT_ROOT'));
    if (errorCount > 0)
      throw new AstroError(`内容に${errorCount}件の誤りがあるため、サイトを組み立てられません。\n${report}`);
    // Who watches a server sees how much was found; the content check says what.
    tell(say ? (report.split('\n').at(-1) ?? '') : report);
    if (note !== undefined) warn(note);
  };

  return {
    load: () => load(false),
    getLoaded,
    async whenLoaded() {
      await reading;
      return getLoaded();
    },
    writeRelated,
    integration: {
      name: 'kenjinkai-content',
      hooks: {
        'astro:config:setup': ({ command, updateConfig }) => {
          // A build beside the development server must not write over what that one reads.
          contentStore = path.join(settings.siteCacheFolder, `content-${command}-${settings.audience}`);
          updateConfig({
            vite: {
              define: { 'import.meta.env.CONTENT_STORE': JSON.stringify(contentStore) },
              plugins: [emptyWhenRead(settings.outDir, () => reading)],
              build: { emptyOutDir: false },
            },
          });
        },
        // Not waited for: programs are bundled meanwhile, and `emptyWhenRead` ends the build where an error is found.
        'astro:build:start': ({ logger }) => {
          tell = say ?? ((text) => logger.info(text));
          tell(words.building);
          reading = readForBuild(say ?? ((text) => logger.warn(text)));
          reading.catch(() => undefined);
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

/**
 * Empties the folder of the site, in place of Astro, which does it before the content has been read: content with an
 * error leaves the site of before.
 */
function emptyWhenRead(outDir: string, whenRead: () => Promise<void>): Plugin {
  return {
    name: 'kenjinkai-empty-when-read',
    apply: 'build',
    async renderStart() {
      // What runs in the browser is written there first of all.
      if (this.environment.name !== 'client') return;
      await whenRead();
      const names = existsSync(outDir) ? readdirSync(outDir) : [];
      for (const name of names.filter((each) => !keptNames.includes(each)))
        rmSync(path.join(outDir, name), { recursive: true });
    },
  };
}

/** A site may be published as a repository of its own; the other is the program that makes pages. */
const keptNames = ['.git', '.prerender'];

const words = {
  building: '内容を読み、調べています。その間に、ページを作るプログラムをまとめます…',
} as const;

type ContentSettings = Pick<
  BuildSettings,
  'contentRoot' | 'base' | 'site' | 'outDir' | 'audience' | 'siteCacheFolder' | 'getDay'
>;

export interface SiteContent {
  readonly integration: AstroIntegration;
  /** Reads the content again; an error in any file leaves everything as it was. */
  load(): Promise<LoadOutcome>;
  /** The last reading without an error. */
  getLoaded(): LoadedSite;
  /** Waits for the reading of the build that is going on; rejects where it found errors. */
  whenLoaded(): Promise<LoadedSite>;
  writeRelated(related: ReadonlyMap<string, readonly string[]>): void;
}
