import type { Redirect } from './redirects.ts';

/**
 * The redirects in the words of common hosts, by file name inside the built site. Where a host reads none of them, the
 * static pages at the former addresses still lead on.
 */
export function writeHostRedirects(redirects: readonly Redirect[], base: string): Record<HostFile, string> {
  const prefix = base.replace(/\/$/, '');
  const lines = redirects.map(({ from, to }) => ({ from: prefix + from, to: prefix + to }));
  return {
    _redirects: written([`# Netlify, Cloudflare Pages`, ...lines.map(({ from, to }) => `${from} ${to} 301`)]),
    '.htaccess': written([
      '# Apache',
      '<IfModule mod_alias.c>',
      ...lines.map(({ from, to }) => `RedirectMatch 301 "^${escapePattern(from)}(index\\.html)?$" "${to}"`),
      '</IfModule>',
    ]),
    'hosting/nginx-redirects.map': written([
      '# nginx: map $uri $moved_to { include …/nginx-redirects.map; }  if ($moved_to) { return 301 $moved_to; }',
      ...lines.flatMap(({ from, to }) => [`${from} ${to};`, `${from.slice(0, -1)} ${to};`]),
    ]),
  };
}

export type HostFile = '_redirects' | '.htaccess' | 'hosting/nginx-redirects.map';

function written(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
