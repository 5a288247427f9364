/** The site as an app on a phone: text shared to it from a chat is searched for. */
import type { APIRoute } from 'astro';
import { address, paths } from '../links/address.ts';
import { jsonFile } from '../links/files.ts';
import { siteWords } from '../strings/site.ts';

export const GET: APIRoute = () =>
  jsonFile(
    {
      id: address(paths.home),
      name: siteWords.name,
      short_name: siteWords.name,
      description: siteWords.description,
      lang: 'ja',
      dir: 'ltr',
      start_url: address(paths.home),
      scope: address(paths.home),
      display: 'minimal-ui',
      background_color: '#faf8f4',
      theme_color: '#b7282e',
      icons: [
        { src: address('/icon-192.png'), sizes: '192x192', type: 'image/png' },
        { src: address('/icon-512.png'), sizes: '512x512', type: 'image/png' },
        { src: address('/icon-maskable-512.png'), sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        { src: address('/icon.svg'), sizes: 'any', type: 'image/svg+xml' },
      ],
      share_target: { action: address(paths.search), method: 'GET', params: { text: 'q' } },
      shortcuts: [{ name: '検索', url: address(paths.search) }],
    },
    'application/manifest+json',
  );
