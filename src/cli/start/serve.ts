import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { limitConnections } from '../../../cms/server/http/limit-connections.ts';
import { httpLimits } from '../../../cms/server/http/limits.ts';
import sirv, { type RequestHandler } from 'sirv';

/** Listens on this machine alone and serves the folder that `site` names at the moment of each request; `answer` goes first. */
export async function listen({ port, site, base, answer }: ListenOptions): Promise<Server> {
  const server = createServer(httpLimits, async (request, response) => {
    if (await answer?.(request, response)) return;
    setSafeHeaders(response);
    if (site.folder === '') return sayWait(response);
    const inside = withoutBase(request.url ?? '/', base);
    if (inside === undefined) return redirect(response, base);
    request.url = inside;
    serveFolder(site.folder)(request, response, () => void sayMissing(site.folder, request, response));
  });
  limitConnections(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

const handlers = new Map<string, RequestHandler>();

/** `dev` makes sirv look at the disk for each request: a folder is built anew while the server runs. */
function serveFolder(folder: string): RequestHandler {
  let handler = handlers.get(folder);
  if (!handler) {
    handler = sirv(folder, { dev: true, etag: true });
    handlers.set(folder, handler);
  }
  return handler;
}

function withoutBase(url: string, base: string): string | undefined {
  const prefix = base.replace(/\/$/, '');
  if (url === prefix || url.startsWith(`${prefix}/`) || url.startsWith(`${prefix}?`)) return url.slice(prefix.length) || '/';
  return undefined;
}

function setSafeHeaders(response: ServerResponse): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('X-Frame-Options', 'SAMEORIGIN');
  response.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin');
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { Location: location }).end();
}

function sayWait(response: ServerResponse): void {
  response.writeHead(503, { 'Content-Type': 'text/html; charset=utf-8', 'Retry-After': '2', Refresh: '2' });
  response.end('<!doctype html><html lang="ja"><meta charset="utf-8"><title>準備中</title><p>サイトを組み立てています。できあがると自動で表示します。</p></html>');
}

async function sayMissing(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const page = await readFile(path.join(folder, '404.html')).catch(() => Buffer.from('Not found'));
  response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(request.method === 'HEAD' ? undefined : page);
}

export interface ListenOptions {
  port: number;
  site: { folder: string };
  base: string;
  /** Whatever answers before the files do; true when it has answered. */
  answer?: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
}
