import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { HttpError } from '../messages/http-error.ts';

/**
 * Resolves when the answer has been read or given up, so that whoever does not read answers cannot ask for more and
 * more.
 */
export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: OutgoingHttpHeaders = {},
): Promise<void> {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, { ...safeHeaders, ...headers, ...jsonType, 'Content-Length': body.length });
  const isSent = new Promise<void>((resolve) => void response.once('close', resolve).once('finish', resolve));
  response.end(body);
  return isSent;
}

/**
 * A JSON array, item by item, as fast as it is read: a list of ten thousand entries never stands in memory as one text.
 * What goes wrong before the first item is thrown; later the connection ends, which no browser takes for a whole
 * answer.
 */
export async function sendJsonList(response: ServerResponse, items: AsyncIterable<unknown>): Promise<void> {
  const iterator = items[Symbol.asyncIterator]();
  let next = await iterator.next();
  response.writeHead(200, { ...safeHeaders, ...jsonType });
  let text = '[';
  for (let isFirst = true; next.done !== true && !response.destroyed; isFirst = false) {
    text += `${isFirst ? '' : ','}${JSON.stringify(next.value)}`;
    if (text.length >= chunkLength) {
      await write(response, text);
      text = '';
    }
    next = await iterator.next();
  }
  if (next.done !== true) await iterator.return?.();
  const isSent = new Promise<void>((resolve) => void response.once('close', resolve).once('finish', resolve));
  if (response.destroyed) return;
  response.end(`${text}]`);
  await isSent;
}

/** Waits where the other side reads more slowly than this one writes. */
async function write(response: ServerResponse, text: string): Promise<void> {
  if (response.write(text) || response.destroyed) return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      response.off('drain', end);
      response.off('close', end);
      resolve();
    };
    response.once('drain', end);
    response.once('close', end);
  });
}

const jsonType = { 'Content-Type': 'application/json; charset=utf-8' };

/** UTF-16 units that are sent together. */
const chunkLength = 64 * 1024;

/** What was sent after an error is not read: the connection ends with the answer. */
export function sendError(response: ServerResponse, error: HttpError): void {
  const retry: Record<string, string> =
    error.retryAfter === undefined ? {} : { 'Retry-After': String(error.retryAfter) };
  const closing: Record<string, string> = response.req.complete ? {} : { Connection: 'close' };
  void sendJson(
    response,
    error.status,
    { error: error.message, code: error.code, ...error.details },
    { ...retry, ...closing },
  );
}

const safeHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  Vary: 'Cookie, Origin',
};
