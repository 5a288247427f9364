import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * Serves a folder on a free port and keeps, for each file that was asked for, the bytes that a compressing server would
 * send.
 */
export async function serveCounting(
  folder: string,
): Promise<{ server: Server; address: string; sent: Map<string, number> }> {
  const sent = new Map<string, number>();
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).slice(1);
    const name = asked === '' ? 'index.html' : asked;
    void readFile(path.join(folder, path.normalize(name))).then(
      (body) => {
        response.setHeader('content-type', types[path.extname(name)] ?? 'application/octet-stream');
        response.end(body);
        if (!sent.has(name)) sent.set(name, Math.min(body.length, gzipSync(body).length));
      },
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server got no port.');
  return { server, sent, address: `http://127.0.0.1:${address.port}/` };
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};
