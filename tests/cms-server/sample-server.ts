import { deepStrictEqual } from 'node:assert';
import { actions, type ActionName } from '../../cms/protocol/actions.ts';
import { errorBody } from '../../cms/protocol/errors.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { checkThread } from '../../cms/server/check/check-in-threads.ts';
import { createCmsServer, type SiteSide } from '../../cms/server/create-cms-server.ts';
import { httpLimits } from '../../cms/server/http/limits.ts';
import type { CmsOptions } from '../../cms/server/options.ts';
import { bundleProgram } from './bundle-program.ts';

/** A real HTTP server with the CMS in it, on a port of its own. */
export async function startServer(options: CmsOptions, now?: () => Date, side?: SiteSide): Promise<SampleServer> {
  const program = await (checkProgram ??= bundleCheckThread());
  const cms = await createCmsServer({ checkProgram: program, ...options }, now, side);
  const server = createServer(httpLimits, async (request, response) => {
    if (!(await cms.handle(request, response))) response.writeHead(404).end('site');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = options.address ?? `http://localhost:${port}`;
  const base = options.base ?? '/';
  return {
    port,
    origin,
    send: (raw) => send(port, raw),
    visitor: () => createVisitor(port, new URL(origin), base, () => cms.oneTimeLink?.path()),
    stranger: () => createVisitor(port, new URL(origin), base, () => undefined),
    oneTimePath: () => cms.oneTimeLink?.path() ?? '',
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await cms.close();
    },
  };
}

/** One file instead of two hundred starts a thread in a third of the time, and each server starts two. */
let checkProgram: Promise<URL> | undefined;

async function bundleCheckThread(): Promise<URL> {
  const folder = mkdtempSync(path.join(tmpdir(), 'check-thread-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return pathToFileURL(await bundleProgram(fileURLToPath(checkThread), folder));
}

/**
 * A browser with one tab: keeps its cookie, knows its token, names its origin. In loopback mode it is that of the
 * person who started the server, and opens the one-time link first.
 */
export function createVisitor(
  port: number,
  address: URL,
  base: string,
  linkPath: () => string | undefined = () => undefined,
): Visitor {
  let cookie = '';
  let token = '';
  let opened: Promise<void> | undefined;
  const openLink = async (): Promise<void> => {
    const path = linkPath();
    if (path === undefined) return;
    const { headers } = await send(port, { method: 'GET', path, headers: { Host: address.host } });
    cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  };
  const call = async (
    method: string,
    route: string,
    body?: unknown,
    headers: OutgoingHttpHeaders = {},
  ): Promise<Answer> => {
    await (opened ??= opening = opening.then(openLink, openLink));
    const answer = await send(port, {
      method,
      path: `${base}api/cms/${route}`,
      headers: {
        Host: address.host,
        ...(method === 'POST'
          ? { Origin: address.origin, 'Content-Type': 'application/json; charset=utf-8', 'X-CMS-Token': token }
          : {}),
        ...(cookie === '' ? {} : { Cookie: cookie }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = answer.headers['set-cookie']?.[0];
    if (set !== undefined) cookie = set.split(';')[0] ?? '';
    const next = (answer.body as { token?: string } | undefined)?.token;
    if (next !== undefined) token = next;
    return answer;
  };
  return {
    call,
    open: () => call('GET', 'session'),
    login: async (login, password) => {
      await call('GET', 'session');
      return call('POST', 'login', { login, password });
    },
    act: async (action, params, headers) => {
      const answer = await call('POST', 'v1', { action, params: { branch: 'main', ...(params as object) } }, headers);
      const shape = answer.status >= 400 ? errorBody : isActionName(action) ? actions[action].answer : undefined;
      // Every answer of every test is one that the protocol describes, with nothing beside it.
      if (shape && answer.body !== undefined) deepStrictEqual(shape.parse(answer.body), answer.body);
      return answer;
    },
    token: () => token,
    cookie: () => cookie,
  };
}

/** One visitor after the other: each opens a link of its own. */
let opening: Promise<void> = Promise.resolve();

function send(port: number, { method = 'POST', path, headers = {}, body }: RawRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const bytes = body === undefined ? undefined : Buffer.from(body);
    const outgoing = httpRequest(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: { ...(bytes ? { 'Content-Length': bytes.length } : {}), ...headers },
        agent: false,
      },
      (response: IncomingMessage) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, body: parse(text) });
        });
      },
    );
    outgoing.once('error', reject);
    outgoing.end(bytes);
  });
}

function isActionName(name: string): name is ActionName {
  return Object.hasOwn(actions, name);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export interface RawRequest {
  method?: string;
  path: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer;
}

export interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  text: string;
  body: unknown;
}

export interface Visitor {
  call: (method: string, route: string, body?: unknown, headers?: OutgoingHttpHeaders) => Promise<Answer>;
  open: () => Promise<Answer>;
  login: (login: string, password: string) => Promise<Answer>;
  act: (action: string, params?: unknown, headers?: OutgoingHttpHeaders) => Promise<Answer>;
  token: () => string;
  cookie: () => string;
}

export interface SampleServer {
  port: number;
  origin: string;
  send: (request: RawRequest) => Promise<Answer>;
  visitor: () => Visitor;
  /** A browser that nobody signed in. */
  stranger: () => Visitor;
  /** Path of the one-time link that is valid now; `''` where there is none. */
  oneTimePath: () => string;
  close: () => Promise<void>;
}
