import { build } from 'astro';
import type { BuildSettings } from '../integrations/build-settings.ts';
import { indexFolder } from '../search/index-format.ts';
import { createSiteConfig } from '../integrations/site-config.ts';
import { copySite } from './copy-site.ts';

/**
 * Builds a site once with Astro and then brings it up to date when its content changes, without bundling anything again:
 * only pages, files and index entries that a change touches are made anew. Throws where something failed; this object
 * must not be used afterwards.
 */
export function openSiteBuild(settings: BuildSettings, log: (text: string) => void): SiteBuild {
  const { config, content, index, pages, added } = createSiteConfig(settings, log);
  return {
    async build() {
      await build({ ...config, configFile: false, logLevel: 'error' });
    },
    async update({ from, to }) {
      const { errorCount, report, site } = await content.load();
      if (!site) {
        log(`内容に${errorCount}件の誤りがあるため、サイトを組み立てられません。\n${report}`);
        return false;
      }
      await Promise.all([copySite(from, to, indexFolder), index.writeRelated()]);
      await pages.renderChanged(to, log);
      for (const { add } of [...added, index]) await add(to, log);
      return true;
    },
  };
}

export interface SiteBuild {
  /** Builds the whole site into the folder of the settings. */
  build(): Promise<void>;
  /**
   * Makes in the new folder `to` the site that lies in `from`, as it was built or brought up to date last, with the
   * content of now. False where the content has errors: then nothing was written.
   */
  update(folders: { from: string; to: string }): Promise<boolean>;
}
