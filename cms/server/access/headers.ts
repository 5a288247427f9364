import type { IncomingMessage } from 'node:http';

/** The value of a header that was sent exactly once; of two, one would be smuggled in. */
export function singleHeader(request: IncomingMessage, name: string): string | undefined {
  const values = request.headersDistinct[name] ?? [];
  return values.length === 1 && values[0] !== '' ? values[0] : undefined;
}

/** The value of a cookie that was sent exactly once; two of one name would be one that somebody smuggled in. */
export function readCookie(request: IncomingMessage, name: string): string | undefined {
  const parts = (request.headers.cookie ?? '').split(';').map((part) => part.trim());
  const found = parts.filter((part) => part.startsWith(`${name}=`));
  return found.length === 1 ? found[0]?.slice(name.length + 1) : undefined;
}

export const sessionCookie = 'kenjinkai_cms';
