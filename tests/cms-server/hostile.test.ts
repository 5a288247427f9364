import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftOf, saveQa } from './requests.ts';
import { makeRepository, qaPath, qaText, type SampleRepository } from './sample-repository.ts';
import { startServer, type Answer, type RawRequest, type SampleServer, type Visitor } from './sample-server.ts';

let repository: SampleRepository;
let server: SampleServer;
let visitor: Visitor;
let before: string;

const secret = 'TOP-SECRET-0001';
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

beforeAll(async () => {
  repository = makeRepository({
    files: {
      'package.json': `{ "name": "${secret}" }\n`,
      'src/secret.ts': `// ${secret}\n`,
      'content/secret.txt': secret,
      'public/secret.svg': secret,
      '.env': secret,
    },
  });
  repository.write('outside.txt', secret);
  mkdirSync(path.join(repository.root, 'public/images'), { recursive: true });
  symlinkSync('../../package.json', path.join(repository.root, 'public/images/link.png'));
  symlinkSync('..', path.join(repository.root, 'content/qa/up'));
  repository.git('add', 'public', 'content');
  repository.commit('links');
  server = await startServer({ root: repository.root, base: '/kb/' });
  visitor = server.visitor();
  await visitor.open();
  before = snapshot();
});

afterAll(async () => {
  repository.git('fsck', '--strict');
  await server.close();
  repository.remove();
});

/** Everything that an attack could have changed: references, what is checked out, Git's own files. */
function snapshot(): string {
  const files = ['package.json', '.git/config', '.git/HEAD', 'src/secret.ts', 'content/secret.txt'].map((name) =>
    readFileSync(path.join(repository.root, name), 'utf8'),
  );
  return JSON.stringify([
    repository.git('for-each-ref'),
    repository.git('status', '--porcelain', '--ignored'),
    repository.git('ls-files', '-s'),
    ...files,
  ]);
}

const text = qaText('cccc4444', { question: '仮庁舎の電話番号は、どうやって知らせればよいですか。' });

