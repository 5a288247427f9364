import { describe, expect, it } from 'vitest';
import { hashPassword, isPassword } from '../../../../../cms/server/access/password.ts';
import { mayDeleteDraft, mayPublish } from '../../../../../cms/server/permission/permissions.ts';
import type { Person, Role } from '../../../../../cms/server/access/person.ts';
import { createSessions, createTokens } from '../../../../../cms/server/access/sessions.ts';
import { accessSettings } from '../../../../../cms/server/access/settings.ts';
import { isListed, isLoopback, readAddressList } from '../../../../../cms/server/access/client-address.ts';

const person = (role: Role, groups: string[] = []): Person => ({
  login: 'x',
  name: 'x',
  mail: 'x@example.jp',
  role,
  groups,
});

describe('passwords', () => {
  it('are stored so that only the right one fits', async () => {
    const stored = await hashPassword('ガギグゲゴ合言葉2026');
    expect(stored).not.toContain('合言葉');
    expect(await isPassword('ガギグゲゴ合言葉2026', stored)).toBe(true);
    expect(await isPassword('カ\u3099ギグゲゴ合言葉2026', stored)).toBe(true);
    expect(await isPassword('ガギグゲゴ合言葉2027', stored)).toBe(false);
    expect(await hashPassword('ガギグゲゴ合言葉2026')).not.toBe(stored);
  });

  it('an empty password never matches a missing or damaged hash', async () => {
    for (const stored of [undefined, '', 'scrypt$15$8$3$$', 'plain']) expect(await isPassword('', stored)).toBe(false);
  });
});

describe('permissions', () => {
  it.each([
    [person('contributor', ['gifu']), ['gifu'], false],
    [person('editor', ['gifu']), ['gifu'], true],
    [person('editor', ['gifu']), ['gifu', 'aichi'], false],
    [person('editor', ['gifu', 'aichi']), ['gifu', 'aichi'], true],
    [person('editor', ['gifu']), [], false],
    [person('administrator'), [], true],
  ])('%o in %o: %s', (who, groups, expected) => {
    expect(mayPublish(who, groups)).toBe(expected);
  });

  it('let writers drop only what nobody else wrote', () => {
    expect(mayDeleteDraft(person('contributor'), ['gifu'], ['x'])).toBe(true);
    expect(mayDeleteDraft(person('contributor'), ['gifu'], ['x', 'y'])).toBe(false);
  });
});

it('knows this machine and the listed addresses, also as IPv4-mapped IPv6 addresses', () => {
  for (const address of ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1']) expect(isLoopback(address)).toBe(true);
  for (const address of [
    undefined,
    '',
    '10.0.0.1',
    '128.0.0.1',
    '::',
    '::ffff:10.0.0.1',
    'localhost',
    '127.0.0.1.evil',
  ])
    expect(isLoopback(address)).toBe(false);
  const list = readAddressList(['10.0.0.0/8', '2001:db8::5']);
  expect(isListed(list, '::ffff:10.1.2.3')).toBe(true);
  expect(isListed(list, '2001:db8::5')).toBe(true);
  expect(isListed(list, '11.0.0.1')).toBe(false);
});

it('ends sessions at their maximum age and when they are closed', () => {
  let now = 0;
  const sessions = createSessions({ maxIdleMs: 100, maxAgeMs: 250, now: () => now });
  const secret = sessions.open('hanako', 'hash');
  for (now of [99, 198, 249]) expect(sessions.find(secret)?.login).toBe('hanako');
  now = 250;
  expect(sessions.find(secret)).toBeUndefined();
  const other = sessions.open('hanako', 'hash');
  sessions.close(other);
  expect(sessions.find(other)).toBeUndefined();
});

it('gives each session a token of its own', () => {
  const [tokens, others] = [createTokens(), createTokens()];
  const token = tokens.tokenFor('one');
  expect(tokens.isToken('one', token)).toBe(true);
  expect(tokens.isToken('two', token)).toBe(false);
  expect(others.isToken('one', token)).toBe(false);
  expect(tokens.isToken('one', undefined)).toBe(false);
});

it.each([
  [{ mode: 'proxy', file: 'a', userHeader: 'x-user' }],
  [{ mode: 'proxy', file: 'a', userHeader: 'x-user', secretHeader: 'x-secret' }],
  [{ mode: 'proxy', file: 'a', userHeader: 'x-user', secretHeader: 'x-secret', secret: 'short' }],
  [{ mode: 'proxy', file: 'a', userHeader: 'x-user', trustedAddresses: ['somewhere'] }],
  [{ mode: 'proxy', file: 'a', userHeader: 'x-user', trustedAddresses: ['0.0.0.0/0'] }],
  [{ mode: 'accounts' }],
  [{ mode: 'open' }],
])('refuses the insecure access settings %o', (settings) => {
  expect(accessSettings.safeParse(settings).success).toBe(false);
});
