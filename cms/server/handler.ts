import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ZodError } from 'zod';
import { addressRange } from './access/client-address.ts';
import type { Authenticator, Visitor } from './access/authenticator-contract.ts';
import { loginName, type Person } from './access/person.ts';
import type { Tokens } from './access/sessions.ts';
import type { AuditLog } from './audit.ts';
import type { Desk } from './desk.ts';
import type { ConcurrencyLimit } from './http/limits.ts';
import type { BodyReader } from './http/read-body.ts';
import { openLink } from './http/open-link.ts';
import { refuseForeignHost, type HostRule } from './http/own-host.ts';
import { refuseOtherSites } from './http/same-site.ts';
import { sendJson, sendJsonList, sendRefusal } from './http/send-json.ts';
import { UnreadableObject } from './repository/object-reader.ts';
import { QueueFull } from './repository/queue.ts';
import { CheckoutBusy } from './repository/checkout-busy.ts';
import { explainDisk } from './repository/usable.ts';
import { NotAFolder } from './repository/tree-writer.ts';
import { sayMoment } from './conflict.ts';
import { perform, shortBranch } from './perform.ts';
import { actionRequest, actions } from '../protocol/actions.ts';
import { loginRequest, type Session, type SiteState } from '../protocol/session.ts';
import { HttpError } from './http-error.ts';
import { ReferencesLocked } from './repository.ts';
import { busyWords, noticeWords, refusalWords as words } from './words.ts';

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
      isDeed: false,
      isOfPerson: false,
    };
    let refusal: HttpError | undefined;
    try {
      await answer(parts, route, request, response, note);
    } catch (error) {
      refusal = toRefusal(error);
      // A list that broke off must not look like a whole one.
      if (response.headersSent) response.destroy();
      else sendRefusal(response, refusal);
    }
    const { login, action, target, commit, isDeed, isOfPerson } = note;
    if (isDeed && !refusal) parts.onDeed?.();
    if (isDeed || (refusal && refusal.status !== 404)) {
      const address = parts.clientAddress(request);
      const milliseconds = Math.round(performance.now() - started);
      const result = { status: refusal?.status ?? 200, code: refusal?.code ?? null, commit, milliseconds };
      parts.audit.write({ at: parts.now().toISOString(), address, login, action, target, ...result }, isOfPerson);
    }
    return true;
  };
}

async function answer(
  parts: HandlerParts,
  route: string,
  request: IncomingMessage,
  response: ServerResponse,
  note: AuditNote,
): Promise<void> {
  if (route === linkRoute) return redeemLink(parts, request, response, note);
  const method = routes.get(route);
  if (method === undefined) throw new HttpError(404, 'not-found', words.notFound);
  if (request.method !== method) throw new HttpError(405, 'bad-request', words.method);
  refuseOtherSites(request, parts.hostRule);
  const visitor = await parts.gate.who(request);
  note.login = visitor.person?.login ?? null;
  if (route === 'session') return sendJson(response, 200, describeSession(parts, visitor));
  if (route === 'v1' && !visitor.person) throw new HttpError(401, 'signed-out', words.signedOut);
  if (!parts.tokens.isToken(visitor.session, singleHeader(request, 'x-cms-token')))
    throw new HttpError(403, 'token', words.token);
  note.isOfPerson = visitor.person !== undefined;

  const turn = visitor.person?.login ?? `address ${addressRange(parts.clientAddress(request))}`;
  if (!parts.concurrencyLimit.enter(turn)) throw new HttpError(503, 'busy', words.busy, {}, 1);
  try {
    if (route === 'login') await login(parts, request, response, note);
    else if (route === 'logout') await logout(parts, request, response, note);
    else if (visitor.person) await act(parts, visitor.person, request, response, note);
  } finally {
    parts.concurrencyLimit.leave(turn);
  }
}

