import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { limitConnections } from '../../../cms/server/http/limit-connections.ts';
import { httpLimits } from '../../../cms/server/http/limits.ts';
import type { HostRule } from '../../../cms/server/http/own-host.ts';
import { serveSite } from '../site-server/serve-site.ts';

/**
 * Listens on this machine alone and serves the folder that `site` names at the moment of each request; `answer` goes
 * first.
 */
export async function listen({
  port,
  site,
  base,
  answer,
  hostRule = { mode: 'loopback' },
}: ListenOptions): Promise<Server> {
  const answerFile = serveSite({ site, base, hostRule });
  const server = createServer(httpLimits, async (request, response) => {
    if (!(await answer?.(request, response))) answerFile(request, response);
  });
  limitConnections(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

export interface ListenOptions {
  port: number;
  site: { readonly folder: string };
  base: string;
  /** Which hosts requests may be addressed to; this machine's own if left out. */
  hostRule?: HostRule;
  /** Whatever answers before the files do; true when it has answered. */
  answer?: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
}
