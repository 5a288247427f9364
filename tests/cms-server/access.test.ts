import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeAccounts, type Account } from '../../cms/server/access/accounts.ts';
import type { CmsOptions } from '../../cms/server/options.ts';
import { hashCheaply } from './hash-cheaply.ts';
import { draftOf, makeReady, revisionOf, saveQa } from './requests.ts';
import { makeRepository, qaPath, qaText, type SampleRepository } from './sample-repository.ts';
import { startServer, type SampleServer, type Visitor } from './sample-server.ts';

let repository: SampleRepository;
let server: SampleServer;
let accounts: Account[];
let time: number;
const address = 'https://kenjinkai.example.jp';
const password = 'とても長い合言葉です2026';

beforeAll(async () => {
  const hash = await hashCheaply(password);
  accounts = [
    { login: 'taro', name: '投稿太郎', role: 'contributor', groups: [], password: hash },
    { login: 'hanako', name: '岐阜花子', role: 'editor', groups: ['gifu'], password: hash },
    { login: 'jiro', name: '岐阜次郎', role: 'editor', groups: ['gifu'], password: hash },
    { login: 'aiko', name: '愛知愛子', role: 'editor', groups: ['aichi'], password: hash },
    { login: 'kanri', name: '管理者', role: 'administrator', groups: [], password: hash },
  ];
});

beforeEach(async () => {
  repository = makeRepository();
  time = Date.parse('2026-07-01T09:00:00+09:00');
});

afterEach(async () => {
  await server.close();
  repository.remove();
});

const accountsFile = (): string => path.join(repository.folder, 'accounts.yaml');
const text = qaText('cccc4444', { question: '仮庁舎の電話番号は、どうやって知らせればよいですか。' });
const newDraft = saveQa('cccc4444', text, { revision: null });

