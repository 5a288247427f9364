import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseBackend, deskPolicy } from '../../cms/admin/config/backends.ts';
import { listen } from '../../src/cli/start/serve.ts';
import { contentPolicy } from '../../src/layouts/content-policy.ts';

/** A site of small files, under a path of its own, as `npm start`, the preview and the tests serve it. */
let folder: string;
let server: Server;

const pages = [
  '/kb/',
  '/kb/q/abcd2345/',
  '/kb/plain.html',
  '/kb/old.htm',
  '/kb/q/abcd2345',
  '/kb/missing/',
  '/kb/missing.svg',
];
const scripts = ['/kb/_astro/a.js', '/kb/_astro/a.mjs'];
const files = [
  '/kb/images/x.svg',
  '/kb/images/x.png',
  '/kb/feed.xml',
  '/kb/data/qa.json',
  '/kb/a.css',
  '/kb/x.wasm',
  '/kb/x.pdf',
  '/kb/x.xhtml',
  '/kb/x.txt',
  '/kb/x.csv',
  '/kb/x.ics',
  '/kb/x.unknown',
  '/kb/_redirects',
  '/kb/x.svgz',
  '/kb/x.mhtml',
  '/kb/x.xsl',
  '/kb/x.zip',
  '/kb/x.webmanifest',
];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'site-headers-'));
  for (const name of [...scripts, ...files].map((one) => one.replace('/kb/', ''))) write(name);
  for (const name of [
    'index.html',
    'q/abcd2345/index.html',
    'plain.html',
    'old.htm',
    '404.html',
    'admin/index.html',
    'admin/review/index.html',
    'admin/decap/decap-cms.js',
  ])
    write(name);
  server = await listen({ port: 0, site: { folder }, base: '/kb/' });
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

describe('pages', () => {
  it.each(pages)('%s: the policy of the site, and no frames', async (address) => {
    const { headers } = await get(address);
    expect(headers['content-type']).toMatch(/^text\/html/);
    expect(headers['content-security-policy']).toBe(`${contentPolicy}; frame-ancestors 'none'`);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
  });

  it.each(['/kb/admin/', '/kb/admin/review/', '/kb/admin/index.html'])(
    '%s: the policy of the desk',
    async (address) => {
      expect((await get(address)).headers['content-security-policy']).toBe(
        `${deskPolicy(chooseBackend({}))}; frame-ancestors 'none'`,
      );
    },
  );

  it('keep their policy when the browser asks whether they changed', async () => {
    for (const address of ['/kb/', '/kb/images/x.svg', '/kb/feed.xml']) {
      const first = await get(address);
      const second = await get(address, { 'If-None-Match': first.headers.etag ?? '' });
      expect(second.status).toBe(304);
      expect(second.headers['content-security-policy']).toBe(first.headers['content-security-policy']);
    }
  });
});

describe('what is no page', () => {
  it.each(files)('%s: opened by itself, nothing in it runs', async (address) => {
    for (const method of ['GET', 'HEAD']) {
      const { status, headers } = await get(address, {}, method);
      expect(status).toBe(200);
      expect(headers['content-security-policy']).toMatch(/^default-src 'none';.*; sandbox$/);
      expect(headers['content-security-policy']).not.toMatch(/script-src|connect-src/);
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it.each([...scripts, '/kb/admin/decap/decap-cms.js'])('%s: a sandbox in which a worker works', async (address) => {
    const { headers } = await get(address);
    expect(headers['content-security-policy']).toMatch(
      /script-src 'self' 'wasm-unsafe-eval'; connect-src 'self';.*; sandbox allow-scripts allow-same-origin$/,
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('has the same headers for a part of it, and for a redirect to the base', async () => {
    expect((await get('/kb/images/x.svg', { Range: 'bytes=0-1' })).headers['content-security-policy']).toMatch(
      /sandbox$/,
    );
    const { status, headers } = await get('/elsewhere');
    expect({ status, location: headers.location }).toEqual({ status: 302, location: '/kb/' });
    expect(headers['content-security-policy']).toMatch(/sandbox$/);
  });
});

describe('requests for pages that came another way', () => {
  it.each([
    ['Host', 'evil.example'],
    ['Host', 'localhost'],
    ['Host', 'localhost:1'],
    ['Host', 'kb.example.jp:4321'],
    ['Via', '1.1 gateway'],
    ['X-Forwarded-Proto', 'https'],
    ['Forwarded', 'host=a'],
  ])('%s: %s', async (name, value) => {
    for (const address of ['/kb/', '/kb/admin/', '/kb/admin/catalogue.json', '/kb/images/x.svg']) {
      const { status, text, headers } = await get(address, { [name]: value });
      expect(status).toBe(403);
      expect(text).toMatch(/accounts.*proxy/);
      expect(text).not.toContain('CONTENT');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
    }
  });
});

it('says in Japanese that the site is not built yet, and looks again by itself', async () => {
  const waiting = await listen({ port: 0, site: { folder: '' }, base: '/' });
  const { status, headers, text } = await get('/', {}, 'GET', waiting);
  expect({ status, refresh: headers.refresh, text }).toMatchObject({
    status: 503,
    refresh: '2',
    text: expect.stringContaining('組み立てています'),
  });
  expect(headers['content-security-policy']).not.toContain('sandbox');
  waiting.close();
});

function write(name: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), `CONTENT ${name}`);
}

function get(target: string, headers: OutgoingHttpHeaders = {}, method = 'GET', from = server): Promise<Answer> {
  const { port } = from.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      {
        host: '127.0.0.1',
        port,
        method,
        path: target,
        headers: { Host: `localhost:${port}`, ...headers },
        agent: false,
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      },
    );
    outgoing.once('error', reject);
    outgoing.end();
  });
}

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  text: string;
}
