import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ZodError } from 'zod';
import { actionRequest, actions } from '../../protocol/actions.ts';
import type { Visitor } from '../access/authenticator.ts';
import { addressRange } from '../access/client-address.ts';
import { singleHeader } from '../access/headers.ts';
import { perform } from '../actions/perform.ts';
import { accessMessages } from '../messages/access-messages.ts';
import { HttpError } from '../messages/http-error.ts';
import { requestMessages } from '../messages/request-messages.ts';
import type { AuditNote, HandlerParts } from './handler-parts.ts';
import { refuseOtherSites } from './own-host.ts';
import { sendError, sendJson, sendJsonList } from './send-json.ts';
import { describeSession, linkRoute, login, logout, redeemLink } from './session-requests.ts';
import { toHttpError } from './to-http-error.ts';

/**
 * Answers the requests below the CMS's prefix. Who asks, and from where, is settled before a byte of a body is read.
 */
export function createHandler(
  parts: HandlerParts,
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  return async (request, response) => {
    const route = routeOf(request.url ?? '', parts);
    if (route === undefined) return false;
    const started = performance.now();
    const note: AuditNote = {
      login: null,
      action: route,
      target: null,
      commit: null,
      isAudited: false,
      isOfPerson: false,
    };
    let failure: HttpError | undefined;
    try {
      await answer(parts, route, request, response, note);
    } catch (error) {
      failure = toHttpError(error);
      // A list that broke off must not look like a whole one.
      if (response.headersSent) response.destroy();
      else sendError(response, failure);
    }
    const { login, action, target, commit, isAudited, isOfPerson } = note;
    if (isAudited && !failure) parts.onAuditedAction?.();
    if (isAudited || (failure && failure.status !== 404)) {
      const address = parts.clientAddress(request);
      const milliseconds = Math.round(performance.now() - started);
      const result = { status: failure?.status ?? 200, code: failure?.code ?? null, commit, milliseconds };
      parts.audit.write({ at: parts.now().toISOString(), address, login, action, target, ...result }, isOfPerson);
    }
    return true;
  };
}

/** Request, permission, then the action itself (plan and commit), and the answer. */
async function answer(
  parts: HandlerParts,
  route: string,
  request: IncomingMessage,
  response: ServerResponse,
  note: AuditNote,
): Promise<void> {
  if (route === linkRoute) return redeemLink(parts, request, response, note);
  const visitor = await identify(parts, route, request, note);
  if (route === 'session') return sendJson(response, 200, describeSession(parts, visitor));

  const turn = visitor.person?.login ?? `address ${addressRange(parts.clientAddress(request))}`;
  if (!parts.concurrencyLimit.enter(turn)) throw new HttpError(503, 'busy', requestMessages.busy, {}, 1);
  try {
    if (route === 'login') await login(parts, request, response, note);
    else if (route === 'logout') await logout(parts, request, response, note);
    else if (visitor.person) {
      const body = await parts.readBody(request, maxActionBytes, visitor.person.login);
      const { action, params } = readAction(body, note);
      const result = await perform(parts.context, visitor.person, action, params);
      note.commit = commitOf(result);
      if (isList(result)) await sendJsonList(response, result);
      else await sendJson(response, 200, result);
    }
  } finally {
    parts.concurrencyLimit.leave(turn);
  }
}

/** Who asks, from our own pages and with the session's token; a session is told to anybody. */
async function identify(
  parts: HandlerParts,
  route: string,
  request: IncomingMessage,
  note: AuditNote,
): Promise<Visitor> {
  const method = routes.get(route);
  if (method === undefined) throw new HttpError(404, 'not-found', requestMessages.notFound);
  if (request.method !== method) throw new HttpError(405, 'bad-request', requestMessages.method);
  refuseOtherSites(request, parts.hostRule);
  const visitor = await parts.authenticator.who(request);
  note.login = visitor.person?.login ?? null;
  if (route === 'session') return visitor;
  if (route === 'v1' && !visitor.person) throw new HttpError(401, 'signed-out', accessMessages.signedOut);
  if (!parts.tokens.isToken(visitor.session, singleHeader(request, 'x-cms-token')))
    throw new HttpError(403, 'token', requestMessages.token);
  note.isOfPerson = visitor.person !== undefined;
  return visitor;
}

/** The action that a request asks for, with parameters of the protocol's shape. */
function readAction(body: unknown, note: AuditNote) {
  const request = actionRequest.safeParse(body);
  if (!request.success) throw new HttpError(400, 'bad-request', requestMessages.badShape('action'));
  const { action } = request.data;
  const params = actions[action].params.safeParse(request.data.params);
  if (!params.success) throw new HttpError(400, 'bad-request', requestMessages.badShape(pathOf(params.error)));
  note.action = action;
  note.isAudited = actions[action].changes;
  note.target = targetOf(params.data);
  return { action, params: params.data };
}

function commitOf(result: unknown): string | null {
  const isCommit = typeof result === 'object' && result !== null && 'commit' in result;
  return isCommit && typeof result.commit === 'string' ? result.commit : null;
}

function isList(result: unknown): result is AsyncIterable<unknown> {
  return typeof result === 'object' && result !== null && Symbol.asyncIterator in result;
}

/** Where in a request its shape is wrong. */
function pathOf({ issues }: ZodError): string {
  return ['params', ...(issues[0]?.path ?? [])].join('.');
}

/**
 * Letter for letter: an encoded or repeated slash is another address, which does not exist. What follows `open/` is a
 * secret, which no log may hold.
 */
function routeOf(url: string, { prefix, authenticator }: HandlerParts): string | undefined {
  const route = url.startsWith(prefix) ? url.slice(prefix.length) : undefined;
  return authenticator.links && route?.startsWith(`${linkRoute}/`) === true ? linkRoute : route;
}

function targetOf(params: object | undefined): string | null {
  const { id, collection, slug, path, paths, asset, dataFiles } = (params ?? {}) as Record<string, unknown>;
  if (typeof id === 'string') return id;
  if (typeof collection === 'string' && typeof slug === 'string') return `${collection}/${slug}`;
  if (typeof path === 'string') return path;
  const list = Array.isArray(paths)
    ? paths
    : Array.isArray(dataFiles)
      ? dataFiles.map((file: { path: string }) => file.path)
      : [(asset as { path?: string } | undefined)?.path];
  const named = list.filter((one): one is string => typeof one === 'string');
  return named.length === 0 ? null : named.join(' ');
}

const routes = new Map([
  ['session', 'GET'],
  ['login', 'POST'],
  ['logout', 'POST'],
  ['v1', 'POST'],
]);
const maxActionBytes = 12 * 1024 * 1024;
