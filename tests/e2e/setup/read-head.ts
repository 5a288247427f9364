import { readFileSync } from 'node:fs';
import path from 'node:path';
import { builtPages } from './built-pages.ts';
import type { Site } from './sites.ts';

/** The HTML of a page of a built site. */
export function readPage(site: Site, page: string): string {
  return readFileSync(path.join(site.folder, page.endsWith('.html') ? page : `${page}index.html`), 'utf8');
}

/** Every page with its HTML. */
export function readPages(site: Site): { page: string; html: string }[] {
  return builtPages(site).map((page) => ({ page, html: readPage(site, page) }));
}

/** `<meta>` tags by property or name, as readers of links see them. */
export function readMeta(html: string): Map<string, string> {
  const tags = [...html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)];
  return new Map(tags.map(([, name = '', content = '']) => [name, decode(content)]));
}

/** Values of an attribute on any element. */
export function readAttributes(html: string, name: 'href' | 'src' | 'action'): string[] {
  const withoutData = html
    .replace(/<script[^>]*type="application\/(?:ld\+)?json"[^>]*>.*?<\/script>/gs, '')
    .replace(/<pre[^>]*>.*?<\/pre>/gs, '');
  return [...withoutData.matchAll(new RegExp(`<[a-z][^>]*\\s${name}="([^"]*)"`, 'g'))].map((match) =>
    decode(match[1] ?? ''),
  );
}

export function readJsonLd(html: string): unknown[] {
  return [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    (match) => JSON.parse(match[1] ?? '') as unknown,
  );
}

function decode(text: string): string {
  return text.replace(
    /&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi,
    (_whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (decimal) return String.fromCodePoint(Number(decimal));
      if (hex) return String.fromCodePoint(parseInt(hex, 16));
      return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name ?? ''] ?? '';
    },
  );
}
