import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publicFiles } from '../../../src/integrations/public-files.ts';
import { createLinkedFiles } from '../../../src/loader/linked-files.ts';

let contentRoot = '';

beforeEach(() => {
  contentRoot = mkdtempSync(path.join(tmpdir(), 'public-files-'));
  const files = [
    'images/shown.png',
    'images/hidden.png',
    'images/deep/図 1.png',
    'files/hidden.pdf',
    'files/free.pdf',
    '.well-known/a.txt',
  ];
  for (const file of files) {
    mkdirSync(path.dirname(path.join(contentRoot, 'public', file)), { recursive: true });
    writeFileSync(path.join(contentRoot, 'public', file), `bytes of ${file}`);
  }
});
afterEach(() => rmSync(contentRoot, { recursive: true }));

const linkedFiles = () =>
  createLinkedFiles([
    { isShown: true, addresses: ['/images/shown.png', '/images/deep/図 1.png'] },
    { isShown: false, addresses: ['/images/hidden.png', '/files/hidden.pdf'] },
  ]);

it('copies what the entries show, what nobody hides, and the project’s own files', async () => {
  const out = path.join(contentRoot, 'out');
  await publicFiles({ contentRoot, base: '/' }, linkedFiles).add(out, () => undefined);
  const there = (file: string) => existsSync(path.join(out, file));
  const shown = ['images/shown.png', 'images/deep/図 1.png', 'files/free.pdf', '.well-known/a.txt', 'icon.svg'];
  expect(shown.filter((file) => !there(file))).toEqual([]);
  expect(['images/hidden.png', 'files/hidden.pdf'].filter(there)).toEqual([]);
  expect(readFileSync(path.join(out, 'images/shown.png'), 'utf8')).toBe('bytes of images/shown.png');
});

describe('the development server', () => {
  let server: Server;
  let address = '';

  const open = async (base: string) => {
    type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
    let middleware: Middleware | undefined;
    const use = (given: Middleware) => (middleware = given);
    await publicFiles({ contentRoot, base }, linkedFiles).integration.hooks['astro:server:setup']?.({
      server: { middlewares: { use } },
    } as never);
    server = createServer((request, response) => middleware?.(request, response, () => response.end('next')));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const get = async (url: string): Promise<string> => {
    const response = await fetch(address + url);
    return response.ok ? response.text() : String(response.status);
  };
  afterEach(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    // `fetch` keeps its connections for seconds after the answer.
    server.closeAllConnections();
    await closed;
  });

  it.each([
    ['/images/shown.png', 'bytes of images/shown.png'],
    ['/images/shown.png?v=1', 'bytes of images/shown.png'],
    ['/images/deep/%E5%9B%B3%201.png', 'bytes of images/deep/図 1.png'],
    ['/images/hidden.png', '404'],
    ['//images/hidden.png', '404'],
    ['/images/%68idden.png', '404'],
    ['/images/./deep/..%2Fhidden.png', '404'],
    ['/files/hidden.pdf', '404'],
    ['/files/free.pdf', 'next'],
    ['/images/none.png', 'next'],
    ['/q/abc234de/', 'next'],
    ['/%E0%A4%A', 'next'],
  ])('answers %s with %s', async (url, expected) => {
    await open('/');
    expect(await get(url)).toBe(expected);
  });

  it('knows the base path', async () => {
    await open('/kenjinkai/');
    expect(await get('/kenjinkai/images/shown.png')).toBe('bytes of images/shown.png');
    expect(await get('/kenjinkai/images/hidden.png')).toBe('404');
  });
});
