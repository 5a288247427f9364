import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { revisionOf, saveQa } from './requests.ts';
import { makeRepository, qaPath, qaText, type SampleRepository } from './sample-repository.ts';
import { startServer, type SampleServer, type Visitor } from './sample-server.ts';

/** What a machine does to the server: Git commands that die, copies that cannot be written. */
let repository: SampleRepository;
let server: SampleServer;
let visitor: Visitor;

beforeEach(async () => {
  repository = makeRepository({ files: Object.fromEntries(ids.map((id) => [qaPath(id), qaText(id, { body: textOf(id) })])) });
  await start();
});

afterEach(async () => {
  repository.git('fsck', '--strict');
  await server.close();
  repository.remove();
});

const ids = [...'abcdefghijklmnopqrstuvwx'].map((letter) => `deadone${letter}`);
const textOf = (id: string): string => `${id}の本文です。`.repeat(200);

async function start(): Promise<void> {
  server = await startServer({ root: repository.root });
  visitor = server.visitor();
  await visitor.open();
}

it('answers every read with its own text while the Git command that reads is killed again and again', async () => {
  const reads = ids.map(async (id, number) => {
    await new Promise((resolve) => setTimeout(resolve, number * 5));
    if (number % 8 === 0) killGit('cat-file');
    const { status, body } = await visitor.act('getEntry', { path: qaPath(id) });
    return { status, data: (body as { data: string }).data };
  });
  const answers = await Promise.all(reads);
  expect(answers).toEqual(ids.map((id) => ({ status: 200, data: qaText(id, { body: textOf(id) }) })));
});

it('saves again after every Git command was killed, and says of a save in between that nothing was changed', async () => {
  for (let turn = 0; turn < 4; turn += 1) {
    const revision = await revisionOf(visitor, qaPath('aaaa2222'));
    const save = visitor.act('persistEntry', saveQa('aaaa2222', qaText('aaaa2222', { body: `${turn}回目です。` }), { revision, useWorkflow: false }));
    killGit();
    const first = await save;
    if (first.status !== 200) expect(first.body).toMatchObject({ code: 'failed' });
    const again = await visitor.act('persistEntry', saveQa('aaaa2222', qaText('aaaa2222', { body: `${turn}回目です。` }), { revision, useWorkflow: false }));
    expect(again.status).toBe(200);
    expect(repository.git('show', `main:${qaPath('aaaa2222')}`)).toContain(`${turn}回目です。`);
  }
});

it('brings a checked-out copy along at the next start that could not be written, as on a full disk', async () => {
  const copy = path.join(repository.root, qaPath('aaaa2222'));
  const inTheWay = path.join(path.dirname(copy), `.${path.basename(copy)}.cms-new`);
  mkdirSync(inTheWay);
  const text = qaText('aaaa2222', { body: 'ディスクがいっぱいのときの保存です。' });
  const revision = await revisionOf(visitor, qaPath('aaaa2222'));
  expect((await visitor.act('persistEntry', saveQa('aaaa2222', text, { revision, useWorkflow: false }))).body).toMatchObject({ workTree: 'left-alone' });
  expect(repository.git('show', `main:${qaPath('aaaa2222')}`)).toBe(text.trimEnd());
  await server.close();
  rmSync(inTheWay, { recursive: true });
  await start();
  expect(readFileSync(copy, 'utf8')).toBe(text);
  expect(repository.git('status', '--porcelain')).toBe('');
});

it('lists nothing below a file', async () => {
  const { status, body } = await visitor.act('entriesByFolder', { folder: `${qaPath('aaaa2222')}/inside`, extension: 'mdx', depth: 1 });
  expect({ status, body }).toEqual({ status: 200, body: [] });
});

/** Kills this server's own Git commands, as a machine short of memory does. */
function killGit(command = ''): void {
  const lines = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' }).split('\n');
  for (const line of lines) {
    const [, pid, args = ''] = /^\s*(\d+) (.*)$/.exec(line) ?? [];
    if (pid !== undefined && /^git /.test(args) && args.includes(repository.root) && args.includes(command)) process.kill(Number(pid), 'SIGKILL');
  }
}
