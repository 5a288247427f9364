import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSettings } from '../../../src/cli/cms-server/settings.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cms-settings-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const withFile = (text: string, ...flags: string[]) => {
  writeFileSync(path.join(folder, 'cms.yaml'), text);
  return readSettings(['--config', path.join(folder, 'cms.yaml'), ...flags]);
};

it('is local and without a login if nothing is said', async () => {
  expect(await readSettings([])).toMatchObject({
    listen: { host: '127.0.0.1', port: 4330 },
    access: { mode: 'loopback' },
    base: '/',
  });
});

it('reads paths beside the file, and lets flags win', async () => {
  const settings = await withFile(
    'repository: repo\nlisten: { port: 4400 }\naddress: https://a.example.jp\naccess: { mode: accounts, file: accounts.yaml }\n',
    '--port',
    '4401',
  );
  expect(settings).toMatchObject({
    repository: path.join(folder, 'repo'),
    listen: { port: 4401 },
    access: { mode: 'accounts', file: path.join(folder, 'accounts.yaml'), idleMinutes: 120 },
  });
});

it.each(['0.0.0.0', '::', '192.168.0.2', 'kenjinkai.example.jp', '127.0.0.1.example.jp'])(
  'refuses to listen on %s without a login',
  async (host) => {
    await expect(readSettings(['--host', host])).rejects.toThrow(/ほかのパソコンからも編集できてしまいます/);
  },
);

it.each(['address: https://kb.example.jp\n', 'otherHosts: [kb.example.jp]\n'])(
  'refuses %j without a login',
  async (text) => {
    await expect(withFile(text)).rejects.toThrow(/「kb.example.jp」というアドレスでは使えません.*accounts.*proxy/);
  },
);

it.each(['127.0.0.1', 'localhost', '::1'])('listens on %s without one', async (host) => {
  expect((await readSettings(['--host', host])).listen.host).toBe(host);
});

it.each([
  ['acess: {}\n', /設定「acess」（.*）はありません/],
  ['access: { mode: open }\n', /設定「access.mode」/],
  ['access: { mode: accounts, file: a }\n', /設定「address」/],
  ['listen: { port: 0 }\n', /設定「listen.port」/],
  ['listen: { prot: 1 }\n', /「listen.prot」.*ありません/],
  ['secondPerson: [gihu]\n', /secondPerson/],
  ['base: kb\n', /前後に「\/」/],
  ['a: [\n', /YAMLとして読み取れません/],
])('says what is wrong with %j', async (text, sentence) => {
  await expect(withFile(text)).rejects.toThrow(sentence);
});
