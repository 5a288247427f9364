import type { ServerResponse } from 'node:http';

/** A page of one sentence, for what a person opens by hand; it holds nothing that could run. */
export function sendPage(response: ServerResponse, status: number, title: string, sentence: string): void {
  const text =
    `<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${escape(title)}</title><h1>${escape(title)}</h1><p>${escape(sentence)}</p></html>`;
  const body = Buffer.from(text);
  response.writeHead(status, {
    ...pageHeaders,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': body.length,
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const pageHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};
