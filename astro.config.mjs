import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { readBuildSettings } from './src/integrations/build-settings.ts';
import { rebaseLinks } from './src/integrations/rebase-links.ts';
import { searchIndex } from './src/integrations/search-index.ts';

const settings = readBuildSettings(process.env);

export default defineConfig({
  site: settings.site,
  base: settings.base,
  outDir: settings.outDir,
  cacheDir: process.env.CACHE_DIR ?? '.cache/astro',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  markdown: { processor: unified({ rehypePlugins: [[rebaseLinks, settings.base]] }) },
  integrations: [mdx(), searchIndex(settings)],
  vite: {
    build: { assetsInlineLimit: 0 },
    define: {
      'import.meta.env.BUILD_DAY': JSON.stringify(settings.day),
      'import.meta.env.AUDIENCE': JSON.stringify(settings.audience),
      'import.meta.env.CONTENT_ROOT': JSON.stringify(settings.contentRoot),
    },
  },
});
