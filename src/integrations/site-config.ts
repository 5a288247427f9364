import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import type { AstroUserConfig } from 'astro';
import { buildLock } from './build-lock.ts';
import type { BuildSettings } from './build-settings.ts';
import { writeForFloor } from './browser-floor.ts';
import { cards } from './cards.ts';
import { decapFiles } from './decap-files.ts';
import { hostRedirects } from './host-redirects.ts';
import { icons } from './icons.ts';
import { openData } from './open-data.ts';
import { plainEditions } from './plain-editions.ts';
import { plainLineEnds } from './plain-line-ends.ts';
import type { Say } from '../loader/progress.ts';
import { publicFiles } from './public-files.ts';
import { rebaseLinks } from './rebase-links.ts';
import { renderPages } from './render-pages.ts';
import { scrollWideParts } from './scroll-wide-parts.ts';
import { searchIndex } from './search-index.ts';
import { siteContent } from './site-content.ts';
import { styleguide } from './styleguide.ts';
import { usedTokens } from './used-tokens.ts';

/**
 * Astro's configuration, and the parts of it that go on working when the content changes. `say` hears how far a build
 * is, where Astro's own log is silent.
 */
export function createSiteConfig(settings: BuildSettings, say?: Say): SiteConfig {
  const content = siteContent(settings, say);
  const index = searchIndex(settings, content);
  const early = [plainEditions(settings, content), openData(settings, content)];
  const pages = renderPages(
    settings,
    async (out) => {
      // While the thread of the index finds related questions, this thread has nothing else to do.
      for (const { add } of early) await add(out, () => undefined);
      await index.writeRelated();
    },
    say,
  );
  const added = [
    publicFiles(settings, () => content.getLoaded().linkedFiles),
    cards(settings),
    hostRedirects(settings),
  ];
  const config: AstroUserConfig = {
    site: settings.site,
    base: settings.base,
    outDir: settings.outDir,
    cacheDir: settings.siteCacheFolder,
    trailingSlash: 'always',
    // Several pages at once: while one is written another is rendered.
    build: { format: 'directory', inlineStylesheets: 'never', concurrency: 8 },
    devToolbar: { enabled: false },
    markdown: {
      syntaxHighlight: false,
      processor: unified({ rehypePlugins: [[rebaseLinks, settings.base], scrollWideParts, plainLineEnds] }),
    },
    integrations: [
      mdx(),
      content.integration,
      index.integration,
      pages.integration,
      ...[...early, ...added].map(({ integration }) => integration),
      icons(),
      decapFiles(),
      styleguide(),
      buildLock(settings),
      usedTokens(),
      writeForFloor(),
    ],
    vite: {
      build: { assetsInlineLimit: 0 },
      // See `search/suggest-element.ts`.
      worker: { format: 'es' },
      define: {
        'import.meta.env.AUDIENCE': JSON.stringify(settings.audience),
        'import.meta.env.DRAWS_CARDS': JSON.stringify(settings.cards),
        'import.meta.env.FEEDBACK': JSON.stringify(settings.feedback),
        'import.meta.env.OPERATION': JSON.stringify(settings.operation),
      },
    },
  };
  return { config, content, index, pages, added };
}

export interface SiteConfig {
  readonly config: AstroUserConfig;
  readonly content: ReturnType<typeof siteContent>;
  readonly index: ReturnType<typeof searchIndex>;
  readonly pages: ReturnType<typeof renderPages>;
  /** Files that are added when the pages are there. */
  readonly added: readonly ReturnType<typeof cards>[];
}
