import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeRepository, type SampleRepository } from './sample-repository.ts';
import { startServer, type Answer, type SampleServer } from './sample-server.ts';

let repository: SampleRepository;
let server: SampleServer;

beforeEach(async () => {
  repository = makeRepository();
  server = await startServer({ root: repository.root, base: '/kb/' });
});

afterEach(async () => {
  await server.close();
  repository.remove();
});

const host = (): string => `localhost:${server.port}`;
const get = (target: string, headers: Record<string, string> = {}): Promise<Answer> =>
  server.send({ method: 'GET', path: target, headers: { Host: host(), ...headers } });
const cookieOf = ({ headers }: Answer): string => headers['set-cookie']?.[0]?.split(';')[0] ?? '';

describe('somebody without the link', () => {
  it('learns nothing and does nothing', async () => {
    const stranger = server.stranger();
    const session = await stranger.open();
    expect(session.status).toBe(401);
    expect(session.body).toEqual({ code: 'link', error: expect.stringMatching(/npm start を実行した画面/) });
    for (const action of ['info', 'unpublishedBoard', 'entriesByFolder'])
      expect((await stranger.act(action)).body).toMatchObject({ code: 'link' });
    expect((await stranger.call('POST', 'logout', {})).status).toBe(401);
  });

  it('does not get in with a token, a cookie or a link that is made up', async () => {
    const visitor = server.visitor();
    await visitor.open();
    const stranger = server.stranger();
    expect((await stranger.act('info', {}, { 'X-CMS-Token': visitor.token() })).status).toBe(401);
    const [name = ''] = visitor.cookie().split('=');
    for (const cookie of [
      `${name}=`,
      `${name}=local`,
      `${name}=${'a'.repeat(43)}`,
      `${visitor.cookie()}; ${visitor.cookie()}`,
    ]) {
      expect((await stranger.act('info', {}, { 'X-CMS-Token': visitor.token(), Cookie: cookie })).status).toBe(401);
    }
    for (const secret of ['', 'a'.repeat(43), `${server.oneTimePath().split('/').at(-1)}x`, '%00', '../v1']) {
      const answer = await get(`/kb/api/cms/open/${secret}`);
      expect(answer.status).toBe(403);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });
});

describe('the one-time link', () => {
  it('signs one browser in, once, and the next browser by the next link', async () => {
    const link = server.oneTimePath();
    expect(link).toMatch(/^\/kb\/api\/cms\/open\/[\w-]{43}$/);
    const answer = await get(link);
    expect(answer).toMatchObject({
      status: 303,
      headers: { location: '/kb/admin/', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' },
    });
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^kenjinkai_cms_\d+=[\w-]{43}; Path=\/kb\/; HttpOnly; SameSite=Strict$/,
    );
    expect(answer.headers['set-cookie']?.[0]).not.toContain(link.split('/').at(-1));
    expect((await get('/kb/api/cms/session', { Cookie: cookieOf(answer) })).body).toMatchObject({
      mode: 'loopback',
      signedIn: true,
      token: expect.stringMatching(/.{40}/),
    });

    const again = await get(link);
    expect(again.status).toBe(403);
    expect(again.text).toMatch(/一度だけ使えます/);
    expect(again.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'; frame-ancestors 'none'"),
    });
    expect((await get(link, { Cookie: cookieOf(answer) })).status).toBe(303);

    expect(server.oneTimePath()).not.toBe(link);
    const second = await get(server.oneTimePath());
    expect((await get('/kb/api/cms/session', { Cookie: cookieOf(second) })).status).toBe(200);
    expect((await get('/kb/api/cms/session', { Cookie: cookieOf(answer) })).status).toBe(200);
  });

  it('is not used up by who looks ahead, by another method or from another host', async () => {
    const link = server.oneTimePath();
    expect((await get(link, { 'Sec-Purpose': 'prefetch;prerender' })).status).toBe(503);
    for (const method of ['HEAD', 'POST', 'OPTIONS'])
      expect((await server.send({ method, path: link, headers: { Host: host() } })).status).toBe(405);
    expect((await get(link, { Host: 'evil.example' })).status).toBe(403);
    expect((await get(link, { Via: '1.1 proxy' })).status).toBe(403);
    expect(server.oneTimePath()).toBe(link);
    expect((await get(link, { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' })).status).toBe(303);
  });

  it('leaves its secret in no log', async () => {
    const [link, wrong] = [server.oneTimePath(), `/kb/api/cms/open/${'w'.repeat(43)}`];
    await get(wrong);
    await get(link);
    await get(link);
    await server.close();
    const [actions, refusals] = ['audit', 'refusals'].map((name) =>
      readFileSync(path.join(repository.root, `.git/kenjinkai-cms/${name}.jsonl`), 'utf8'),
    );
    expect(actions).toMatch(/^\{[^\n]*"action":"open"[^\n]*"status":200[^\n]*\}\n$/);
    const log = `${actions}${refusals}`;
    for (const used of [link, wrong]) expect(log).not.toContain(used.split('/').at(-1));
    server = await startServer({ root: repository.root, base: '/kb/' });
  });

  it('ends with the server: an old cookie or link opens nothing after a restart', async () => {
    const visitor = server.visitor();
    await visitor.open();
    const link = server.oneTimePath();
    await server.close();
    server = await startServer({ root: repository.root, base: '/kb/' });
    expect((await get('/kb/api/cms/session', { Cookie: visitor.cookie() })).status).toBe(401);
    expect((await get(link)).status).toBe(403);
  });

  it('can be signed out of', async () => {
    const visitor = server.visitor();
    await visitor.open();
    const cookie = visitor.cookie();
    expect((await visitor.call('POST', 'logout', {})).status).toBe(200);
    expect((await get('/kb/api/cms/session', { Cookie: cookie })).status).toBe(401);
  });
});

describe('requests that came another way', () => {
  it.each([
    ['Via', '1.1 gateway'],
    ['Forwarded', 'for=127.0.0.1'],
    ['X-Forwarded-For', '127.0.0.1'],
    ['X-Forwarded-Host', 'kb.example.jp'],
    ['X-Forwarded-Proto', 'https'],
    ['X-Forwarded-Port', '443'],
    ['X-Forwarded-Prefix', '/kb'],
    ['X-Forwarded-Server', 'a'],
    ['X-FORWARDED-SSL', 'on'],
    ['X-Real-IP', '127.0.0.1'],
    ['CF-Connecting-IP', '127.0.0.1'],
    ['X-Forwarded-For', ''],
    ['X-Client-IP', '::1'],
    ['X-Original-Host', 'a'],
    ['True-Client-IP', '::1'],
  ])('are refused with the mode to use: %s: %s', async (name, value) => {
    const visitor = server.visitor();
    await visitor.open();
    for (const answer of [
      await visitor.act('info', {}, { [name]: value }),
      await visitor.call('GET', 'session', undefined, { [name]: value }),
    ]) {
      expect(answer).toMatchObject({
        status: 403,
        body: { code: 'origin', error: expect.stringMatching(/access\.mode.*accounts.*proxy/) },
      });
      expect(answer.body).not.toHaveProperty('token');
    }
  });

  it('are refused at any host but the bound one, with its port', async () => {
    const visitor = server.visitor();
    await visitor.open();
    for (const other of [
      'localhost',
      'localhost:1',
      `localhost.:${server.port}`,
      '127.0.0.1',
      `127.0.0.2:${server.port}`,
      `[::1]:${server.port}`,
      `kb.example.jp:${server.port}`,
      `localhost:${server.port}0`,
    ]) {
      const answer = await visitor.act('info', {}, { Host: other, Origin: `http://${other}` });
      expect(answer, other).toMatchObject({
        status: 403,
        body: { code: 'origin', error: expect.stringMatching(/localhost:\d+.*accounts.*proxy/) },
      });
    }
    const bound = `127.0.0.1:${server.port}`;
    expect((await visitor.act('info', {}, { Host: bound, Origin: `http://${bound}` })).status).toBe(200);
    expect((await visitor.act('info', {}, { Host: bound, Origin: `https://${bound}` })).status).toBe(403);
  });
});
