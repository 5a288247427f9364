import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder = '';
let server: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'start-'));
});
afterEach(async () => {
  if (server?.exitCode === null) {
    server.kill('SIGKILL');
    await once(server, 'exit');
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** The folder holds no program, so that its build fails at once; the server runs all the same. */
test.each([
  ['outside Git', {}, '', /Gitの管理下にない.*git init/],
  ['without Git', { PATH: '' }, '', /git コマンドが見つからない.*インストール/],
  ['in a folder of another repository', {}, 'inner', /起点ではありません/],
])(
  '%s says what the desk needs and what works without, on the command line and to the desk',
  async (_, env, inner, why) => {
    if (inner !== '') execFileSync('git', ['init', '-q', folder]);
    const root = path.join(folder, inner);
    mkdirSync(path.join(root, 'content'), { recursive: true });
    const port = await findFreePort();
    const said = start(root, port, env);
    const address = `http://localhost:${port}`;
    await expect.poll(said, { timeout: 30_000 }).toContain('組み立てに失敗');
    expect(said()).toMatch(why);
    expect(said()).toContain('サイトを見ること、検索すること');
    expect(said()).not.toMatch(/admin|one-time|編集 {2}/);
    for (const request of [
      fetch(`${address}/api/cms/session`),
      fetch(`${address}/api/cms/v1`, { method: 'POST', body: '{}' }),
    ]) {
      const answer = await request;
      expect(answer.status).toBe(503);
      expect(await answer.json()).toEqual({ code: 'no-desk', error: expect.stringMatching(why) as string });
    }
    // Somebody's page elsewhere is not told where the folder lies.
    const foreign = await fetch(`${address}/api/cms/session`, { headers: { 'X-Forwarded-For': '192.0.2.1' } });
    expect(await foreign.text()).not.toContain(folder);
  },
);

test('a setting that cannot be used is told in a sentence', async () => {
  const said = start(folder, await findFreePort(), { AUDIENCE: 'nobody' });
  expect(await once(server as ChildProcess, 'exit')).toEqual([1, null]);
  expect(said()).toMatch(/^AUDIENCE に「nobody」は使えません。.*\n$/);
});

function start(cwd: string, port: number, environment: Record<string, string>): () => string {
  server = spawn(process.execPath, [path.resolve('src/cli/commands/start.ts'), '--port', String(port)], {
    cwd,
    env: { ...process.env, ...environment },
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (part) => (said += String(part)));
  return () => said;
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
