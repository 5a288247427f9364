import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Gives every answer for the site the policy that its media type needs, at the moment its head is written: a page the
 * site's policy or the desk's, and all else a sandbox in which nothing runs when somebody opens the file by itself.
 */
export function addPageHeaders(request: IncomingMessage, response: ServerResponse, policies: PagePolicies): void {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse;
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const type = typeIn(rest.at(-1)) ?? response.getHeader('content-type');
    // An answer without a body has no type; it must not put another policy on what the browser has kept.
    const isHtml = status === 304 ? isPagePath(path) : /^text\/html\b/i.test(String(type ?? ''));
    const policy = isHtml ? policies.ofPage(path) : policyOfFile(String(type ?? ''));
    for (const [name, value] of Object.entries({ ...safeHeaders, 'Content-Security-Policy': policy })) {
      if (!response.hasHeader(name)) response.setHeader(name, value);
    }
    return writeHead(status, ...rest);
  }) as ServerResponse['writeHead'];
}

/** `frame-ancestors` works in a header alone, so the policies that stand in the pages cannot have it. */
export function withoutFrames(policy: string): string {
  return [policy, noFrames].filter((part) => part !== '').join('; ');
}

function typeIn(headers: unknown): string | undefined {
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers)) return undefined;
  const found = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type');
  return found === undefined ? undefined : String(found[1]);
}

function isPagePath(path: string): boolean {
  const last = path.split('/').at(-1) ?? '';
  return !last.includes('.') || /\.html?$/i.test(last);
}

/**
 * A worker is held to the policy of its script: Pagefind's compiles WebAssembly and fetches its index. Opened by
 * itself, a script is shown as text.
 */
function policyOfFile(type: string): string {
  if (/^(?:text|application)\/(?:x-)?(?:java|ecma)script\b/i.test(type)) {
    const sources = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
    return `${sources}; ${noFrames}; sandbox allow-scripts allow-same-origin`;
  }
  const sources = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";
  return `${sources}; base-uri 'none'; form-action 'none'; ${noFrames}; sandbox`;
}

const noFrames = "frame-ancestors 'none'";

const safeHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
};

export interface PagePolicies {
  /** The whole policy of the page at a path, as the browser asked for it. */
  ofPage: (path: string) => string;
}
