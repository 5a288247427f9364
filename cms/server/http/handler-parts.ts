import type { IncomingMessage } from 'node:http';
import type { SiteState } from '../../protocol/session.ts';
import type { Authenticator } from '../access/authenticator.ts';
import type { Tokens } from '../access/sessions.ts';
import type { ActionContext } from '../actions/action-context.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { ConcurrencyLimit } from './limits.ts';
import type { HostRule } from './own-host.ts';
import type { BodyReader } from './read-body.ts';

/** What requests are answered with. */
export interface HandlerParts {
  context: ActionContext;
  /** As in `/api/cms/`. */
  prefix: string;
  cookiePath: string;
  address: URL | undefined;
  hostRule: HostRule;
  authenticator: Authenticator;
  clientAddress: (request: IncomingMessage) => string;
  tokens: Tokens;
  audit: AuditLog;
  readBody: BodyReader;
  concurrencyLimit: ConcurrencyLimit;
  now: () => Date;
  /** Called after each audited action that succeeded. */
  onAuditedAction?: (() => void) | undefined;
  /** What became of the site that is built here, if one is. */
  site?: (() => SiteState) | undefined;
}

/** What the log will say of a request. */
export interface AuditNote {
  login: string | null;
  action: string;
  target: string | null;
  commit: string | null;
  /** Whether it goes into the log although it succeeded. */
  isAudited: boolean;
  /** Whether somebody is signed in and sent the token that belongs to the session. */
  isOfPerson: boolean;
}
