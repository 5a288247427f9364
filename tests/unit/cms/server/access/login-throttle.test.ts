import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  addressRange,
  createClientAddress,
  normaliseAddress,
} from '../../../../../cms/server/access/client-address.ts';
import { createFailureLimit } from '../../../../../cms/server/access/failure-limit.ts';
import { createKnownDevices } from '../../../../../cms/server/access/known-devices.ts';
import { createLoginThrottle } from '../../../../../cms/server/access/login-throttle.ts';
import { openPrivateKey } from '../../../../../cms/server/access/private-key.ts';

const request = (remoteAddress: string, ...forwarded: string[]): IncomingMessage =>
  ({
    socket: { remoteAddress },
    headers: {},
    headersDistinct: forwarded.length === 0 ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

describe('the address of a client', () => {
  const addressOf = createClientAddress(['127.0.0.1', '10.0.0.0/8', '2001:db8:ffff::/48']);

  it.each([
    ['nobody between', request('198.51.100.1'), '198.51.100.1'],
    ['a client that claims to be another', request('198.51.100.1', '203.0.113.1'), '198.51.100.1'],
    ['a proxy', request('127.0.0.1', '203.0.113.1'), '203.0.113.1'],
    ['a proxy after what the client claimed', request('127.0.0.1', '1.1.1.1, 203.0.113.1'), '203.0.113.1'],
    ['two proxies', request('::ffff:127.0.0.1', '1.1.1.1, 203.0.113.1, 10.1.2.3'), '203.0.113.1'],
    ['two headers', request('127.0.0.1', '1.1.1.1', '203.0.113.1 , 10.1.2.3'), '203.0.113.1'],
    ['proxies alone', request('127.0.0.1', '10.0.0.9, 10.0.0.8'), '10.0.0.9'],
    ['a proxy that says nothing', request('127.0.0.1'), '127.0.0.1'],
    ['an empty header', request('127.0.0.1', ''), '127.0.0.1'],
    ['a word', request('127.0.0.1', '203.0.113.1, unknown'), '127.0.0.1'],
    ['a word behind a proxy', request('127.0.0.1', '203.0.113.1, unknown, 10.0.0.2'), '10.0.0.2'],
    ['a port', request('127.0.0.1', '203.0.113.1:4711'), '203.0.113.1'],
    ['IPv6', request('2001:db8:ffff::1', '2001:DB8:0:0::0001'), '2001:db8::1'],
    ['IPv6 with a port', request('127.0.0.1', '"[2001:db8::1]:443"'), '2001:db8::1'],
    ['IPv4 inside IPv6', request('127.0.0.1', '::ffff:cb00:7101'), '203.0.113.1'],
    ['half an address', request('127.0.0.1', '203.0.113'), '127.0.0.1'],
    ['an address and more', request('127.0.0.1', '203.0.113.1 x'), '127.0.0.1'],
  ])('%s', (_title, from, expected) => {
    expect(addressOf(from)).toBe(expected);
  });

  it('is one for a whole /64 of IPv6', () => {
    const ranges = [
      '2001:db8:1:2::1',
      '2001:db8:1:2:ffff:ffff:ffff:ffff',
      '2001:db8:1:3::1',
      '2001:db8::1',
      '::1',
      '203.0.113.1',
    ].map((text) => addressRange(normaliseAddress(text) ?? ''));
    expect(ranges).toEqual([
      '2001:db8:1:2::/64',
      '2001:db8:1:2::/64',
      '2001:db8:1:3::/64',
      '2001:db8:0:0::/64',
      '0:0:0:0::/64',
      '203.0.113.1',
    ]);
    expect(normaliseAddress('fe80::1%eth0')).toBe('fe80::1');
  });
});

describe('a failure limit', () => {
  it('counts within a window that begins with the first failure, and takes back what was none', async () => {
    let now = 1_000;
    const limit = createFailureLimit({ max: 2, windowMs: 60_000, now: () => now });
    expect([await limit.take('a'), await limit.take('a')]).toEqual([0, 0]);
    now += 10_000;
    expect([await limit.take('a'), await limit.take('a'), await limit.take('b')]).toEqual([50_000, 50_000, 0]);
    await limit.giveBack('a');
    expect([await limit.take('a'), await limit.take('a')]).toEqual([0, 50_000]);
    now += 50_000;
    expect([await limit.take('a'), await limit.take('a'), await limit.take('a')]).toEqual([0, 0, 60_000]);
  });

  it('forgets nothing and stays small while made-up keys pour in', async () => {
    const limit = createFailureLimit({ max: 2, windowMs: 60_000, now: () => 0 });
    await limit.take('owner');
    await limit.take('owner');
    for (let number = 0; number < 40_000; number += 1) await limit.take(`made up ${number}`);
    expect(limit.size()).toBeLessThanOrEqual(16_384);
    expect(await limit.take('owner')).toBe(60_000);
  });

  it('lets through no more than it should at once', async () => {
    const limit = createFailureLimit({ max: 5, windowMs: 60_000, now: () => 0 });
    const waits = await Promise.all(Array.from({ length: 50 }, () => limit.take('a')));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
  });
});

it('does not count against an account what the address was refused for', async () => {
  const throttle = createLoginThrottle(() => 0);
  const fail = (login: string, address: string, device?: string) => throttle.begin({ login, address, device });
  for (let number = 0; number < 30; number += 1) expect((await fail(`made.up.${number}`, 'a')).waitMs).toBe(0);
  for (let number = 0; number < 40; number += 1) expect((await fail('owner', 'a')).waitMs).toBeGreaterThan(0);
  expect((await fail('owner', 'b')).waitMs).toBe(0);
  expect((await fail('owner', 'a', 'known')).waitMs).toBe(0);
});

describe('a known device', () => {
  const withCookie = ({ name, value }: { name: string; value: string }): IncomingMessage =>
    ({ headers: { cookie: `${name}=${value}` } }) as IncomingMessage;

  it('is known to its own account, by its own key, for a year', () => {
    let now = Date.parse('2026-07-01T00:00:00Z');
    const devices = createKnownDevices(Buffer.alloc(32, 1), () => now);
    const cookie = devices.remember('hanako');
    expect(devices.find(withCookie(cookie), 'hanako')).toMatch(/^[\w-]{22}$/);
    expect(createKnownDevices(Buffer.alloc(32, 1), () => now).find(withCookie(cookie), 'hanako')).toBeDefined();
    expect(createKnownDevices(Buffer.alloc(32, 2), () => now).find(withCookie(cookie), 'hanako')).toBeUndefined();
    expect(devices.find(withCookie({ ...devices.remember('taro'), name: cookie.name }), 'hanako')).toBeUndefined();
    for (const value of [
      '',
      '..',
      `x${cookie.value}`,
      cookie.value.replace(/\.\w+\./, '.zzzzzzzzz.'),
      cookie.value.slice(0, -1),
    ]) {
      expect(devices.find(withCookie({ name: cookie.name, value }), 'hanako')).toBeUndefined();
    }
    now += 366 * 24 * 3_600_000;
    expect(devices.find(withCookie(cookie), 'hanako')).toBeUndefined();
  });

  it('is signed with a key that survives a restart, unless others could have read it', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'device-key-'));
    const file = path.join(folder, 'key');
    const key = await openPrivateKey(file);
    expect(key).toHaveLength(32);
    expect(await openPrivateKey(file)).toEqual(key);
    if (process.platform !== 'win32') {
      expect(statSync(file).mode & 0o777).toBe(0o600);
      chmodSync(file, 0o644);
      expect(await openPrivateKey(file)).not.toEqual(key);
      expect(statSync(file).mode & 0o777).toBe(0o600);
    }
    writeFileSync(file, 'short', { mode: 0o600 });
    expect(await openPrivateKey(file)).toEqual(readFileSync(file));
    rmSync(folder, { recursive: true });
  });
});