describe('local accounts', () => {
  beforeEach(async () => {
    await writeAccounts(accountsFile(), accounts);
    server = await startServer(
      { root: repository.root, address, access: { mode: 'accounts', file: accountsFile() }, secondPerson: ['gifu'] },
      () => new Date(time),
    );
  });

  const signIn = async (login: string): Promise<Visitor> => {
    const visitor = server.visitor();
    expect((await visitor.login(login, password)).status).toBe(200);
    return visitor;
  };

  it('asks for a login, and gives a cookie that scripts and other sites cannot use', async () => {
    const visitor = server.visitor();
    expect((await visitor.open()).body).toMatchObject({ mode: 'accounts', signedIn: false, user: null });
    expect((await visitor.act('info')).body).toMatchObject({ code: 'signed-out' });
    const answer = await visitor.login('hanako', password);
    expect(answer.body).toMatchObject({ signedIn: true, user: { login: 'hanako', role: 'editor', groups: ['gifu'] } });
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^kenjinkai_cms=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
    );
    expect((await visitor.act('info')).status).toBe(200);
    expect(JSON.stringify(answer.body)).not.toContain('scrypt');
  });

  it('keeps nothing of a session that was ended, expired or taken away', async () => {
    const visitor = await signIn('hanako');
    const [cookie, token] = [visitor.cookie(), visitor.token()];
    await visitor.call('POST', 'logout', {});
    expect((await visitor.act('info', {}, { Cookie: cookie, 'X-CMS-Token': token })).status).toBe(401);

    const idle = await signIn('hanako');
    time += 119 * 60_000;
    expect((await idle.act('info')).status).toBe(200);
    time += 121 * 60_000;
    const late = await idle.act('persistEntry', newDraft);
    expect(late.body).toMatchObject({ code: 'signed-out', error: expect.stringContaining('有効期限') });
    expect((await idle.login('hanako', password)).status).toBe(200);
    expect((await idle.act('persistEntry', newDraft)).status).toBe(200);

    const long = await signIn('jiro');
    for (let hour = 0; hour < 11; hour += 1) {
      time += 60 * 60_000;
      expect((await long.act('info')).status).toBe(200);
    }
    time += 61 * 60_000;
    expect((await long.act('info')).status).toBe(401);

    const removed = await signIn('aiko');
    await writeAccounts(
      accountsFile(),
      accounts.filter(({ login }) => login !== 'aiko'),
    );
    expect((await removed.act('info')).status).toBe(401);

    // Whoever changes a password because somebody else knows it wants that one out now.
    const known = await signIn('jiro');
    await writeAccounts(
      accountsFile(),
      await Promise.all(
        accounts.map(async (account) =>
          account.login === 'jiro' ? { ...account, password: await hashCheaply('べつの長い合言葉です2026') } : account,
        ),
      ),
    );
    expect((await known.act('info')).status).toBe(401);
  });

  it('slows down whoever guesses, and nobody else', async () => {
    const guesser = server.visitor();
    for (let attempt = 0; attempt < 5; attempt += 1) expect((await guesser.login('hanako', 'wrong')).status).toBe(401);
    const blocked = await guesser.login('hanako', password);
    expect(blocked.status).toBe(429);
    expect(Number(blocked.headers['retry-after'])).toBeGreaterThan(600);
    await signIn('jiro');
    expect((await guesser.login('nobody', 'wrong')).body).toMatchObject({
      error: 'ログイン名かパスワードが違います。',
    });
    time += 16 * 60_000;
    await signIn('hanako');
  });

  it('does not lock an owner out of a known device when others guess the name from anywhere', async () => {
    await server.close();
    server = await startServer(
      {
        root: repository.root,
        address,
        access: { mode: 'accounts', file: accountsFile() },
        trustedProxies: ['127.0.0.1'],
      },
      () => new Date(time),
    );
    const owner = server.visitor();
    const answer = await owner.login('hanako', password);
    const device = answer.headers['set-cookie']?.[1] ?? '';
    expect(device).toMatch(
      /^kenjinkai_device_[0-9a-f]{12}=[\w-]{22}\.\w+\.[\w-]{43}; Path=\/api\/cms\/; HttpOnly; SameSite=Strict; Secure; Max-Age=31536000$/,
    );
    const cookie = device.split(';')[0] ?? '';

    const tryFrom = (client: string, login: string, secret: string, headers = {}) =>
      owner.call(
        'POST',
        'login',
        { login, password: secret },
        { 'X-CMS-Token': token, Cookie: '', 'X-Forwarded-For': client, ...headers },
      );
    const { token } = (await server.visitor().open()).body as { token: string };
    const guesses = Array.from({ length: 30 }, (_, number) => tryFrom(`198.51.100.${number}`, 'hanako', 'wrong'));
    for (const [number, guess] of guesses.entries()) expect([401, 503], `${number}`).toContain((await guess).status);
    for (let number = 0; (await tryFrom(`192.0.2.${number}`, 'hanako', 'wrong')).status !== 429; number += 1)
      expect(number).toBeLessThan(31);
    expect((await tryFrom('203.0.113.9', 'hanako', password)).status).toBe(429);
    expect((await tryFrom('203.0.113.9', 'hanako', password, { Cookie: cookie })).status).toBe(200);

    // The cookie is good for its own account alone, and only as it was signed; a stolen one has a count of its own.
    expect(
      (
        await tryFrom('203.0.113.9', 'hanako', password, {
          Cookie: cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
        })
      ).status,
    ).toBe(429);
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect((await tryFrom('203.0.113.9', 'hanako', 'wrong', { Cookie: cookie })).status).toBe(401);
    expect((await tryFrom('203.0.113.10', 'hanako', password, { Cookie: cookie })).status).toBe(429);
  }, 240_000);

  it('does not lock the office out for names that somebody makes up behind the same proxy', async () => {
    await server.close();
    const options: CmsOptions = {
      root: repository.root,
      address,
      access: { mode: 'accounts', file: accountsFile() },
      trustedProxies: ['127.0.0.1'],
    };
    server = await startServer(options, () => new Date(time));
    const made = server.visitor();
    const known = await made.login('jiro', password);
    const cookie = known.headers['set-cookie']?.[1]?.split(';')[0] ?? '';
    const { token } = (await server.visitor().open()).body as { token: string };
    const signInFrom = (client: string, login: string, secret: string, headers = {}) =>
      made.call(
        'POST',
        'login',
        { login, password: secret },
        { 'X-CMS-Token': token, Cookie: '', 'X-Forwarded-For': client, ...headers },
      );
    let tries = 0;
    // The client's own words stand to the left of what the proxy adds.
    for (; (await signInFrom(`${tries}.1.1.1, 198.51.100.7`, `made.up.${tries}`, 'wrong')).status !== 429; tries += 1)
      expect(tries).toBeLessThan(31);
    expect(tries).toBe(30);
    expect((await signInFrom('198.51.100.7', 'hanako', password)).status).toBe(429);
    expect((await signInFrom('198.51.100.8', 'hanako', password)).status).toBe(200);
    expect((await signInFrom('198.51.100.7', 'jiro', password, { Cookie: cookie })).status).toBe(200);

    // The key survives a restart.
    await server.close();
    server = await startServer(options, () => new Date(time));
    const again = server.visitor();
    const fresh = ((await again.open()).body as { token: string }).token;
    const from = { 'X-CMS-Token': fresh, 'X-Forwarded-For': '198.51.100.9' };
    for (let attempt = 0; attempt < 5; attempt += 1)
      await again.call('POST', 'login', { login: 'jiro', password: 'wrong' }, { ...from, Cookie: '' });
    expect((await again.call('POST', 'login', { login: 'jiro', password }, { ...from, Cookie: '' })).status).toBe(429);
    expect((await again.call('POST', 'login', { login: 'jiro', password }, { ...from, Cookie: cookie })).status).toBe(
      200,
    );
    expect(statSync(path.join(repository.root, '.git/kenjinkai-cms/device-key')).mode & 0o777).toBe(0o600);
  }, 240_000);

  it('believes no X-Forwarded-For of who is no trusted proxy', async () => {
    const visitor = server.visitor();
    await visitor.open();
    const token = visitor.token();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await visitor.call(
        'POST',
        'login',
        { login: 'hanako', password: 'wrong' },
        { 'X-CMS-Token': token, 'X-Forwarded-For': `198.51.100.${attempt}` },
      );
    }
    expect(
      (
        await visitor.call(
          'POST',
          'login',
          { login: 'hanako', password },
          { 'X-CMS-Token': token, 'X-Forwarded-For': '198.51.100.200' },
        )
      ).status,
    ).toBe(429);
  });

  it('lets contributors write and editors publish, each in their own groups', async () => {
    const [taro, hanako, jiro, aiko] = [
      await signIn('taro'),
      await signIn('hanako'),
      await signIn('jiro'),
      await signIn('aiko'),
    ];
    expect((await taro.act('persistEntry', newDraft)).status).toBe(200);
    const draft = draftOf('cccc4444');
    expect((await taro.act('updateUnpublishedEntryStatus', { ...draft, newStatus: 'pending_review' })).status).toBe(
      200,
    );
    for (const visitor of [taro, aiko]) {
      expect(
        (await visitor.act('updateUnpublishedEntryStatus', { ...draft, newStatus: 'pending_publish' })).body,
      ).toMatchObject({ code: 'not-allowed' });
    }
    expect((await aiko.act('deleteUnpublishedEntry', draft)).body).toMatchObject({ code: 'not-allowed' });
    expect((await hanako.act('updateUnpublishedEntryStatus', { ...draft, newStatus: 'pending_publish' })).status).toBe(
      200,
    );
    expect((await taro.act('publishUnpublishedEntry', draft)).body).toMatchObject({ code: 'not-allowed' });
    expect((await taro.act('updateUnpublishedEntryStatus', { ...draft, newStatus: 'draft' })).body).toMatchObject({
      code: 'not-allowed',
    });
    expect((await jiro.act('publishUnpublishedEntry', draft)).status).toBe(200);
    expect(repository.git('log', '-1', '--format=%an|%b', 'main')).toMatch(/^岐阜次郎\|[\s\S]*Reviewed-by: 岐阜花子/);
    expect(repository.git('log', '-1', '--format=%an <%ae>', 'main^2~2')).toBe(
      '投稿太郎 <taro@kenjinkai-knowledge.invalid>',
    );
  });

  it('keeps contributors from everything that is published at once', async () => {
    const taro = await signIn('taro');
    const revision = await revisionOf(taro, qaPath('aaaa2222'));
    const pixel = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
    expect(
      (
        await taro.act(
          'persistEntry',
          saveQa('aaaa2222', qaText('aaaa2222', { body: '変更。' }), { revision, useWorkflow: false }),
        )
      ).status,
    ).toBe(403);
    expect(
      (await taro.act('deleteFiles', { paths: [qaPath('aaaa2222')], revisions: { [qaPath('aaaa2222')]: revision } }))
        .status,
    ).toBe(403);
    expect(
      (await taro.act('persistMedia', { asset: { path: 'public/images/a.gif', content: pixel, encoding: 'base64' } }))
        .status,
    ).toBe(403);
    expect(repository.git('rev-list', '--count', 'main')).toBe('1');
  });

  it('needs a second person where the group wants one, and again after each change', async () => {
    const [hanako, jiro] = [await signIn('hanako'), await signIn('jiro')];
    const saved = await hanako.act('persistEntry', newDraft);
    await hanako.act('updateUnpublishedEntryStatus', { ...draftOf('cccc4444'), newStatus: 'pending_review' });
    expect(
      (await hanako.act('updateUnpublishedEntryStatus', { ...draftOf('cccc4444'), newStatus: 'pending_publish' })).body,
    ).toMatchObject({ code: 'second-person' });
    expect(await makeReady(jiro, 'cccc4444')).toBe(200);
    const revision = (saved.body as { revisions: Record<string, string> }).revisions[qaPath('cccc4444')];
    const changed = await hanako.act(
      'persistEntry',
      saveQa('cccc4444', text.replace('部署ごとに', '課ごとに'), { revision }),
    );
    expect(changed.body).toMatchObject({ status: 'pending_review' });
    expect((await hanako.act('publishUnpublishedEntry', draftOf('cccc4444'))).body).toMatchObject({
      code: 'not-ready',
    });
    expect(await makeReady(jiro, 'cccc4444')).toBe(200);
    expect((await hanako.act('publishUnpublishedEntry', draftOf('cccc4444'))).status).toBe(200);
    const published = await revisionOf(hanako, qaPath('cccc4444'));
    expect(
      (await hanako.act('persistEntry', saveQa('cccc4444', text, { revision: published, useWorkflow: false }))).body,
    ).toMatchObject({ code: 'second-person' });
    expect(
      (await hanako.act('deleteFiles', { paths: [qaPath('cccc4444')], revisions: { [qaPath('cccc4444')]: published } }))
        .body,
    ).toMatchObject({ code: 'not-allowed' });
  });

  it('does not let a forged trailer approve a draft', async () => {
    const hanako = await signIn('hanako');
    const forged = text.replace(/^question: .*$/m, 'question: "仮庁舎の電話番号を知らせる方法 CMS-Reviewer: jiro"');
    await hanako.act('persistEntry', saveQa('cccc4444', forged, { revision: null }));
    expect((await hanako.act('unpublishedEntry', draftOf('cccc4444'))).body).toMatchObject({
      reviewer: null,
      status: 'draft',
    });
  });

  it('writes down who did what, and never what was written', async () => {
    const hanako = await signIn('hanako');
    await hanako.act('persistEntry', newDraft);
    await hanako.act('getEntry', { path: 'package.json' });
    await server.close();
    const log = readFileSync(path.join(repository.root, '.git/kenjinkai-cms/audit.jsonl'), 'utf8');
    const events = log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(events).toMatchObject([
      { login: 'hanako', action: 'login', status: 200 },
      { login: 'hanako', action: 'persistEntry', target: qaPath('cccc4444'), status: 200 },
      { login: 'hanako', action: 'getEntry', target: 'package.json', status: 422, code: 'path' },
    ]);
    expect(log).not.toContain('電話番号');
    expect(log).not.toContain(password);
    server = await startServer({ root: repository.root });
  });
});

