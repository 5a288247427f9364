import path from 'node:path';
import { build } from 'astro';
import type { BuildSettings } from '../integrations/build-settings.ts';
import { createSiteConfig } from '../integrations/site-config.ts';
import { sayNothingToCheck } from '../loader/check-content.ts';
import { cutIndexCaches, sizeOf } from './caches.ts';
import { copySite } from './copy-site.ts';

/**
 * Builds a site once with Astro and then brings it up to date when its content changes, without bundling anything
 * again: only pages, files and index entries that a change touches are made anew. Throws where something failed; this
 * object must not be used afterwards.
 */
export function openSiteBuild(settings: BuildSettings, log: (text: string) => void): SiteBuild {
  const { config, content, index, pages, added } = createSiteConfig(settings, log);
  return {
    async build() {
      await build({ ...config, configFile: false, logLevel: 'error' });
      await cutIndexCaches(settings.cacheFolder);
      const caches = [settings.siteCacheFolder, index.stateFolder, path.join(settings.cacheFolder, 'cards')];
      const megabytes = Math.ceil((await sizeOf(caches)) / 1_000_000).toLocaleString('ja-JP');
      log(`次の組み立てのための控えは${megabytes}MBです。消しても、次が遅くなるだけです（${caches.join('、')}）。`);
    },
    async update({ from, to }, whenShowable = () => undefined) {
      const { errorCount, isEmpty, report, site } = await content.load();
      if (isEmpty) {
        log(sayNothingToCheck(settings.contentRoot, 'CONTENT_ROOT'));
        return false;
      }
      if (!site) {
        log(`内容に${errorCount}件の誤りがあるため、サイトを組み立てられません。\n${report}`);
        return false;
      }
      // Beside the copy the index is made; it is put into the folder at last.
      index.begin(to);
      await copySite(from, to);
      await pages.renderChanged(to, log);
      for (const { add } of added) await add(to, log);
      whenShowable();
      const started = performance.now();
      const count = await index.finish();
      log(
        `${count}件を検索できるようにしました（ページができてから${((performance.now() - started) / 1000).toFixed(1)}秒）。`,
      );
      return true;
    },
  };
}

export interface SiteBuild {
  /** Builds the whole site into the folder of the settings. */
  build(): Promise<void>;
  /**
   * Makes in the new folder `to` the site that lies in `from`, as it was built or brought up to date last, with the
   * content of now. False where the content has errors: then nothing was written. `whenShowable` is called as soon as
   * all pages are there; the search goes on to answer from the index of before, until that of now is put in its place.
   */
  update(folders: { from: string; to: string }, whenShowable?: () => void): Promise<boolean>;
}
