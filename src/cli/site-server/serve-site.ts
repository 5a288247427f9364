import { readFile } from 'node:fs/promises';
import type { RequestListener, ServerResponse } from 'node:http';
import path from 'node:path';
import sirv, { type RequestHandler } from 'sirv';
import { refuseForeignHost, type HostRule } from '../../../cms/server/http/own-host.ts';
import { addPageHeaders } from '../../../cms/server/http/page-headers.ts';
import { sendPage } from '../../../cms/server/http/send-page.ts';
import { HttpError } from '../../../cms/server/messages/http-error.ts';
import { siteServerWords as words } from './words.ts';
import { sitePolicies } from './site-policies.ts';

/**
 * Answers for the files of a built site, with the headers that keep them from doing harm: the same for `npm start`, for
 * the office server and for the preview. `site.folder` is read at each request; `''` means that it is not built yet,
 * `undefined` that another server has it.
 */
export function serveSite({ site, base, hostRule }: SiteOptions): RequestListener {
  const policies = sitePolicies(base, process.env);
  const serveFolder = openFolders();
  return (request, response) => {
    try {
      refuseForeignHost(request, hostRule);
    } catch (error) {
      if (!(error instanceof HttpError)) throw error;
      return sendPage(response, error.status, words.refused, error.message);
    }
    addPageHeaders(request, response, policies);
    if (site.folder === undefined) return sendPage(response, 404, words.missingTitle, words.deskOnly);
    if (site.folder === '') return sayWait(response);
    const inside = withoutBase(request.url ?? '/', base);
    if (inside === undefined) return void response.writeHead(302, { Location: base }).end();
    request.url = inside;
    const { folder } = site;
    serveFolder(folder)(request, response, () => void sayMissing(folder, response));
  };
}

/** `dev` makes sirv look at the disk for each request: a folder is built anew while the server runs. */
function openFolders(): (folder: string) => RequestHandler {
  const handlers = new Map<string, RequestHandler>();
  return (folder) => {
    const handler = handlers.get(folder) ?? sirv(folder, { dev: true, etag: true });
    handlers.set(folder, handler);
    return handler;
  };
}

function withoutBase(url: string, base: string): string | undefined {
  const prefix = base.replace(/\/$/, '');
  const isInside = url === prefix || url.startsWith(`${prefix}/`) || url.startsWith(`${prefix}?`);
  return isInside ? url.slice(prefix.length) || '/' : undefined;
}

function sayWait(response: ServerResponse): void {
  response.setHeader('Retry-After', '2');
  response.setHeader('Refresh', '2');
  sendPage(response, 503, words.waitTitle, words.wait);
}

async function sayMissing(folder: string, response: ServerResponse): Promise<void> {
  const page = await readFile(path.join(folder, '404.html')).catch(() => undefined);
  if (page === undefined) return sendPage(response, 404, words.missingTitle, words.missing);
  response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(response.req.method === 'HEAD' ? undefined : page);
}

export interface SiteOptions {
  site: { readonly folder: string | undefined };
  /** Path under which the site stands, with a slash at both ends. */
  base: string;
  hostRule: HostRule;
}
