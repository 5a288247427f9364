import type { IncomingMessage } from 'node:http';
import { HttpError } from '../messages/http-error.ts';
import { requestMessages } from '../messages/request-messages.ts';

/**
 * Reads JSON of a stated size within a stated time. The size is known before a byte is read, and so is the total in
 * memory, of which nobody takes more than a share: whoever sends slowly must not keep the others from saving.
 */
export function createBodyReader({ maxTotalBytes, maxBytesPerPerson, timeoutMs }: BodyLimits): BodyReader {
  let together = 0;
  const each = new Map<string, number>();
  return async (request, maxBytes, who = '') => {
    const size = checkHead(request, maxBytes);
    const own = (each.get(who) ?? 0) + size;
    if (together + size > maxTotalBytes || own > maxBytesPerPerson)
      throw new HttpError(503, 'busy', requestMessages.busy, {}, 2);
    together += size;
    each.set(who, own);
    try {
      return parse(await collect(request, size, timeoutMs));
    } finally {
      together -= size;
      const left = (each.get(who) ?? 0) - size;
      if (left > 0) each.set(who, left);
      else each.delete(who);
    }
  };
}

function checkHead({ headers }: IncomingMessage, maxBytes: number): number {
  if (
    !/^application\/json(?:\s*;\s*charset="?utf-8"?)?$/i.test(headers['content-type'] ?? '') ||
    headers['content-encoding'] !== undefined
  ) {
    throw new HttpError(415, 'bad-request', requestMessages.mediaType);
  }
  const length = headers['content-length'];
  if (length === undefined || !/^\d{1,12}$/.test(length))
    throw new HttpError(411, 'bad-request', requestMessages.noLength);
  if (Number(length) > maxBytes)
    throw new HttpError(413, 'bad-request', requestMessages.tooLarge(Math.floor(maxBytes / 1024 / 1024)));
  return Number(length);
}

function collect(request: IncomingMessage, size: number, timeoutMs: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let received = 0;
    const timer = setTimeout(() => reject(new HttpError(408, 'bad-request', requestMessages.slow)), timeoutMs);
    request.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (received <= size) chunks.push(chunk);
    });
    request.once('end', () => {
      clearTimeout(timer);
      resolve(Buffer.concat(chunks));
    });
    request.once('error', reject);
    request.once('close', () => {
      clearTimeout(timer);
      reject(new HttpError(400, 'bad-request', requestMessages.notJson));
    });
  });
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw new HttpError(400, 'bad-request', requestMessages.notJson);
  }
}

export interface BodyLimits {
  /** Bytes of all requests being read at one moment. */
  maxTotalBytes: number;
  /** Of those of one person. */
  maxBytesPerPerson: number;
  /** Milliseconds for one body. */
  timeoutMs: number;
}

/** `who` is the login of whoever sends; strangers share one. */
export type BodyReader = (request: IncomingMessage, maxBytes: number, who?: string) => Promise<unknown>;
