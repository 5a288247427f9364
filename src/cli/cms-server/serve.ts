import { readFile, stat } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import * as z from 'zod';
import { readAccounts } from '../../../cms/server/access/accounts.ts';
import { refuseUnsafeFile } from '../../../cms/server/access/private-file.ts';
import { createCmsServer } from '../../../cms/server/create-cms-server.ts';
import { isListed, readAddressList } from '../../../cms/server/access/addresses.ts';
import { limitConnections } from '../../../cms/server/http/limit-connections.ts';
import { httpLimits } from '../../../cms/server/http/limits.ts';
import type { HostRule } from '../../../cms/server/http/own-host.ts';
import { showOneTimeLink } from '../show-one-time-link.ts';
import { serveSite } from '../site-server/serve-site.ts';
import { Misuse } from './misuse.ts';
import { readSettings, type CmsServerSettings } from './settings.ts';
import { cmsServerWords as words } from './words.ts';

/** Runs until it is told to stop, and then finishes the saves that are under way. */
export async function serve(args: string[]): Promise<void> {
  const settings = await readSettings(args);
  await checkAccounts(settings);
  if (settings.access.mode === 'accounts' && settings.address?.startsWith('http:') === true) console.error(words.unencrypted);
  const { repository, site, listen, tls, ...options } = settings;
  const cms = await createCmsServer({ root: repository, ...options });
  const serveSite = site === undefined ? undefined : await openSite(site, options.base, cms.hostRule);
  const server = await createListener(tls, (request, response) => {
    void cms.handle(request, response).then((isAnswered) => {
      if (isAnswered) return;
      if (serveSite) serveSite(request, response);
      else response.writeHead(404).end();
    });
  });
  const { access, trustedProxies } = options;
  const proxies = readAddressList([...trustedProxies, ...(access.mode === 'proxy' ? access.trustedAddresses : [])]);
  limitConnections(server, { isTrusted: (address) => isListed(proxies, address) });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? new Misuse(words.portTaken(listen.port)) : error));
    server.listen(listen.port, listen.host, resolve);
  });
  const origin = `${tls ? 'https' : 'http'}://${listen.host.includes(':') ? `[${listen.host}]` : listen.host}:${listen.port}`;
  console.log(words.ready(options.address ?? origin + options.base));
  await showOneTimeLink(cms, origin);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close();
      server.closeIdleConnections();
      void cms.close().then(() => process.exit(0));
    });
  }
}

async function checkAccounts({ access }: CmsServerSettings): Promise<void> {
  if (access.mode === 'loopback') return;
  await refuseUnsafeFile(access.file);
  const accounts = await readAccounts(access.file).catch((error: unknown) => {
    if (error instanceof z.ZodError) throw new Misuse(words.badAccounts(access.file, error.issues[0]?.path.join('.') ?? ''));
    throw new Misuse(words.noAccounts(access.file));
  });
  const isUsable = access.mode === 'accounts' ? accounts.some(({ password }) => password !== undefined) : accounts.length > 0;
  if (!isUsable) throw new Misuse(words.noAccounts(access.file));
}

async function openSite(folder: string, base: string, hostRule: HostRule): Promise<RequestListener> {
  const facts = await stat(folder).catch(() => undefined);
  if (!facts?.isDirectory()) throw new Misuse(words.noSite(folder));
  return serveSite({ site: { folder }, base, hostRule });
}

async function createListener(tls: CmsServerSettings['tls'], listener: RequestListener): Promise<Server> {
  if (!tls) return createServer(httpLimits, listener);
  await refuseUnsafeFile(tls.key, { isFromAdministrator: true });
  const [cert, key] = await Promise.all([readFile(tls.certificate), readFile(tls.key)]).catch(() => {
    throw new Misuse(words.badTls);
  });
  return createSecureServer({ ...httpLimits, cert, key, minVersion: 'TLSv1.2' }, listener);
}