/** Ways to name a file that is none of the CMS's business, or one of its own by another name. */
const paths: string[] = [
  '.git/config',
  '.git/hooks/post-checkout',
  '.GIT/config',
  '.git',
  '.Git/HEAD',
  'git~1/config',
  'GIT~1/config',
  '.git /config',
  '.git./config',
  '.git::$INDEX_ALLOCATION/config',
  '.g\u200cit/config',
  '.\u200dgit/config',
  '.git\uFEFF/config',
  '.ｇｉｔ/config',
  'package.json',
  './package.json',
  '/package.json',
  '//package.json',
  'PACKAGE.JSON',
  'src/secret.ts',
  '.env',
  'outside.txt',
  '../package.json',
  '../../etc/passwd',
  'content/../package.json',
  'content/qa/../../package.json',
  'content/qa/gifu/../../../package.json',
  'content/./qa/gifu/aaaa2222.mdx',
  'content//qa/gifu/aaaa2222.mdx',
  'content/qa/gifu/aaaa2222.mdx/',
  '/content/qa/gifu/aaaa2222.mdx',
  '/etc/passwd',
  'C:/Windows/win.ini',
  'C:\\Windows\\win.ini',
  '\\\\server\\share\\x.mdx',
  'file:///etc/passwd',
  '~/.ssh/id_rsa',
  '$HOME/.ssh/id_rsa',
  'content\\..\\package.json',
  'content\\qa\\gifu\\aaaa2222.mdx',
  'content/qa/..\\..\\package.json',
  'content/qa/%2e%2e/%2e%2e/package.json',
  'content/qa/..%2f..%2fpackage.json',
  'content/qa/%252e%252e/package.json',
  'content/qa/%c0%ae%c0%ae/package.json',
  'content/qa/..;/package.json',
  'content/qa/.../x.mdx',
  'content/qa/gifu/aaaa2222.mdx\0.png',
  'content/qa/gifu/\0.mdx',
  'content/qa/gifu/aaaa2222.mdx\n',
  'content/qa/gifu/a\r\nb.mdx',
  'content/qa/gifu/ a.mdx',
  'content/qa/gifu/a .mdx',
  ' content/qa/gifu/aaaa2222.mdx',
  'Content/qa/gifu/aaaa2222.mdx',
  'CONTENT/QA/GIFU/AAAA2222.MDX',
  'content/QA/gifu/aaaa2222.mdx',
  'content/qa/gifu/AAAA2222.mdx',
  'content/qa/gifu/aaaa2222.MDX',
  'content/qa/gifu/aaaa2222.mdx::$DATA',
  'content/qa/gifu/aaaa2222.mdx.',
  'content/qa/gifu/con.mdx',
  'content/qa/gifu/nul.mdx',
  'content/qa/gifu/com1.mdx',
  'content/qa/gifu/aux.x.mdx',
  'content/qa/gifu/か\u3099.mdx',
  'content/qa/gifu/が.mdx',
  'content/qa/gifu/．．/x.mdx',
  'content/qa/gifu/\u2024\u2024/x.mdx',
  'content/qa/gifu/a\u202exdm.mdx',
  'content/qa/gifu/ａ.mdx',
  'content／qa／gifu／a.mdx',
  'content/qa/gifu/a\u0301.mdx',
  'content/qa/gifu/\uD800.mdx',
  'content/pages/about.mdx',
  'content/pages/new.mdx',
  'content/pages/below/new.mdx',
  'content/pages/about.yaml',
  'content/pages',
  'content/pages.mdx',
  'content/secret.txt',
  'content/privacy-exceptions.yaml',
  'content/qa/gifu/aaaa2222.yaml',
  'content/qa/gifu/aaaa2222.astro',
  'content/qa/gifu/.hidden.mdx',
  'content/qa/.git/config.mdx',
  'content/config.ts',
  'content/groups/gifu.mdx',
  'content/qa',
  'content',
  '',
  '.',
  '..',
  '/',
  '-',
  '--output=x',
  '-rf/x.mdx',
  'content/qa/-x.mdx',
  'content/qa/gifu/a*.mdx',
  'content/qa/gifu/:(top)x.mdx',
  ':/package.json',
  'HEAD:package.json',
  'main:package.json',
  `content/qa/${'a/'.repeat(40)}x.mdx`,
  `content/qa/${'a'.repeat(5_000)}.mdx`,
  'public/secret.svg',
  'public/index.html',
  'public/images/x.svg',
  'public/images/x.html',
  'public/images/x.js',
  'public/images/../secret.svg',
  'public/images/.htaccess',
  'public/images/x.png.svg',
  'public/images',
  'dist/index.html',
  'node_modules/x/index.js',
  '.github/workflows/x.yml',
];

const readers: [string, (path: string) => object][] = [
  ['getEntry', (name) => ({ path: name })],
  ['entriesByFiles', (name) => ({ files: [{ path: name }] })],
  ['getMediaFile', (name) => ({ path: name })],
  ['unpublishedEntryDataFile', (name) => ({ ...draftOf('aaaa2222'), id: 'x', path: name })],
  ['deleteFiles', (name) => ({ paths: [name], revisions: { [name]: '0'.repeat(40) } })],
  ['persistMedia', (name) => ({ asset: { path: name, content: pixel, encoding: 'base64' } })],
];

