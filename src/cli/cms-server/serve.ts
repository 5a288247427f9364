import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import * as z from 'zod';
import { readAccounts } from '../../../cms/server/access/accounts.ts';
import { refuseUnsafeFile } from '../../../cms/server/access/private-file.ts';
import { createCmsServer } from '../../../cms/server/create-cms-server.ts';
import { limitConnections } from '../../../cms/server/http/limit-connections.ts';
import { httpLimits } from '../../../cms/server/http/limits.ts';
import { showOneTimeLink } from '../shared/show-one-time-link.ts';
import { UsageError } from './usage-error.ts';
import { openSite } from './open-site.ts';
import { readSettings, type StartOptions } from './settings.ts';
import type { CmsServerSettings } from './settings-file.ts';
import { cmsServerWords as words } from './words.ts';
import { isListed, readAddressList } from '../../../cms/server/access/client-address.ts';

/** Runs until it is told to stop, and then finishes the saves that are under way. */
export async function serve(args: string[], start: StartOptions = {}): Promise<void> {
  const settings = await readSettings(args, start);
  await checkAccounts(settings);
  const isInClear = settings.access.mode === 'accounts' && settings.address?.startsWith('http:') === true;
  if (isInClear && isOpenToOthers(settings)) console.error(words.unencrypted);
  const { repository, site: _site, build: _build, listen, tls, ...options } = settings;
  const site = await openSite(settings);
  const cms = await createCmsServer({ root: repository, ...options }, undefined, site.side);
  const serveSite = site.serve(cms.hostRule);
  const server = await createListener(tls, (request, response) => {
    void cms.handle(request, response).then((isAnswered) => {
      if (isAnswered) return;
      // Programs that ask for what does not exist are answered in their own language.
      if (request.url?.startsWith(`${options.base}api/`) === true) sayNothingThere(response);
      else serveSite(request, response);
    });
  });
  const { access, trustedProxies } = options;
  const proxies = readAddressList([...trustedProxies, ...(access.mode === 'proxy' ? access.trustedAddresses : [])]);
  limitConnections(server, { isTrusted: (address) => isListed(proxies, address) });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new UsageError(words.portTaken(listen.port)) : error),
    );
    server.listen(listen.port, listen.host, resolve);
  });
  const origin = `${tls ? 'https' : 'http'}://${listen.host.includes(':') ? `[${listen.host}]` : listen.host}:${listen.port}`;
  console.log(words.ready(options.address ?? origin + options.base));
  if (settings.access.mode === 'accounts' && !isOpenToOthers(settings)) console.log(words.onlyHere);
  await showOneTimeLink(cms, origin);
  site.begin();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close();
      server.closeIdleConnections();
      site.close();
      void cms.close().then(() => process.exit(0));
    });
  }
}

function sayNothingThere(response: ServerResponse): void {
  const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' };
  response.writeHead(404, headers).end(JSON.stringify({ error: words.nothingThere, code: 'not-found' }));
}

/** Whether anybody beside this machine can come in, by itself or through a reverse proxy. */
function isOpenToOthers({ address, trustedProxies }: CmsServerSettings): boolean {
  return trustedProxies.length > 0 || !/^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::|\/|$)/.test(address ?? '');
}

async function checkAccounts({ access }: CmsServerSettings): Promise<void> {
  if (access.mode === 'loopback') return;
  await refuseUnsafeFile(access.file);
  const accounts = await readAccounts(access.file).catch((error: unknown) => {
    if (error instanceof z.ZodError)
      throw new UsageError(words.badAccounts(access.file, error.issues[0]?.path.join('.') ?? ''));
    throw new UsageError(words.noAccounts(access.file));
  });
  const isUsable =
    access.mode === 'accounts' ? accounts.some(({ password }) => password !== undefined) : accounts.length > 0;
  if (!isUsable) throw new UsageError(words.noAccounts(access.file));
}

async function createListener(tls: CmsServerSettings['tls'], listener: RequestListener): Promise<Server> {
  if (!tls) return createServer(httpLimits, listener);
  await refuseUnsafeFile(tls.key, { isFromAdministrator: true });
  const [cert, key] = await Promise.all([readFile(tls.certificate), readFile(tls.key)]).catch(() => {
    throw new UsageError(words.badTls);
  });
  return createSecureServer({ ...httpLimits, cert, key, minVersion: 'TLSv1.2' }, listener);
}
