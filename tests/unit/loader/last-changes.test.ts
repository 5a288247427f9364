import { execFileSync, spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer as createWebServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readLastChanges } from '../../../src/loader/last-changes.ts';

/**
 * Five commits, one a day: files a to d come with the first, b changes with the third, c with the fourth, d with the
 * last.
 */
let folder = '';
const remote = () => path.join(folder, 'remote');
const cacheFolder = () => path.join(folder, 'cache');
const moment = (day: number): string => `2026-05-0${day}T10:00:00+09:00`;
const all = { a: moment(1), b: moment(3), c: moment(4), d: moment(5) };

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'last-changes-'));
  mkdirSync(path.join(remote(), 'content/qa'), { recursive: true });
  git(remote(), ['init', '-q', '-b', 'main']);
  commit(1, 'a', 'b', 'c', 'd');
  git(remote(), ['commit', '-q', '--allow-empty', '-m', 'Nothing'], 2);
  commit(3, 'b');
  commit(4, 'c');
  commit(5, 'd');
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

test('a whole clone knows all moments', async () => {
  expect(await changesOf(clone())).toEqual({ ...all, note: undefined });
});

test.each([1, 3])('a clone of depth %i learns the rest from its remote, and is left as it was', async (depth) => {
  const root = clone('--depth', String(depth));
  const before = stateOf(root);
  expect(await changesOf(root)).toEqual({ ...all, note: undefined });
  expect(stateOf(root)).toEqual(before);
});

test('what was learnt once is not asked for again', async () => {
  const root = clone('--depth', '1');
  await changesOf(root);
  rmSync(remote(), { recursive: true });
  expect(await changesOf(root)).toEqual({ ...all, note: undefined });
});

test('commits that only this clone has count', async () => {
  const root = clone('--depth', '1');
  appendFileSync(path.join(root, 'content/qa/a.mdx'), 'more\n');
  git(root, ['commit', '-qam', 'Here alone'], 9);
  expect(await changesOf(root)).toEqual({ ...all, a: moment(9), note: undefined });
});

test('a remote that knows nothing of hashes gives its branches', async () => {
  git(remote(), ['config', 'protocol.version', '0']);
  const root = clone('--depth', '1');
  git(root, ['config', 'protocol.version', '0']);
  commit(6, 'a');
  expect(await changesOf(root)).toEqual({ ...all, note: undefined });
});

test('of a remote that is shallow itself only what it knows is said', async () => {
  const middle = clone('--depth', '4');
  const root = mkdtempSync(path.join(folder, 'clone-'));
  git(folder, ['clone', '-q', '--depth', '1', pathToFileURL(middle).href, root]);
  rmSync(remote(), { recursive: true });
  const { note, ...changes } = await changesOf(root);
  expect(changes).toEqual({ b: all.b, c: all.c, d: all.d });
  expect(note).toMatch(/1件/);
});

test.each([
  [1, {}, 4],
  [3, { c: all.c, d: all.d }, 2],
])('a clone of depth %i without its remote says what it knows and counts the rest', async (depth, known, unknown) => {
  const root = clone('--depth', String(depth));
  rmSync(remote(), { recursive: true });
  const { note, ...changes } = await changesOf(root);
  expect(changes).toEqual(known);
  expect(note).toMatch(new RegExp(`途中まで.*${unknown}件.*git fetch --unshallow`));
  expect(note?.match(/。/g)).toHaveLength(1);
});

test('a shallow clone without any remote says what it knows', async () => {
  const root = clone('--depth', '3');
  git(root, ['remote', 'remove', 'origin']);
  expect(await changesOf(root)).toMatchObject({ c: all.c, d: all.d, note: expect.stringContaining('2件') as string });
});

test('a login that the clone keeps is used, once a request and unwritten, and contents of files are left out', async () => {
  const root = clone('--depth', '1');
  const web = await serveByHttp(folder);
  git(remote(), ['config', 'uploadpack.allowFilter', 'true']);
  git(root, ['config', 'http.extraHeader', 'Authorization: Basic c2VjcmV0']);
  git(root, ['remote', 'set-url', 'origin', `http://127.0.0.1:${web.port}/remote`]);
  try {
    expect(await changesOf(root)).toEqual({ ...all, note: undefined });
    expect(new Set(web.logins)).toEqual(new Set(['Basic c2VjcmV0']));
    const history = path.join(cacheFolder(), 'history');
    const objects = git(history, ['cat-file', '--batch-check=%(objecttype)', '--batch-all-objects']);
    expect(new Set(objects.trim().split('\n'))).toEqual(new Set(['commit', 'tree']));
    expect(readFileSync(path.join(history, 'config'), 'utf8')).not.toMatch(/c2VjcmV0|127\.0\.0\.1/);
  } finally {
    web.close();
  }
});

test('a remote that never answers is waited for once', async () => {
  const root = clone('--depth', '3');
  let visits = 0;
  const server = createServer((socket) => {
    visits += 1;
    socket.on('error', () => undefined);
  });
  const port = await listenAnywhere(server);
  git(root, ['remote', 'set-url', 'origin', `git://127.0.0.1:${port}/nothing`]);
  try {
    for (let build = 0; build < 2; build += 1)
      expect(await changesOf(root)).toMatchObject({ d: all.d, note: expect.stringContaining('2件') as string });
    expect(visits).toBe(1);
  } finally {
    server.close();
  }
});