describe('paths', () => {
  it.each(paths.map((name) => [JSON.stringify(name).slice(0, 80), name]))('%s', async (_title, name) => {
    for (const [action, params] of readers) {
      const answer = await visitor.act(action, params(name));
      expect([400, 422], `${action} ${answer.text}`).toContain(answer.status);
      expect(answer.text).not.toContain(secret);
    }
    const save = saveQa('cccc4444', text, { revision: null, useWorkflow: false }) as { dataFiles: object[] };
    for (const change of [{ path: name }, { newPath: name }]) {
      const answer = await visitor.act('persistEntry', { ...save, dataFiles: [{ ...save.dataFiles[0], ...change }] });
      expect([400, 422]).toContain(answer.status);
    }
    expect(snapshot()).toBe(before);
  });

  it.each([
    ['getMediaFile', { path: 'public/images/link.png' }, 404],
    ['getEntry', { path: 'content/qa/up/x.mdx' }, 200],
    ['entriesByFolder', { folder: '.', extension: 'json', depth: 1 }, 422],
    ['entriesByFolder', { folder: 'content', extension: 'txt', depth: 1 }, 422],
    ['entriesByFolder', { folder: 'content/qa/..', extension: 'txt', depth: 1 }, 422],
    ['entriesByFolder', { folder: '.git', extension: 'config', depth: 1 }, 422],
    ['entriesByFolder', { folder: 'content/qa/up', extension: 'json', depth: 5 }, 200],
    ['entriesByFolder', { folder: 'content/qa', extension: '', depth: 5 }, 400],
    ['entriesByFolder', { folder: 'content/pages', extension: 'mdx', depth: 1 }, 422],
    ['listEntries', { folder: '.git', extension: 'config', depth: 1 }, 422],
    ['listEntries', { folder: 'content/pages', extension: 'mdx', depth: 1 }, 422],
    ['listEntries', { folder: 'content/qa', extension: 'mdx', depth: 2, since: 'HEAD' }, 400],
    ['listEntries', { folder: 'content/qa', extension: 'mdx', depth: 2, since: '../../etc' }, 400],
    ['getMedia', { mediaFolder: 'src' }, 422],
    ['getMedia', { mediaFolder: 'public' }, 422],
    ['getMedia', { mediaFolder: 'public/images/../..' }, 422],
  ])('%s %o tells nothing', async (action, params, status) => {
    const answer = await visitor.act(action, params);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toContain(secret);
  });
});

describe('names of drafts', () => {
  it.each([
    ['../../heads/main'],
    ['..'],
    ['main'.repeat(100)],
    ['gifu/../../../main'],
    ['gifu/a.lock'],
    ['gifu/a b'],
    ['gifu//a'],
    ['gifu/@{1}'],
    ['gifu/a~1'],
    ['gifu/a^'],
    ['gifu/a:b'],
    ['-d'],
    ['gifu/\u0000'],
    ['gifu/が'],
    ['Gifu/A'],
    ['gifu/a\nupdate refs/heads/main'],
  ])('%j', async (slug) => {
    for (const action of [
      'unpublishedEntry',
      'deleteUnpublishedEntry',
      'publishUnpublishedEntry',
      'updateUnpublishedEntryStatus',
    ]) {
      const answer = await visitor.act(action, { collection: 'qa', slug, newStatus: 'draft' });
      expect([400, 404, 422]).toContain(answer.status);
    }
    const save = saveQa('cccc4444', text, { revision: null }) as { dataFiles: object[] };
    expect([400, 422]).toContain(
      (await visitor.act('persistEntry', { ...save, dataFiles: [{ ...save.dataFiles[0], slug }] })).status,
    );
    expect(snapshot()).toBe(before);
  });

  it.each([['../qa'], ['secret'], ['pages'], ['__proto__'], ['constructor'], ['toString'], ['QA'], ['qa/gifu']])(
    'collection %j',
    async (collection) => {
      expect([404, 422]).toContain(
        (await visitor.act('unpublishedEntry', { collection, slug: 'gifu/aaaa2222' })).status,
      );
      const save = saveQa('cccc4444', text, { revision: null }) as { options: object };
      expect([404, 422]).toContain(
        (await visitor.act('persistEntry', { ...save, options: { ...save.options, collectionName: collection } }))
          .status,
      );
      expect(snapshot()).toBe(before);
    },
  );
});

/** Requests that a page on another site, another machine or a tool could make. */
const good = (): Record<string, string> => ({
  Host: `localhost:${server.port}`,
  Origin: `http://localhost:${server.port}`,
  'Content-Type': 'application/json',
  'X-CMS-Token': visitor.token(),
  Cookie: visitor.cookie(),
});
const info = '{"action":"info","params":{}}';
const without = (name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(good()).filter(([key]) => key !== name));
const v1 = '/kb/api/cms/v1';

