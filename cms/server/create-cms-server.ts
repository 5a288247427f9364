import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { createGate } from './access/gate.ts';
import { createTokens } from './access/sessions.ts';
import { openAuditLog } from './audit.ts';
import { checkInThreads } from './check/check-in-threads.ts';
import type { Desk } from './desk.ts';
import { dropPublishedDrafts } from './drafts.ts';
import { createHandler } from './handler.ts';
import { createTurnstile } from './http/limits.ts';
import { createBodyReader } from './http/read-body.ts';
import { cmsOptions, type CmsOptions } from './options.ts';
import { openRepository } from './repository.ts';

/**
 * The CMS behind `<base>api/cms/`. `handle` wants the request's original address and tells whether it was for the CMS. Throws
 * `UnusableRepository`, with a Japanese sentence, where there is nothing to edit.
 */
export async function createCmsServer(options: CmsOptions, now: () => Date = () => new Date()): Promise<CmsServer> {
  const settings = cmsOptions.parse(options);
  const repository = await openRepository({ root: settings.root, branch: settings.branch });
  await dropPublishedDrafts(repository);
  const content = checkInThreads({ root: settings.root, mediaFolder: settings.mediaFolder, now });
  const desk: Desk = { repository, mediaFolder: settings.mediaFolder, secondPerson: new Set(settings.secondPerson), check: content.check };
  const { tree } = await repository.commit(repository.branch);
  void content.warmUp(tree);
  const audit = openAuditLog(settings.auditFile ?? path.join(repository.privateFolder, 'audit.jsonl'), now);
  const handle = createHandler({
    desk,
    prefix: `${settings.base}api/cms/`,
    cookiePath: settings.base,
    address: settings.address === undefined ? undefined : new URL(settings.address),
    otherHosts: settings.otherHosts,
    gate: createGate(settings.access, { identity: await repository.readIdentity(), now: () => now().getTime() }),
    tokens: createTokens(),
    audit,
    readBody: createBodyReader({ mostTogether: 128 * 1024 * 1024, mostEach: 64 * 1024 * 1024, longest: 20_000 }),
    turnstile: createTurnstile(400, 60),
    now,
  });
  return {
    handle,
    close: async () => {
      await repository.close();
      await content.close();
      await audit.settled();
    },
  };
}

export interface CmsServer {
  /** `false`: the request is somebody else's to answer. */
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  /** Waits for saves that are under way. */
  close: () => Promise<void>;
}
