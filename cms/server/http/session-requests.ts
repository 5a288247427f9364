import type { IncomingMessage, ServerResponse } from 'node:http';
import { loginRequest, type Session, type SiteState } from '../../protocol/session.ts';
import type { Visitor } from '../access/authenticator.ts';
import { loginName } from '../access/person.ts';
import { formatMoment } from '../messages/format-moment.ts';
import { HttpError } from '../messages/http-error.ts';
import { noticeMessages, requestMessages } from '../messages/request-messages.ts';
import { shortName } from '../repository/git/references.ts';
import type { AuditNote, HandlerParts } from './handler-parts.ts';
import { openLink } from './open-link.ts';
import { refuseForeignHost } from './own-host.ts';
import { sendJson } from './send-json.ts';

/** Requests about who is signed in: the session, one-time links, login and logout. */

/** Somebody opened a one-time link, which may stand on a page of any site: it is only the host that has to be ours. */
export async function redeemLink(
  parts: HandlerParts,
  request: IncomingMessage,
  response: ServerResponse,
  note: AuditNote,
): Promise<void> {
  const { links, cookieName, who } = parts.authenticator;
  if (!links) throw new HttpError(404, 'not-found', requestMessages.notFound);
  if (request.method !== 'GET') throw new HttpError(405, 'bad-request', requestMessages.method);
  refuseForeignHost(request, parts.hostRule);
  const secret = (request.url ?? '').slice(`${parts.prefix}${linkRoute}/`.length);
  const isSignedIn = await who(request).then(
    () => true,
    () => false,
  );
  const desk = `${parts.cookiePath}admin/`;
  const cookie = { cookieName: cookieName(request), cookieAttributes: cookieAttributes(parts) };
  note.isOfPerson = openLink(request, response, { links, secret, desk, isSignedIn, ...cookie });
  note.isAudited = note.isOfPerson;
}

export async function login(
  parts: HandlerParts,
  request: IncomingMessage,
  response: ServerResponse,
  note: AuditNote,
): Promise<void> {
  if (!parts.authenticator.login) throw new HttpError(404, 'not-found', requestMessages.notFound);
  const parsed = loginRequest.safeParse(await parts.readBody(request, maxLoginBytes));
  if (!parsed.success) throw new HttpError(400, 'bad-request', requestMessages.badShape('login'));
  note.isAudited = true;
  note.target = loginName.safeParse(parsed.data.login).success ? parsed.data.login : null;
  const { secret, person, expires, device } = await parts.authenticator.login(
    request,
    parsed.data.login,
    parsed.data.password,
  );
  note.login = person.login;
  note.isOfPerson = true;
  parts.authenticator.logout?.(request);
  const cookies = [
    `${parts.authenticator.cookieName(request)}=${secret}; ${cookieAttributes(parts)}`,
    `${device.name}=${device.value}; ${cookieAttributes(parts, parts.prefix)}; Max-Age=${device.maxAgeSeconds}`,
  ];
  sendJson(response, 200, describeSession(parts, { person, session: secret, expires }), { 'Set-Cookie': cookies });
}

export async function logout(
  parts: HandlerParts,
  request: IncomingMessage,
  response: ServerResponse,
  note: AuditNote,
): Promise<void> {
  await parts.readBody(request, maxLoginBytes);
  // Whoever is not signed in has nothing to end.
  note.isAudited = note.isOfPerson;
  parts.authenticator.logout?.(request);
  sendJson(
    response,
    200,
    { signedIn: false },
    { 'Set-Cookie': `${parts.authenticator.cookieName(request)}=; ${cookieAttributes(parts)}; Max-Age=0` },
  );
}

export function describeSession(
  { context, authenticator, tokens, site }: HandlerParts,
  { person, session, expires }: Visitor,
): Session {
  const behind = context.repository.folderBehind();
  const built = person === undefined ? undefined : site?.();
  return {
    mode: authenticator.mode,
    signedIn: person !== undefined,
    user: person ? { login: person.login, name: person.name, role: person.role, groups: [...person.groups] } : null,
    token: tokens.tokenFor(session),
    expires: expires === undefined ? null : new Date(expires).toISOString(),
    branch: shortName(context.repository.branch),
    mediaFolder: context.mediaFolder,
    secondPerson: [...context.secondPerson],
    notice: person === undefined ? null : findNotice(behind, built),
    site: built ?? null,
  };
}

/** What everybody who is signed in should know while it lasts. */
function findNotice(behind: string | undefined, site: SiteState | undefined): string | null {
  if (behind !== undefined) return noticeMessages.behind(behind);
  return site?.state === 'failed' ? noticeMessages.notBuilt(formatMoment(site.at)) : null;
}

function cookieAttributes({ cookiePath, address }: HandlerParts, path = cookiePath): string {
  return `Path=${path}; HttpOnly; SameSite=Strict${address?.protocol === 'https:' ? '; Secure' : ''}`;
}

/** Followed by a slash and the secret of a one-time link. */
export const linkRoute = 'open';
const maxLoginBytes = 8 * 1024;
