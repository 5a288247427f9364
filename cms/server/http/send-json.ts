import type { ServerResponse } from 'node:http';
import type { Refusal } from '../refusal.ts';

export function sendJson(response: ServerResponse, status: number, value: unknown, headers: Record<string, string> = {}): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, { ...safeHeaders, ...headers, 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': body.length });
  response.end(body);
}

/** What was sent after a refusal is not read: the connection ends with the answer. */
export function sendRefusal(response: ServerResponse, refusal: Refusal): void {
  const retry: Record<string, string> = refusal.retryAfter === undefined ? {} : { 'Retry-After': String(refusal.retryAfter) };
  const closing: Record<string, string> = response.req.complete ? {} : { Connection: 'close' };
  sendJson(response, refusal.status, { error: refusal.message, code: refusal.code, ...refusal.details }, { ...retry, ...closing });
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
