import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { rebaseLinks } from './src/integrations/rebase-links.ts';

const base = process.env.BASE_PATH ?? '/';
const audience = process.env.AUDIENCE ?? 'public';
const buildDay = process.env.BUILD_DAY ?? new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date());

export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  base,
  outDir: process.env.OUT_DIR ?? (audience === 'public' ? 'dist' : `dist-${audience}`),
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [mdx({ rehypePlugins: [[rebaseLinks, base]] })],
  vite: {
    build: { assetsInlineLimit: 0 },
    define: { 'import.meta.env.BUILD_DAY': JSON.stringify(buildDay) },
  },
});