/** Somebody opened a one-time link, which may stand on a page of any site: it is only the host that has to be ours. */
async function redeemLink(
  parts: HandlerParts,
  request: IncomingMessage,
  response: ServerResponse,
  note: AuditNote,
): Promise<void> {
  const { links, cookieName, who } = parts.gate;
  if (!links) throw new HttpError(404, 'not-found', words.notFound);
  if (request.method !== 'GET') throw new HttpError(405, 'bad-request', words.method);
  refuseForeignHost(request, parts.hostRule);
  const secret = (request.url ?? '').slice(`${parts.prefix}${linkRoute}/`.length);
  const isSignedIn = await who(request).then(
    () => true,
    () => false,
  );
  const desk = `${parts.cookiePath}admin/`;
  const cookie = { cookieName: cookieName(request), cookieAttributes: cookieAttributes(parts) };
  note.isOfPerson = openLink(request, response, { links, secret, desk, isSignedIn, ...cookie });
  note.isDeed = note.isOfPerson;
}

async function act(
  { desk, readBody }: HandlerParts,
  person: Person,
  message: IncomingMessage,
  response: ServerResponse,
  note: AuditNote,
): Promise<void> {
  const body = await readBody(message, mostActionBytes, person.login);
  const request = actionRequest.safeParse(body);
  if (!request.success) throw new HttpError(400, 'bad-request', words.badShape('action'));
  const { action } = request.data;
  const params = actions[action].params.safeParse(request.data.params);
  if (!params.success) throw new HttpError(400, 'bad-request', words.badShape(pathOf(params.error)));
  note.action = action;
  note.isDeed = deeds.has(action);
  note.target = targetOf(params.data);
  const result = await perform(desk, person, action, params.data);
  note.commit =
    typeof result === 'object' && result !== null && 'commit' in result && typeof result.commit === 'string'
      ? result.commit
      : null;
  if (isList(result)) await sendJsonList(response, result);
  else await sendJson(response, 200, result);
}

function isList(result: unknown): result is AsyncIterable<unknown> {
  return typeof result === 'object' && result !== null && Symbol.asyncIterator in result;
}

async function login(
  parts: HandlerParts,
  request: IncomingMessage,
  response: ServerResponse,
  note: AuditNote,
): Promise<void> {
  if (!parts.gate.login) throw new HttpError(404, 'not-found', words.notFound);
  const parsed = loginRequest.safeParse(await parts.readBody(request, mostLoginBytes));
  if (!parsed.success) throw new HttpError(400, 'bad-request', words.badShape('login'));
  note.isDeed = true;
  note.target = loginName.safeParse(parsed.data.login).success ? parsed.data.login : null;
  const { secret, person, expires, device } = await parts.gate.login(request, parsed.data.login, parsed.data.password);
  note.login = person.login;
  note.isOfPerson = true;
  parts.gate.logout?.(request);
  const cookies = [
    `${parts.gate.cookieName(request)}=${secret}; ${cookieAttributes(parts)}`,
    `${device.name}=${device.value}; ${cookieAttributes(parts, parts.prefix)}; Max-Age=${device.maxAgeSeconds}`,
  ];
  sendJson(response, 200, describeSession(parts, { person, session: secret, expires }), { 'Set-Cookie': cookies });
}

async function logout(
  parts: HandlerParts,
  request: IncomingMessage,
  response: ServerResponse,
  note: AuditNote,
): Promise<void> {
  await parts.readBody(request, mostLoginBytes);
  // Whoever is not signed in has nothing to end.
  note.isDeed = note.isOfPerson;
  parts.gate.logout?.(request);
  sendJson(
    response,
    200,
    { signedIn: false },
    { 'Set-Cookie': `${parts.gate.cookieName(request)}=; ${cookieAttributes(parts)}; Max-Age=0` },
  );
}

function describeSession({ desk, gate, tokens, site }: HandlerParts, { person, session, expires }: Visitor): Session {
  const behind = desk.repository.folderBehind();
  const built = person === undefined ? undefined : site?.();
  return {
    mode: gate.mode,
    signedIn: person !== undefined,
    user: person ? { login: person.login, name: person.name, role: person.role, groups: [...person.groups] } : null,
    token: tokens.tokenFor(session),
    expires: expires === undefined ? null : new Date(expires).toISOString(),
    branch: shortBranch(desk),
    mediaFolder: desk.mediaFolder,
    secondPerson: [...desk.secondPerson],
    notice: person === undefined ? null : findNotice(behind, built),
    site: built ?? null,
  };
}

