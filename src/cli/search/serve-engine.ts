import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** Puts the site's search engine into a folder that holds an index, as `engine.js`. */
export async function bundleEngine(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      lib: {
        entry: path.resolve(import.meta.dirname, '../../search/engine.ts'),
        formats: ['es'],
        fileName: () => 'engine.js',
      },
    },
  });
}

/** From memory, so that little of what is measured is the server's work, which shares the machine with the browser. */
export async function serveFolder(folder: string): Promise<Served> {
  await writeFile(path.join(folder, 'favicon.ico'), '');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, Buffer>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    files.set(`/${path.relative(folder, file).split(path.sep).join('/')}`, await readFile(file));
  }
  const sent = new Set<string>();
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const body = files.get(name);
    if (body) {
      sent.add(name);
      response.setHeader('content-type', types[path.extname(name)] ?? 'application/octet-stream');
      response.end(body);
    } else {
      response.statusCode = name === '/' ? 200 : 404;
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end('<!doctype html><html lang="ja"><title>search</title></html>');
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server got no port.');
  const list = () =>
    [...sent].map((name) => ({ name, bytes: compressedSize(name, files.get(name) ?? Buffer.alloc(0)) }));
  return { server, forgetSent: () => sent.clear(), listSent: list, address: `http://127.0.0.1:${address.port}/` };
}

/** As a web server would send it: Pagefind's own files are compressed already. */
function compressedSize(name: string, body: Buffer): number {
  return ['.js', '.json'].includes(path.extname(name)) ? gzipSync(body).length : body.length;
}

const types: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json' };

export interface Served {
  readonly server: Server;
  readonly forgetSent: () => void;
  /** Each file once, with its bytes as they go over the wire. */
  readonly listSent: () => readonly SentFile[];
  readonly address: string;
}

export interface SentFile {
  readonly name: string;
  readonly bytes: number;
}