const requests: [string, () => RawRequest, number | number[]][] = [
  ['the right request', () => ({ path: v1, headers: good(), body: info }), 200],
  ['another origin', () => ({ path: v1, headers: { ...good(), Origin: 'https://evil.example' }, body: info }), 403],
  ['the null origin', () => ({ path: v1, headers: { ...good(), Origin: 'null' }, body: info }), 403],
  ['no origin', () => ({ path: v1, headers: without('Origin'), body: info }), 403],
  [
    'an origin that begins alike',
    () => ({ path: v1, headers: { ...good(), Origin: `http://localhost:${server.port}.evil.example` }, body: info }),
    403,
  ],
  [
    'another port of this machine',
    () => ({ path: v1, headers: { ...good(), Origin: 'http://localhost:1' }, body: info }),
    403,
  ],
  [
    'another name of this machine as origin',
    () => ({ path: v1, headers: { ...good(), Origin: `http://127.0.0.1:${server.port}` }, body: info }),
    403,
  ],
  [
    'a host that DNS points here',
    () => ({ path: v1, headers: { ...good(), Host: 'evil.example', Origin: 'http://evil.example' }, body: info }),
    403,
  ],
  [
    'a host that ends alike',
    () => ({ path: v1, headers: { ...good(), Host: 'evil-localhost', Origin: 'http://evil-localhost' }, body: info }),
    403,
  ],
  [
    'a host with a user in it',
    () => ({
      path: v1,
      headers: { ...good(), Host: 'localhost@evil.example', Origin: 'http://localhost@evil.example' },
      body: info,
    }),
    403,
  ],
  [
    'an address in the local network as host',
    () => ({
      path: v1,
      headers: { ...good(), Host: '192.168.0.2:4321', Origin: 'http://192.168.0.2:4321' },
      body: info,
    }),
    403,
  ],
  [
    'an unspecified address as host',
    () => ({ path: v1, headers: { ...good(), Host: '0.0.0.0', Origin: 'http://0.0.0.0' }, body: info }),
    403,
  ],
  [
    'what the browser calls cross-site',
    () => ({ path: v1, headers: { ...good(), 'Sec-Fetch-Site': 'cross-site' }, body: info }),
    403,
  ],
  [
    'what the browser calls same-site',
    () => ({ path: v1, headers: { ...good(), 'Sec-Fetch-Site': 'same-site' }, body: info }),
    403,
  ],
  ['a navigation', () => ({ path: v1, headers: { ...good(), 'Sec-Fetch-Site': 'none' }, body: info }), 403],
  [
    'a proxy that nobody set up',
    () => ({ path: v1, headers: { ...good(), 'X-Forwarded-For': '127.0.0.1' }, body: info }),
    403,
  ],
  [
    'another proxy that nobody set up',
    () => ({ path: v1, headers: { ...good(), Forwarded: 'for=127.0.0.1' }, body: info }),
    403,
  ],
  ['no token', () => ({ path: v1, headers: without('X-CMS-Token'), body: info }), 403],
  ['a wrong token', () => ({ path: v1, headers: { ...good(), 'X-CMS-Token': 'x'.repeat(43) }, body: info }), 403],
  ['an empty token', () => ({ path: v1, headers: { ...good(), 'X-CMS-Token': '' }, body: info }), 403],
  [
    'a form',
    () => ({ path: v1, headers: { ...good(), 'Content-Type': 'application/x-www-form-urlencoded' }, body: info }),
    415,
  ],
  [
    'plain text, which needs no preflight',
    () => ({ path: v1, headers: { ...good(), 'Content-Type': 'text/plain' }, body: info }),
    415,
  ],
  [
    'an upload',
    () => ({ path: v1, headers: { ...good(), 'Content-Type': 'multipart/form-data; boundary=x' }, body: info }),
    415,
  ],
  ['no media type', () => ({ path: v1, headers: without('Content-Type'), body: info }), 415],
  [
    'JSON in another encoding',
    () => ({ path: v1, headers: { ...good(), 'Content-Type': 'application/json; charset=shift_jis' }, body: info }),
    415,
  ],
  [
    'a media type that begins alike',
    () => ({ path: v1, headers: { ...good(), 'Content-Type': 'application/jsonp' }, body: info }),
    415,
  ],
  ['a compressed body', () => ({ path: v1, headers: { ...good(), 'Content-Encoding': 'gzip' }, body: info }), 415],
  ['GET of the actions', () => ({ method: 'GET', path: v1, headers: good() }), 405],
  ['PUT', () => ({ method: 'PUT', path: v1, headers: good(), body: info }), 405],
  ['DELETE', () => ({ method: 'DELETE', path: v1, headers: good() }), 405],
  ['PATCH', () => ({ method: 'PATCH', path: v1, headers: good(), body: info }), 405],
  [
    'a preflight',
    () => ({ method: 'OPTIONS', path: v1, headers: { ...good(), 'Access-Control-Request-Method': 'POST' } }),
    405,
  ],
  ['TRACE', () => ({ method: 'TRACE', path: v1, headers: good() }), 405],
  ['HEAD of the session', () => ({ method: 'HEAD', path: '/kb/api/cms/session', headers: good() }), 405],
  ['POST of the session', () => ({ path: '/kb/api/cms/session', headers: good(), body: '{}' }), 405],
  [
    'the session from another site',
    () => ({ method: 'GET', path: '/kb/api/cms/session', headers: { ...good(), Origin: 'https://evil.example' } }),
    403,
  ],
  [
    'the session as a script of another site',
    () => ({
      method: 'GET',
      path: '/kb/api/cms/session',
      headers: { ...good(), Origin: `http://localhost:${server.port}`, 'Sec-Fetch-Site': 'cross-site' },
    }),
    403,
  ],
  [
    'a login where there is none',
    () => ({ path: '/kb/api/cms/login', headers: good(), body: '{"login":"a","password":"b"}' }),
    404,
  ],
  ['another route', () => ({ path: '/kb/api/cms/v2', headers: good(), body: info }), 404],
  ['the folder', () => ({ method: 'GET', path: '/kb/api/cms/', headers: good() }), 404],
  ['a route with dots', () => ({ path: '/kb/api/cms/../cms/v1', headers: good(), body: info }), 404],
  ['an encoded route', () => ({ path: '/kb/api/cms/%76%31', headers: good(), body: info }), 404],
  ['a doubled slash', () => ({ path: '/kb/api/cms//v1', headers: good(), body: info }), 404],
  ['another base', () => ({ path: '/api/cms/v1', headers: good(), body: info }), 404],
  ['another case', () => ({ path: '/KB/API/CMS/V1', headers: good(), body: info }), 404],
  ['a question mark', () => ({ path: `${v1}?x=1`, headers: good(), body: info }), 404],
  ['an absolute address', () => ({ path: `http://evil.example${v1}`, headers: good(), body: info }), 404],
  ['no JSON', () => ({ path: v1, headers: good(), body: 'action=info' }), 400],
  ['an empty body', () => ({ path: v1, headers: good(), body: '' }), 400],
  ['half of JSON', () => ({ path: v1, headers: good(), body: '{"action":' }), 400],
  ['bytes that are not UTF-8', () => ({ path: v1, headers: good(), body: Buffer.from([0x22, 0xff, 0xfe, 0x22]) }), 400],
  ['UTF-16', () => ({ path: v1, headers: good(), body: Buffer.from(info, 'utf16le') }), 400],
  ['an array', () => ({ path: v1, headers: good(), body: `[${info}]` }), 400],
  ['a number', () => ({ path: v1, headers: good(), body: '1' }), 400],
  ['null', () => ({ path: v1, headers: good(), body: 'null' }), 400],
  ['an unknown action', () => ({ path: v1, headers: good(), body: '{"action":"eval","params":{}}' }), 400],
  [
    'an action from the prototype',
    () => ({ path: v1, headers: good(), body: '{"action":"constructor","params":{}}' }),
    400,
  ],
  ['a list as action', () => ({ path: v1, headers: good(), body: '{"action":["info"],"params":{}}' }), 400],
  [
    'a polluted prototype',
    () => ({ path: v1, headers: good(), body: '{"__proto__":{"action":"info"},"params":{}}' }),
    400,
  ],
  [
    'an object as path',
    () => ({ path: v1, headers: good(), body: '{"action":"getEntry","params":{"path":{"toString":"x"}}}' }),
    400,
  ],
  [
    'a list as path',
    () => ({
      path: v1,
      headers: good(),
      body: '{"action":"getEntry","params":{"path":["content/qa/gifu/aaaa2222.mdx"]}}',
    }),
    400,
  ],
  [
    'a depth that is endless',
    () => ({
      path: v1,
      headers: good(),
      body: '{"action":"entriesByFolder","params":{"folder":"content/qa","extension":"mdx","depth":1e9}}',
    }),
    400,
  ],
  [
    'a negative depth',
    () => ({
      path: v1,
      headers: good(),
      body: '{"action":"entriesByFolder","params":{"folder":"content/qa","extension":"mdx","depth":-1}}',
    }),
    400,
  ],
  [
    'thousands of files',
    () => ({
      path: v1,
      headers: good(),
      body: JSON.stringify({
        action: 'entriesByFiles',
        params: { files: Array.from({ length: 5_000 }, () => ({ path: qaPath('aaaa2222') })) },
      }),
    }),
    400,
  ],
  [
    'a status of its own',
    () => ({
      path: v1,
      headers: good(),
      body: JSON.stringify({
        action: 'updateUnpublishedEntryStatus',
        params: { ...draftOf('aaaa2222'), newStatus: 'published' },
      }),
    }),
    400,
  ],
  [
    'a revision that is a command',
    () => ({
      path: v1,
      headers: good(),
      body: JSON.stringify({ action: 'persistEntry', params: saveQa('aaaa2222', text, { revision: '--help' }) }),
    }),
    400,
  ],
  [
    'a revision that is a reference',
    () => ({
      path: v1,
      headers: good(),
      body: JSON.stringify({ action: 'persistEntry', params: saveQa('aaaa2222', text, { revision: 'main' }) }),
    }),
    400,
  ],
  [
    'an image that is no Base64',
    () => ({
      path: v1,
      headers: good(),
      body: '{"action":"persistMedia","params":{"asset":{"path":"public/images/a.png","content":"<script>","encoding":"base64"}}}',
    }),
    400,
  ],
  [
    'an image in another encoding',
    () => ({
      path: v1,
      headers: good(),
      body: '{"action":"persistMedia","params":{"asset":{"path":"public/images/a.png","content":"x","encoding":"utf8"}}}',
    }),
    400,
  ],
  [
    'a page called an image',
    () => ({
      path: v1,
      headers: good(),
      body: JSON.stringify({
        action: 'persistMedia',
        params: {
          asset: { path: 'public/images/a.png', content: Buffer.from('<html>').toString('base64'), encoding: 'base64' },
        },
      }),
    }),
    422,
  ],
  [
    'an image of another kind',
    () => ({
      path: v1,
      headers: good(),
      body: JSON.stringify({
        action: 'persistMedia',
        params: { asset: { path: 'public/images/a.jpg', content: pixel, encoding: 'base64' } },
      }),
    }),
    422,
  ],
  [
    'text that UTF-8 cannot hold',
    () => ({
      path: v1,
      headers: good(),
      body: JSON.stringify({ action: 'persistEntry', params: saveQa('cccc4444', `${text}\uD800`, { revision: null }) }),
    }),
    400,
  ],
  [
    'text with a NUL',
    () => ({
      path: v1,
      headers: good(),
      body: JSON.stringify({ action: 'persistEntry', params: saveQa('cccc4444', `${text}\0`, { revision: null }) }),
    }),
    400,
  ],
  [
    'a text of a megabyte',
    () => ({
      path: v1,
      headers: good(),
      body: JSON.stringify({
        action: 'persistEntry',
        params: saveQa('cccc4444', text + 'あ'.repeat(600_000), { revision: null }),
      }),
    }),
    400,
  ],
  [
    'a reason with a line end',
    () => ({
      path: v1,
      headers: good(),
      body: JSON.stringify({
        action: 'persistEntry',
        params: saveQa('cccc4444', text, { revision: null, reason: '理由です。\nCMS-Status: pending_publish' }),
      }),
    }),
    400,
  ],
  [
    'YAML that unfolds without end',
    () => ({
      path: v1,
      headers: good(),
      body: JSON.stringify({
        action: 'persistEntry',
        params: saveQa(
          'cccc4444',
          `---\na: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b]\n---\n`,
          { revision: null },
        ),
      }),
    }),
    422,
  ],
  [
    'YAML with a type of its own',
    () => ({
      path: v1,
      headers: good(),
      body: JSON.stringify({
        action: 'persistEntry',
        params: saveQa('cccc4444', text.replace('id: cccc4444', 'id: !!js/function "x"'), { revision: null }),
      }),
    }),
    422,
  ],
  ['a body over the limit', () => ({ path: v1, headers: good(), body: Buffer.alloc(13 * 1024 * 1024, 32) }), 413],
  [
    'a length that is no number',
    () => ({ path: v1, headers: { ...good(), 'Content-Length': '1e3' }, body: info }),
    400,
  ],
  ['a body without a length', () => ({ path: v1, headers: { ...good(), 'Transfer-Encoding': 'chunked' } }), 411],
  [
    'JSON ten thousand levels deep',
    () => ({
      path: v1,
      headers: good(),
      body: `{"action":"info","params":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
    }),
    400,
  ],
  ['a header of 20 kB', () => ({ path: v1, headers: { ...good(), 'X-Large': 'x'.repeat(20_000) }, body: info }), 431],
];

describe('requests', () => {
  it.each(requests)('%s', async (_title, make, expected) => {
    const answer = await server.send(make()).catch((error: NodeJS.ErrnoException) => ({
      status: error.code === 'EPIPE' || error.code === 'ECONNRESET' ? 413 : 0,
      text: '',
      headers: {} as Answer['headers'],
      body: undefined,
    }));
    expect([expected].flat(), answer.text).toContain(answer.status);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(answer.text).not.toContain(secret);
    if (answer.status >= 400 && answer.text.startsWith('{'))
      expect(answer.body).toMatchObject({ error: expect.stringMatching(/[ぁ-ん]/) });
    expect(snapshot()).toBe(before);
  });

  it('answers with headers that let nobody frame, guess or keep it', async () => {
    const { headers } = await server.send({ path: v1, headers: good(), body: info });
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
  });

  it('takes two Host headers for none', async () => {
    const answer = await speak(
      `POST ${v1} HTTP/1.1\r\nHost: localhost:${server.port}\r\nHost: evil.example\r\nOrigin: http://localhost:${server.port}\r\nContent-Type: application/json\r\nContent-Length: 2\r\nX-CMS-Token: ${visitor.token()}\r\nConnection: close\r\n\r\n{}`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 40[03]/);
  });

  it('does not take a length and chunks together', async () => {
    const answer = await speak(
      `POST ${v1} HTTP/1.1\r\nHost: localhost:${server.port}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
  });

  it('serves others while somebody sends one byte at a time', async () => {
    const slow = Array.from({ length: 50 }, () => {
      const socket = connect(server.port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(`POST ${v1} HTTP/1.1\r\nHost: localhost:${server.port}\r\nContent-Le`);
      return socket;
    });
    expect((await visitor.act('info')).status).toBe(200);
    for (const socket of slow) socket.destroy();
  });
});

function speak(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.once('error', reject);
    socket.once('close', () => resolve(answer));
    socket.write(request);
  });
}
