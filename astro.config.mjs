import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { readBuildSettings } from './src/integrations/build-settings.ts';
import { writeForFloor } from './src/integrations/browser-floor.ts';
import { cards } from './src/integrations/cards.ts';
import { decapFiles } from './src/integrations/decap-files.ts';
import { hostRedirects } from './src/integrations/host-redirects.ts';
import { icons } from './src/integrations/icons.ts';
import { plainLineEnds } from './src/integrations/plain-line-ends.ts';
import { publicFiles } from './src/integrations/public-files.ts';
import { rebaseLinks } from './src/integrations/rebase-links.ts';
import { scrollWideParts } from './src/integrations/scroll-wide-parts.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { styleguide } from './src/integrations/styleguide.ts';
import { buildLock } from './src/integrations/build-lock.ts';
import { usedTokens } from './src/integrations/used-tokens.ts';
import { siteContent } from './src/integrations/site-content.ts';

const settings = readBuildSettings(process.env);
const content = siteContent(settings);

export default defineConfig({
  site: settings.site,
  base: settings.base,
  outDir: settings.outDir,
  cacheDir: settings.cacheDir,
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
    publicFiles(settings, content.linkedFiles),
    searchIndex(settings, content),
    cards(settings),
    icons(),
    hostRedirects(settings),
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
});
