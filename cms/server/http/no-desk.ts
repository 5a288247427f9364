import type { IncomingMessage, ServerResponse } from 'node:http';
import { HttpError } from '../messages/http-error.ts';
import { refuseForeignHost, type HostRule } from './own-host.ts';
import { sendError } from './send-json.ts';
import { toHttpError } from './to-http-error.ts';

/** Stands in for the CMS where there is nothing to edit: each of its requests is told why, in a Japanese sentence. */
export function createNoDesk({ base, hostRule, sentence }: NoDeskOptions): Answer {
  return (request, response) => {
    if (!(request.url ?? '').startsWith(`${base}api/cms/`)) return Promise.resolve(false);
    let failure = new HttpError(503, 'no-desk', sentence);
    try {
      refuseForeignHost(request, hostRule);
    } catch (error) {
      failure = toHttpError(error);
    }
    sendError(response, failure);
    return Promise.resolve(true);
  };
}

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

interface NoDeskOptions {
  /** The site's own path, with slashes at both ends. */
  base: string;
  hostRule: HostRule;
  sentence: string;
}
