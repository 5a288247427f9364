import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { backendNames, chooseBackend } from '../../../cms/admin/config/backends.ts';
import { readSettings } from '../../../src/cli/cms-server/settings.ts';
import { settingsFile } from '../../../src/cli/cms-server/settings-file.ts';
import { cmsVariables, readVariables } from '../../../src/cli/cms-server/variables.ts';

/** `docs/server.md` names every setting that the program reads, with its default, and no other. */
const guide = readFileSync('docs/server.md', 'utf8');
const rows = guide
  .split('\n')
  .filter((line) => /^\| .*`CMS_[A-Z_]+` *\|/.test(line))
  .map((line) =>
    line
      .split(/ ?\| ?/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const ofServer = rows
  .filter((cells) => cells.length === 5)
  .map(([key = '', variable = '', flag = '', fallback = '']) => ({
    key: bare(key),
    variable: bare(variable),
    flag,
    fallback: bare(fallback),
  }));
const ofDesk = rows.filter((cells) => cells.length === 3).map(([variable = '']) => bare(variable));

function bare(cell: string): string {
  return /^`([^`]*)`$/.exec(cell)?.[1] ?? cell;
}

describe('the table of settings', () => {
  it('has each variable that some program of ours names, and no other', () => {
    const sources = globSync('{src,cms}/**/*.{ts,astro,js,mjs}', { exclude: ['**/node_modules/**'] });
    const named = new Set(
      sources.flatMap((file) => readFileSync(file, 'utf8').match(/\bCMS_[A-Z]+(?:_[A-Z]+)*\b/g) ?? []),
    );
    for (const other of ['CMS_MANUAL_INIT', 'CMS_SETTINGS']) named.delete(other);
    expect([...ofServer.map(({ variable }) => variable), ...ofDesk, 'CMS_BRANCH'].sort()).toEqual(
      [...named, 'CMS_BRANCH'].sort(),
    );
  });

  it('has each variable that is read when the server starts, and each that the desk’s backend reads', async () => {
    const read = new Set<string>();
    const watched = (values: Record<string, string>) =>
      new Proxy<NodeJS.ProcessEnv>(values, {
        get: (target, key) => (typeof key === 'string' && read.add(key), target[String(key)]),
      });
    await readSettings([], { environment: watched({}), isOffice: true });
    expect([...read].sort()).toEqual(ofServer.map(({ variable }) => variable).sort());
    read.clear();
    const hosted = {
      CMS_REPO: 'a/b',
      CMS_HOST: 'https://git.example.jp',
      CMS_APP_ID: 'x',
      CMS_LOGIN_SERVER: 'https://login.example.jp',
    };
    for (const name of backendNames) chooseBackend(watched({ CMS_BACKEND: name, ...hosted }));
    expect([...read].filter((name) => name !== 'CMS_BRANCH').sort()).toEqual(ofDesk.sort());
  });

  it('has each key of the settings file', () => {
    const keys = ofServer.map(({ key }) => key).filter((key) => key !== '–');
    expect(keys.sort()).toEqual(
      listKeys(z.toJSONSchema(settingsFile, { io: 'input', unrepresentable: 'any' }) as Schema).sort(),
    );
    expect(cmsVariables.map(({ path }) => path.join('.')).sort()).toEqual(keys.sort());
  });

  it('pairs each variable with the key that it sets', () => {
    for (const { name, path } of cmsVariables)
      expect(ofServer.find(({ variable }) => variable === name)?.key).toBe(path.join('.'));
  });

  it('tells the defaults', async () => {
    const settings = await readSettings([], { environment: {}, isOffice: true });
    const found = ofServer.flatMap(({ key, fallback }) => {
      const value = key
        .split('.')
        .reduce<unknown>((here, name) => (here as Record<string, unknown> | undefined)?.[name], settings);
      const isProse = /current folder|checked out|if it is there|user\.(?:name|email)|\.jsonl$/.test(fallback);
      return isProse ? [] : [[key, sayDefault(value), fallback]];
    });
    for (const [key, value, told] of found) expect(`${key}: ${value}`).toBe(`${key}: ${told}`);
    expect(found.length).toBeGreaterThan(15);
  });

  it('tells the flags', async () => {
    for (const flag of ofServer.map(({ flag }) => bare(flag)).filter((name) => name !== '–')) {
      const value = flag === '--config' ? 'no-such-file.yaml' : flag === '--port' ? '4400' : 'x';
      await readSettings([flag, value], { environment: {} }).catch((error: Error) =>
        expect(error.message).not.toContain('引数を読み取れません'),
      );
    }
  });
});

describe('a setting in the environment', () => {
  it('is the same as in the file', () => {
    const environment = {
      CMS_ADDRESS: 'https://kb.example.jp',
      CMS_LISTEN_PORT: '4400',
      CMS_TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/24',
      CMS_BUILD: 'off',
      CMS_TLS_KEY: 'key.pem',
      CMS_SECOND_PERSON: '',
    };
    expect(readVariables(environment)).toEqual({
      address: 'https://kb.example.jp',
      listen: { port: 4400 },
      trustedProxies: ['127.0.0.1', '10.0.0.0/24'],
      build: false,
      tls: { key: 'key.pem' },
    });
  });

  it('gives way to a flag', async () => {
    const environment = { CMS_LISTEN_PORT: '4400', CMS_ACCOUNTS: 'a.yaml', CMS_ADDRESS: 'https://kb.example.jp' };
    const settings = await readSettings(['--port', '4401'], { environment });
    expect(settings).toMatchObject({
      listen: { port: 4401 },
      access: { mode: 'accounts', file: path.resolve('a.yaml') },
    });
  });

  it.each([
    [{ CMS_BUILD: 'yes' }, 'CMS_BUILD'],
    [{ CMS_LISTEN_PORT: 'x' }, 'listen.port'],
    [{ CMS_ACCESS: 'open' }, 'access'],
    [{ CMS_BUILD: 'on', CMS_SITE: 'dist' }, 'build'],
    [{ CMS_SECOND_PERSON: 'gifu,gihu' }, '「secondPerson」（.*CMS_SECOND_PERSON）.*県人会のID'],
    [{ CMS_TLS_CERTIFICATE: 'c.pem' }, 'CMS_TLS_KEY.*両方'],
    [{ CMS_IDLE_MINUTES: '0' }, 'CMS_IDLE_MINUTES.*1以上'],
    [{ CMS_ACCESS: 'proxy', CMS_ADDRESS: 'https://kb.example.jp' }, 'CMS_USER_HEADER.*ヘッダー'],
    [{ CMS_ADDRESS: 'https://kb.example.jp/knowledge/' }, '「/knowledge/」.*CMS_BASE.*「/」'],
    [{ CMS_ADDRESS: 'https://kb.example.jp/a/', CMS_BASE: '/b/' }, '「/a/」.*「/b/」'],
    [
      { CMS_ADDRESS: 'http://kb.example.jp', CMS_TLS_CERTIFICATE: 'c.pem', CMS_TLS_KEY: 'k.pem' },
      '証明書.*「http://kb.example.jp」',
    ],
  ])('is refused in a sentence: %j', async (environment, named) => {
    await expect(readSettings([], { environment, isOffice: true })).rejects.toThrow(new RegExp(`${named}.*[ぁ-ん]`));
  });
});

it.each([
  { CMS_ADDRESS: 'https://kb.example.jp/knowledge', CMS_BASE: '/knowledge/' },
  { CMS_ADDRESS: 'https://kb.example.jp', CMS_BASE: '/knowledge/' },
])('takes an address with or without the path of the site: %j', async (environment) => {
  await expect(readSettings([], { environment, isOffice: true })).resolves.toMatchObject({ base: '/knowledge/' });
});

it('opens no door without a lock, whatever the defaults are', async () => {
  await expect(
    readSettings([], { environment: { CMS_ACCESS: 'loopback', CMS_LISTEN_HOST: '0.0.0.0' }, isOffice: true }),
  ).rejects.toThrow('ほかのパソコン');
  await expect(readSettings([], { environment: { CMS_LISTEN_HOST: '0.0.0.0' }, isOffice: true })).rejects.toThrow(
    'address',
  );
  const settings = await readSettings([], { environment: {}, isOffice: true });
  expect(settings).toMatchObject({ access: { mode: 'accounts' }, listen: { host: '127.0.0.1' } });
});

function sayDefault(value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return 'none';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return String(value).replace(`${process.cwd()}/`, '');
}

/** Every key that holds no further keys, in any of the alternatives. */
function listKeys({ properties = {}, oneOf = [], anyOf = [], ...rest }: Schema, before = ''): string[] {
  const parts = [...oneOf, ...anyOf];
  if (parts.length > 0) return [...new Set(parts.flatMap((part) => listKeys(part, before)))];
  if (Object.keys(properties).length === 0) return rest.type === 'object' ? [] : [before];
  return Object.entries(properties).flatMap(([key, schema]) =>
    listKeys(schema, before === '' ? key : `${before}.${key}`),
  );
}

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  oneOf?: Schema[];
  anyOf?: Schema[];
}