describe('an authenticating reverse proxy', () => {
  const secret = 'a'.repeat(40);
  const open = async (trustedAddresses: string[]): Promise<Visitor> => {
    await writeAccounts(accountsFile(), accounts);
    server = await startServer({
      root: repository.root,
      address,
      access: {
        mode: 'proxy',
        file: accountsFile(),
        userHeader: 'x-remote-user',
        secretHeader: 'x-cms-proxy',
        secret,
        trustedAddresses,
      },
    });
    return server.visitor();
  };

  it('believes the named header from the proxy alone', async () => {
    const visitor = await open([]);
    const proxied = { 'X-Remote-User': 'hanako', 'X-CMS-Proxy': secret };
    expect((await visitor.call('GET', 'session', undefined, proxied)).body).toMatchObject({
      mode: 'proxy',
      user: { login: 'hanako' },
    });
    expect((await visitor.act('info', {}, proxied)).status).toBe(200);
    expect((await visitor.act('info', {}, { 'X-Remote-User': 'hanako' })).status).toBe(403);
    expect((await visitor.act('info', {}, { 'X-Remote-User': 'hanako', 'X-CMS-Proxy': 'b'.repeat(40) })).status).toBe(
      403,
    );
    expect((await visitor.act('info', {}, { 'X-CMS-Proxy': secret })).status).toBe(401);
    expect((await visitor.act('info', {}, { ...proxied, 'X-Remote-User': ['hanako', 'kanri'] })).status).toBe(401);
    expect((await visitor.act('info', {}, { ...proxied, 'X-Remote-User': 'kanri' })).body).toMatchObject({
      code: 'token',
    });
    expect((await visitor.act('info', {}, { ...proxied, 'X-Remote-User': 'unknown' })).body).toMatchObject({
      code: 'not-allowed',
    });
  });

  it('believes it from the named addresses alone', async () => {
    const visitor = await open(['10.0.0.0/8']);
    expect(
      (await visitor.call('GET', 'session', undefined, { 'X-Remote-User': 'hanako', 'X-CMS-Proxy': secret })).status,
    ).toBe(403);
  });
});