/** Where in a request its shape is wrong. */
function pathOf({ issues }: ZodError): string {
  return ['params', ...(issues[0]?.path ?? [])].join('.');
}

/** What everybody who is signed in should know while it lasts. */
function findNotice(behind: string | undefined, site: SiteState | undefined): string | null {
  if (behind !== undefined) return noticeWords.behind(behind);
  return site?.state === 'failed' ? noticeWords.notBuilt(sayMoment(site.at)) : null;
}

function cookieAttributes({ cookiePath, address }: HandlerParts, path = cookiePath): string {
  return `Path=${path}; HttpOnly; SameSite=Strict${address?.protocol === 'https:' ? '; Secure' : ''}`;
}

/**
 * Letter for letter: an encoded or repeated slash is another address, which does not exist. What follows `open/` is a
 * secret, which no log may hold.
 */
function routeOf(url: string, { prefix, gate }: HandlerParts): string | undefined {
  const route = url.startsWith(prefix) ? url.slice(prefix.length) : undefined;
  return gate.links && route?.startsWith(`${linkRoute}/`) === true ? linkRoute : route;
}

function toRefusal(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  if (error instanceof UnreadableObject) {
    console.error(error.message);
    return new HttpError(500, 'failed', words.unreadableObject);
  }
  if (error instanceof QueueFull) return new HttpError(503, 'busy', words.busy, {}, 2);
  if (error instanceof ReferencesLocked) return new HttpError(503, 'busy', words.locked, {}, 2);
  if (error instanceof CheckoutBusy)
    return new HttpError(503, 'busy', busyWords[error.reason](error.folder, error.detail), {}, 5);
  if (error instanceof NotAFolder) return new HttpError(422, 'path', words.path);
  console.error(error);
  const disk = explainDisk(error);
  if (disk !== undefined)
    return new HttpError(503, 'busy', disk === 'full' ? busyWords.diskFull : busyWords.readOnly, {}, 30);
  return new HttpError(500, 'failed', words.failed);
}

function singleHeader(request: IncomingMessage, name: string): string | undefined {
  const values = request.headersDistinct[name] ?? [];
  return values.length === 1 ? values[0] : undefined;
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

/** Followed by a slash and the secret of a one-time link. */
export const linkRoute = 'open';
const routes = new Map([
  ['session', 'GET'],
  ['login', 'POST'],
  ['logout', 'POST'],
  ['v1', 'POST'],
]);
const deeds = new Set([
  'persistEntry',
  'deleteUnpublishedEntry',
  'updateUnpublishedEntryStatus',
  'publishUnpublishedEntry',
  'persistMedia',
  'deleteFile',
  'deleteFiles',
]);
const mostActionBytes = 12 * 1024 * 1024;
const mostLoginBytes = 8 * 1024;

export interface HandlerParts {
  desk: Desk;
  /** As in `/api/cms/`. */
  prefix: string;
  cookiePath: string;
  address: URL | undefined;
  hostRule: HostRule;
  gate: Authenticator;
  clientAddress: (request: IncomingMessage) => string;
  tokens: Tokens;
  audit: AuditLog;
  readBody: BodyReader;
  concurrencyLimit: ConcurrencyLimit;
  now: () => Date;
  /** Called after each deed that succeeded. */
  onDeed?: (() => void) | undefined;
  /** What became of the site that is built here, if one is. */
  site?: (() => SiteState) | undefined;
}

interface AuditNote {
  login: string | null;
  action: string;
  target: string | null;
  commit: string | null;
  /** Whether it goes into the log although it succeeded. */
  isDeed: boolean;
  /** Whether somebody is signed in and sent the token that belongs to the session. */
  isOfPerson: boolean;
}
