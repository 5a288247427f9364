import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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
  repository = makeRepository({
    files: Object.fromEntries(ids.map((id) => [qaPath(id), qaText(id, { body: textOf(id) })])),
  });
  await start();
});

afterEach(async () => {
  repository.git('fsck', '--strict');
  await server.close();
  repository.remove();
});

const ids = [...'abcdefghijklmnopqrstuvwx'].map((letter) => `deadone${letter}`);
const textOf = (id: string): string => `${id}の本文です。`.repeat(200);

const keeper = ['-c', 'user.name=保守', '-c', 'user.email=keeper@example.jp'];

/** A person's command, tried again as Git asks for while another one runs. */
async function keep(...args: string[]): Promise<void> {
  for (let triesLeft = 20; ; triesLeft -= 1) {
    try {
      repository.git(...keeper, ...args);
      return;
    } catch (error) {
      if (triesLeft === 0 || !String(error).includes('index.lock')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

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
    const save = visitor.act(
      'persistEntry',
      saveQa('aaaa2222', qaText('aaaa2222', { body: `${turn}回目です。` }), { revision, useWorkflow: false }),
    );
    killGit();
    const first = await save;
    if (first.status !== 200) expect(first.body).toMatchObject({ code: 'failed' });
    const again = await visitor.act(
      'persistEntry',
      saveQa('aaaa2222', qaText('aaaa2222', { body: `${turn}回目です。` }), { revision, useWorkflow: false }),
    );
    expect(again.status).toBe(200);
    expect(repository.git('show', `main:${qaPath('aaaa2222')}`)).toContain(`${turn}回目です。`);
  }
});

it('refuses a save whose copy cannot be written, and changes nothing', async () => {
  const copy = path.join(repository.root, qaPath('aaaa2222'));
  const inTheWay = path.join(path.dirname(copy), `.${path.basename(copy)}.cms-new`);
  const before = readFileSync(copy, 'utf8');
  mkdirSync(inTheWay);
  const text = qaText('aaaa2222', { body: '書き込めないときの保存です。' });
  const revision = await revisionOf(visitor, qaPath('aaaa2222'));
  const answer = await visitor.act('persistEntry', saveQa('aaaa2222', text, { revision, useWorkflow: false }));
  expect(answer.body).toMatchObject({ code: 'busy', error: expect.stringContaining('書き込めません') as unknown });
  expect(readFileSync(copy, 'utf8')).toBe(before);
  rmSync(inTheWay, { recursive: true });
  expect(repository.git('status', '--porcelain')).toBe('');
  expect((await visitor.act('persistEntry', saveQa('aaaa2222', text, { revision, useWorkflow: false }))).status).toBe(
    200,
  );
  expect(readFileSync(copy, 'utf8')).toBe(text);
});

it('refuses a save while another program holds the index, says which file, and goes on when it is gone', async () => {
  const lock = path.join(repository.root, '.git/index.lock');
  writeFileSync(lock, '');
  const revision = await revisionOf(visitor, qaPath('aaaa2222'));
  const text = qaText('aaaa2222', { body: 'ほかの作業のあとの保存です。' });
  const answer = await visitor.act('persistEntry', saveQa('aaaa2222', text, { revision, useWorkflow: false }));
  expect(answer).toMatchObject({
    status: 503,
    body: { code: 'busy', error: expect.stringContaining(lock) as unknown },
  });
  expect(repository.git('rev-list', '--count', 'main')).toBe('1');
  expect(existsSync(lock)).toBe(true);
  // A draft touches nothing that is checked out.
  expect((await visitor.act('persistEntry', saveQa('aaaa2222', text, { revision }))).status).toBe(200);
  rmSync(lock);
  const again = await visitor.act(
    'persistEntry',
    saveQa('ffff6666', qaText('ffff6666', { question: '書庫の棚は、いつ数えればよいですか。' }), {
      revision: null,
      useWorkflow: false,
    }),
  );
  expect(again.status).toBe(200);
  expect(repository.git('status', '--porcelain')).toBe('');
});

it('refuses a save while the branch is being rebased', async () => {
  mkdirSync(path.join(repository.root, '.git/rebase-merge'));
  writeFileSync(path.join(repository.root, '.git/rebase-merge/head-name'), 'refs/heads/main\n');
  const revision = await revisionOf(visitor, qaPath('aaaa2222'));
  const save = saveQa('aaaa2222', qaText('aaaa2222', { body: '途中の保存です。' }), { revision, useWorkflow: false });
  expect(await visitor.act('persistEntry', save)).toMatchObject({
    status: 503,
    body: { error: expect.stringContaining('rebase') as unknown },
  });
  rmSync(path.join(repository.root, '.git/rebase-merge'), { recursive: true });
  expect(await visitor.act('persistEntry', save)).toMatchObject({ status: 200 });
});

it('heals an index to which a command wrote back what it had read before the save', async () => {
  const index = path.join(repository.root, '.git/index');
  const old = readFileSync(index);
  const text = qaText('eeee5555', { question: '倉庫の鍵は、だれが管理すればよいですか。' });
  expect(
    (await visitor.act('persistEntry', saveQa('eeee5555', text, { revision: null, useWorkflow: false }))).status,
  ).toBe(200);
  writeFileSync(index, old);
  await expect.poll(() => repository.git('status', '--porcelain'), { timeout: 10_000 }).toBe('');
});

it('puts back what a commit from such an index took away, and leaves what was deleted on purpose', async () => {
  const index = path.join(repository.root, '.git/index');
  const old = readFileSync(index);
  const question = '倉庫の鍵は、だれが管理すればよいですか。';
  const text = qaText('eeee5555', { question });
  await visitor.act('persistEntry', saveQa('eeee5555', text, { revision: null, useWorkflow: false }));
  writeFileSync(index, old);
  repository.git(...keeper, 'commit', '-q', '--allow-empty', '-m', 'from an old index');
  await expect
    .poll(() => repository.git('ls-tree', '-r', '--name-only', 'main'), { timeout: 10_000 })
    .toContain(qaPath('eeee5555'));
  await expect.poll(() => repository.git('status', '--porcelain'), { timeout: 10_000 }).toBe('');
  await keep('rm', '-q', qaPath('eeee5555'));
  await keep('commit', '-q', '-m', 'on purpose');
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(repository.git('ls-tree', '-r', '--name-only', 'main')).not.toContain(qaPath('eeee5555'));
});

it('goes forward again when a reset that began before a save moved the branch back, but not when somebody meant it', async () => {
  const before = repository.git('rev-parse', 'main');
  const text = qaText('eeee5555', { question: '倉庫の鍵は、だれが管理すればよいですか。' });
  await visitor.act('persistEntry', saveQa('eeee5555', text, { revision: null, useWorkflow: false }));
  const saved = repository.git('rev-parse', 'main');
  // What `git reset --hard` does that had read HEAD before the save: its message names HEAD.
  repository.git('read-tree', '--reset', '-u', before);
  repository.git('update-ref', '-m', 'reset: moving to HEAD', 'refs/heads/main', before);
  await expect.poll(() => repository.git('rev-parse', 'main'), { timeout: 10_000 }).toBe(saved);
  await expect.poll(() => repository.git('status', '--porcelain'), { timeout: 10_000 }).toBe('');
  await keep('reset', '-q', '--hard', before);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(repository.git('rev-parse', 'main')).toBe(before);
});

it.each([false, true])(
  'heals a checkout that was made from the branch as it was (committed at once: %s)',
  async (isCommitted) => {
    const before = repository.git('rev-parse', 'main');
    repository.git('switch', '-q', '-c', 'other');
    const text = qaText('eeee5555', { question: '倉庫の鍵は、だれが管理すればよいですか。' });
    const save = saveQa('eeee5555', text, { revision: null, useWorkflow: false });
    await server.close();
    server = await startServer({ root: repository.root, branch: 'main' });
    visitor = server.visitor();
    await visitor.open();
    expect((await visitor.act('persistEntry', save)).body).toMatchObject({ workTree: 'none' });
    // What `git switch main` leaves that had read where the branch was before the save.
    const line = `${before} ${before} 保守 <keeper@example.jp> ${Math.floor(Date.now() / 1_000)} +0900\tcheckout: moving from other to main\n`;
    appendFileSync(path.join(repository.root, '.git/logs/HEAD'), line);
    writeFileSync(path.join(repository.root, '.git/HEAD'), 'ref: refs/heads/main\n');
    await keep('switch', '-q', 'main');
    if (isCommitted) await keep('commit', '-q', '--allow-empty', '-m', 'from an old index');
    const listMain = (): string => repository.git('ls-tree', '-r', '--name-only', 'main');
    await expect.poll(listMain, { timeout: 10_000 }).toContain(qaPath('eeee5555'));
    await expect.poll(() => repository.git('status', '--porcelain'), { timeout: 10_000 }).toBe('');
    expect(repository.git('show', `main:${qaPath('eeee5555')}`)).toBe(text.trimEnd());
    // Checked out as it is, it can be deleted on purpose.
    await keep('switch', '-q', 'other');
    await keep('switch', '-q', 'main');
    await keep('rm', '-q', qaPath('eeee5555'));
    await keep('commit', '-q', '-m', 'on purpose');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(repository.git('ls-tree', '-r', '--name-only', 'main')).not.toContain(qaPath('eeee5555'));
  },
);

it('tells the desk at the start that the work tree lags behind, until it has been put right', async () => {
  const text = qaText('eeee5555', { question: '倉庫の鍵は、だれが管理すればよいですか。' });
  const old = readFileSync(path.join(repository.root, '.git/index'));
  await visitor.act('persistEntry', saveQa('eeee5555', text, { revision: null, useWorkflow: false }));
  await server.close();
  // As a kill leaves it: the note of a move, and an index that another program holds now.
  const notes = path.join(repository.root, '.git/kenjinkai-cms');
  const [name = ''] = readdirSync(notes).filter((file) => file.startsWith('published-'));
  renameSync(path.join(notes, name), path.join(notes, 'doing-4194303-1.json'));
  writeFileSync(path.join(repository.root, '.git/index'), old);
  writeFileSync(path.join(repository.root, '.git/index.lock'), 'DIRC');
  await start();
  expect((await visitor.open()).body).toMatchObject({ notice: expect.stringContaining(repository.root) as unknown });
  rmSync(path.join(repository.root, '.git/index.lock'));
  await expect
    .poll(async () => ((await visitor.open()).body as { notice: string | null }).notice, { timeout: 20_000 })
    .toBe(null);
  expect(repository.git('status', '--porcelain')).toBe('');
});

it('lists nothing below a file', async () => {
  const { status, body } = await visitor.act('entriesByFolder', {
    folder: `${qaPath('aaaa2222')}/inside`,
    extension: 'mdx',
    depth: 1,
  });
  expect({ status, body }).toEqual({ status: 200, body: [] });
});

/** Kills this server's own Git commands, as a machine short of memory does. */
function killGit(command = ''): void {
  const lines = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' }).split(
    '\n',
  );
  for (const line of lines) {
    const [, pid, args = ''] = /^\s*(\d+) (.*)$/.exec(line) ?? [];
    if (pid !== undefined && /^git /.test(args) && args.includes(repository.root) && args.includes(command))
      process.kill(Number(pid), 'SIGKILL');
  }
}
