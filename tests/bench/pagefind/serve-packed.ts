import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** Serves folders from memory, each below its name and compressed as a host does, and counts the bytes that go out. */
export async function servePacked(folders: ReadonlyMap<string, string>): Promise<PackedServer> {
  const files = new Map<string, { body: Buffer; isPacked: boolean }>();
  for (const [name, folder] of folders) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath, entry.name);
      const body = await readFile(file);
      const isPacked = /\.js(?:on)?$/.test(file);
      files.set(`/${name}/${path.relative(folder, file)}`, { body: isPacked ? gzipSync(body) : body, isPacked });
    }
  }
  let [bytes, requests] = [0, 0];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = files.get(pathname);
    if (!file) {
      response.statusCode = pathname.endsWith('/') ? 200 : 404;
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end('<!doctype html><html lang="ja"><link rel="icon" href="data:,"><title>search</title></html>');
      return;
    }
    bytes += file.body.length;
    requests += 1;
    response.setHeader('content-type', types[path.extname(pathname)] ?? 'application/octet-stream');
    if (file.isPacked) response.setHeader('content-encoding', 'gzip');
    response.end(file.body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server got no port.');
  return {
    address: `http://127.0.0.1:${address.port}/`,
    startCounting: () => void ([bytes, requests] = [0, 0]),
    countSent: () => ({ bytes, requests }),
    close: () => server.close(),
  };
}

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.json': 'application/json' };

export interface PackedServer {
  readonly address: string;
  readonly startCounting: () => void;
  readonly countSent: () => { readonly bytes: number; readonly requests: number };
  readonly close: () => void;
}
