import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { SiteState } from '../protocol/session.ts';
import { createAccountsAuthenticator } from './access/accounts-authenticator.ts';
import type { Authenticator, AuthenticatorContext } from './access/authenticator.ts';
import { createClientAddress } from './access/client-address.ts';
import { createKnownDevices } from './access/known-devices.ts';
import { createLoopbackAuthenticator } from './access/loopback-authenticator.ts';
import { openPrivateKey } from './access/private-key.ts';
import { createProxyAuthenticator } from './access/proxy-authenticator.ts';
import { createTokens } from './access/sessions.ts';
import type { AccessSettings } from './access/settings.ts';
import type { ActionContext } from './actions/action-context.ts';
import { warmUpLists } from './actions/list-entries.ts';
import { openAuditLog } from './audit/audit-log.ts';
import { checkInThreads } from './check/check-in-threads.ts';
import { dropPublishedDrafts } from './drafts/drafts.ts';
import { checkWrittenPath } from './entries/paths.ts';
import { createHandler } from './http/handler.ts';
import { createConcurrencyLimit } from './http/limits.ts';
import type { HostRule } from './http/own-host.ts';
import { createBodyReader } from './http/read-body.ts';
import { linkRoute } from './http/session-requests.ts';
import { cmsOptions, type CmsOptions } from './options.ts';
import { openRepository } from './repository/open-repository.ts';

/**
 * The CMS behind `<base>api/cms/`. `handle` wants the request's original address and tells whether it was for the CMS.
 * Throws `UnusableRepository`, with a Japanese sentence, where there is nothing to edit.
 */
export async function createCmsServer(
  options: CmsOptions,
  now: () => Date = () => new Date(),
  { site, onPublished }: SiteSide = {},
): Promise<CmsServer> {
  const settings = cmsOptions.parse(options);
  const repository = await openRepository({
    root: settings.root,
    branch: settings.branch,
    checkPath: (file) => checkWrittenPath(file, settings.mediaFolder),
  });
  await dropPublishedDrafts(repository);
  const { root, mediaFolder, checkProgram: program } = settings;
  const content = checkInThreads({ root, mediaFolder, now, ...(program ? { program } : {}) });
  const context: ActionContext = {
    repository,
    mediaFolder: settings.mediaFolder,
    secondPerson: new Set(settings.secondPerson),
    check: content.check,
  };
  const { tree } = await repository.commit(repository.branch);
  void content.warmUp(tree);
  const warmUp = new AbortController();
  const isWarm = warmUpLists(context, warmUp.signal);
  const lookForPublication = watchTree(
    tree,
    async () => (await repository.commit(repository.branch)).tree,
    onPublished,
  );
  const audit = openAuditLog(settings.auditFile ?? path.join(repository.privateFolder, 'audit.jsonl'), now);
  const address = settings.address === undefined ? undefined : new URL(settings.address);
  const hostRule: HostRule =
    settings.access.mode === 'loopback' || !address
      ? { mode: 'loopback' }
      : { mode: 'named', address, otherHosts: settings.otherHosts };
  const clock = (): number => now().getTime();
  const clientAddress = createClientAddress(settings.trustedProxies);
  const authenticator = createAuthenticator(settings.access, {
    identity: await repository.readIdentity(),
    now: clock,
    clientAddress,
    devices: createKnownDevices(await openPrivateKey(path.join(repository.privateFolder, 'device-key')), clock),
  });
  const prefix = `${settings.base}api/cms/`;
  const { links } = authenticator;
  const handle = createHandler({
    context,
    prefix,
    cookiePath: settings.base,
    address,
    hostRule,
    authenticator,
    clientAddress,
    tokens: createTokens(),
    audit,
    readBody: createBodyReader({
      maxTotalBytes: 128 * 1024 * 1024,
      maxBytesPerPerson: 64 * 1024 * 1024,
      timeoutMs: 20_000,
    }),
    concurrencyLimit: createConcurrencyLimit(400, 60),
    now,
    site,
    onAuditedAction: onPublished && lookForPublication,
  });
  return {
    handle,
    hostRule,
    privateFolder: repository.privateFolder,
    ...(links ? { oneTimeLink: { path: () => `${prefix}${linkRoute}/${links.secret()}`, onUse: links.onUse } } : {}),
    close: async () => {
      warmUp.abort();
      await isWarm;
      await repository.close();
      await content.close();
      await audit.settled();
    },
  };
}

/** Tells who is asking, by the way that the settings name. */
function createAuthenticator(settings: AccessSettings, context: AuthenticatorContext): Authenticator {
  if (settings.mode === 'loopback') return createLoopbackAuthenticator(settings, context);
  return settings.mode === 'accounts'
    ? createAccountsAuthenticator(settings, context)
    : createProxyAuthenticator(settings);
}

/** Calls `onChange` when the tree is another one than at the last look; drafts do not change it. */
function watchTree(tree: string, read: () => Promise<string>, onChange: (() => void) | undefined): () => void {
  let last = tree;
  return () =>
    void read().then(
      (now) => {
        if (now === last) return;
        last = now;
        onChange?.();
      },
      (error: unknown) => console.error(error),
    );
}

/** Whoever builds the site beside the desk. */
export interface SiteSide {
  site?: () => SiteState;
  /** Called after what is published has changed. */
  onPublished?: () => void;
}

export interface CmsServer {
  /** `false`: the request is somebody else's to answer. */
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  /** Whoever serves pages beside the CMS holds their requests to the same hosts. */
  hostRule: HostRule;
  /** Inside Git's folder: for what only the person who runs the server may read. */
  privateFolder: string;
  /** Loopback mode: the link that signs a browser in, for the person who started the server alone. */
  oneTimeLink?: OneTimeLink;
  /** Waits for saves that are under way. */
  close: () => Promise<void>;
}

interface OneTimeLink {
  /** Path of the link that is valid now. */
  path: () => string;
  /** Calls the listener after each use, when `path` is already the next one. */
  onUse: (listener: () => void) => void;
}