test('without Git, and without the program itself, no moment is known and a sentence says so', async () => {
  const root = path.join(folder, 'unpacked');
  mkdirSync(path.join(root, 'content/qa'), { recursive: true });
  writeFileSync(path.join(root, 'content/qa/a.mdx'), 'a\n');
  const unpacked = await changesOf(root);
  expect(unpacked).toEqual({ note: expect.stringMatching(/履歴がない.*書きません。$/) as string });
  const { PATH } = process.env;
  process.env['PATH'] = folder;
  try {
    expect(await changesOf(remote())).toEqual(unpacked);
  } finally {
    process.env['PATH'] = PATH;
  }
});

test('a folder inside a larger repository, shallow too, has its own paths', async () => {
  mkdirSync(path.join(remote(), 'deep/内容/content'), { recursive: true });
  writeFileSync(path.join(remote(), 'deep/内容/content/e f.yaml'), 'e\n');
  git(remote(), ['add', '-A']);
  git(remote(), ['commit', '-qm', 'Deep'], 6);
  commit(7, 'a');
  const root = path.join(clone('--depth', '1'), 'deep/内容');
  const { changes } = await readLastChanges(root, { cacheFolder: cacheFolder() });
  expect(Object.fromEntries(changes)).toEqual({ 'content/e f.yaml': moment(6) });
});

async function changesOf(root: string): Promise<Record<string, string | undefined>> {
  const { changes, note } = await readLastChanges(root, {
    cacheFolder: cacheFolder(),
    timeouts: { answer: 2_000, history: 20_000 },
  });
  const names = [...changes].map(([file, change]) => [path.basename(file, '.mdx'), change] as const);
  return { ...Object.fromEntries(names), note };
}

/** Git's own web server, as hosts have it; refuses who has no login. */
async function serveByHttp(projects: string): Promise<{ port: number; logins: (string | undefined)[]; close(): void }> {
  const logins: (string | undefined)[] = [];
  const server = createWebServer((request, response) => {
    const login = request.headersDistinct['authorization'];
    logins.push(login?.join());
    if (!login) return void response.writeHead(401).end();
    const { pathname, search } = new URL(request.url ?? '', 'http://localhost');
    const backend = spawn('git', ['http-backend'], {
      env: {
        ...process.env,
        GIT_PROJECT_ROOT: projects,
        GIT_HTTP_EXPORT_ALL: '1',
        REQUEST_METHOD: request.method,
        PATH_INFO: pathname,
        QUERY_STRING: search.slice(1),
        CONTENT_TYPE: request.headers['content-type'],
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
        GIT_PROTOCOL: request.headersDistinct['git-protocol']?.[0],
      },
    });
    request.pipe(backend.stdin);
    void backend.stdout.toArray().then((parts) => {
      const answer = Buffer.concat(parts as Buffer[]);
      const end = answer.indexOf('\r\n\r\n');
      for (const line of answer.subarray(0, end).toString().split('\r\n')) {
        const [name = '', value = ''] = line.split(': ');
        if (name === 'Status') response.statusCode = Number.parseInt(value);
        else response.setHeader(name, value);
      }
      response.end(answer.subarray(end + 4));
    });
  });
  const port = await listenAnywhere(server);
  return { port, logins, close: () => server.close() };
}

async function listenAnywhere(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as { port: number }).port;
}

function clone(...options: string[]): string {
  const root = mkdtempSync(path.join(folder, 'clone-'));
  git(folder, ['clone', '-q', ...options, pathToFileURL(remote()).href, root]);
  return root;
}

function commit(day: number, ...names: string[]): void {
  for (const name of names) appendFileSync(path.join(remote(), `content/qa/${name}.mdx`), `${day}\n`);
  git(remote(), ['add', '-A']);
  git(remote(), ['commit', '-q', '-m', String(day)], day);
}

/** References, settings, work tree and the bounds of what is known. */
function stateOf(root: string): unknown {
  const read = (name: string) => readFileSync(path.join(root, '.git', name), 'utf8');
  return {
    references: git(root, ['for-each-ref']),
    status: git(root, ['status', '--porcelain', '--ignored']),
    shallow: read('shallow'),
    config: read('config'),
    objects: git(root, ['count-objects', '-v']),
    files: readdirSync(path.join(root, '.git')).sort(),
    isFetched: existsSync(path.join(root, '.git/FETCH_HEAD')),
  };
}

function git(cwd: string, words: string[], day = 1): string {
  const person = { NAME: '試験', EMAIL: 'test@example.invalid', DATE: moment(day) };
  const names = ['AUTHOR', 'COMMITTER'].flatMap((role) =>
    Object.entries(person).map(([key, value]) => [`GIT_${role}_${key}`, value]),
  );
  return execFileSync('git', words, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...(Object.fromEntries(names) as Record<string, string>) },
  });
}
