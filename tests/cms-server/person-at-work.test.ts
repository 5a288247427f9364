import { execFile } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { saveQa } from './requests.ts';
import { makeRepository, qaPath, qaText, type SampleRepository } from './sample-repository.ts';
import { startServer, type SampleServer, type Visitor } from './sample-server.ts';

/**
 * Somebody works with Git in the checkout beside the server, at the very moments at which editors publish. The
 * endurance run does the same for twenty minutes.
 */
let repository: SampleRepository;
let server: SampleServer | undefined;
let publishing: Promise<void> | undefined;
let published: Map<string, string>;

beforeEach(() => {
  repository = makeRepository({ files: { 'notes.txt': '0\n' } });
  published = new Map();
});

afterEach(async () => {
  await publishing?.catch(() => undefined);
  await server?.close();
  server = undefined;
  repository.remove();
});

it('keeps every entry while somebody commits again and again', async () => {
  await publishWhile(async (turn) => {
    repository.write('notes.txt', `${turn}\n`);
    await person('add', 'notes.txt');
    await person('commit', '-q', '-m', `note ${turn}`);
  });
  await expectAllPublished();
});

it('keeps every entry while somebody commits everything that has changed', async () => {
  await publishWhile(async (turn) => {
    repository.write('notes.txt', `${turn}\n`);
    await person('commit', '-q', '-a', '-m', `note ${turn}`);
  });
  await expectAllPublished();
});

it('keeps every entry while a hook makes each commit slow', async () => {
  repository.write('.git/hooks/pre-commit', '#!/bin/sh\nsleep 0.3\n');
  chmodSync(path.join(repository.root, '.git/hooks/pre-commit'), 0o755);
  await publishWhile(async (turn) => {
    repository.write('notes.txt', `${turn}\n`);
    await person('add', 'notes.txt');
    await person('commit', '-q', '-m', `note ${turn}`);
  });
  await expectAllPublished();
});

it('keeps every entry while somebody stashes and takes it out again', async () => {
  await publishWhile(async (turn) => {
    repository.write('notes.txt', `stashed ${turn}\n`);
    if (await person('stash', 'push', '-q')) await person('stash', 'pop', '-q');
  });
  await expectAllPublished();
});

it('keeps every entry while somebody resets what is not committed', async () => {
  await publishWhile(async (turn) => {
    repository.write('notes.txt', `thrown away ${turn}\n`);
    await person('reset', '-q', '--hard');
  });
  await expectAllPublished();
});

it('keeps every entry while somebody goes to another branch and back, and checks out files', async () => {
  repository.git('branch', 'other');
  await publishWhile(async () => {
    await person('switch', '-q', 'other');
    await person('switch', '-q', 'main');
    await person('checkout', '-q', '--', '.');
  });
  while (!(await person('switch', '-q', 'main')));
  await expectAllPublished();
});

it('keeps every object while somebody collects what nothing names', async () => {
  await publishWhile(() => person('gc', '-q', '--prune=now'));
  await expectAllPublished();
});

it('keeps every entry while somebody pulls with rebase', async () => {
  const remote = path.join(repository.folder, 'remote.git');
  const colleague = path.join(repository.folder, 'colleague');
  repository.git('clone', '-q', '--bare', '.', remote);
  repository.git('clone', '-q', remote, colleague);
  repository.git('remote', 'add', 'origin', remote);
  await publishWhile(async (turn) => {
    await person('-C', colleague, 'commit', '-q', '--allow-empty', '-m', `elsewhere ${turn}`);
    await person('-C', colleague, 'push', '-q', 'origin', 'HEAD:main');
    if (await person('pull', '-q', '--rebase', 'origin', 'main')) return;
    // Tried again, as Git says, while another command runs.
    for (let triesLeft = 10; triesLeft > 0 && !(await person('rebase', '--abort')); triesLeft -= 1);
  });
  await expectAllPublished();
});

/** Two editors publish new entries, and `work` runs again and again until they are done. */
async function publishWhile(work: (turn: number) => Promise<unknown>, entriesEach = 2): Promise<void> {
  server = await startServer({ root: repository.root });
  const editors = [server.visitor(), server.visitor()];
  await Promise.all(editors.map((editor) => editor.open()));
  let isDone = false;
  publishing = Promise.all(editors.map((editor, index) => publishAll(editor, index, entriesEach)))
    .then(() => undefined)
    .finally(() => {
      isDone = true;
    });
  for (let turn = 1; !isDone; turn += 1) await work(turn);
  await publishing;
}

async function publishAll(editor: Visitor, index: number, count: number): Promise<void> {
  const own = published;
  for (let turn = 0; turn < count; turn += 1) {
    const id = `w${index}e${String(turn).padStart(6, '0')}`;
    const text = qaText(id, {
      question: `${index}番目の編集者の${turn}件目の質問は、どう進めればよいですか。`,
      body: `${id}の本文です。`,
    });
    // Tried again, as the refusal asks.
    for (let triesLeft = 10; triesLeft > 0 && !own.has(id); triesLeft -= 1) {
      const answer = await editor.act('persistEntry', saveQa(id, text, { revision: null, useWorkflow: false }));
      if (answer.status === 200) own.set(id, text);
      else expect(answer.body).toMatchObject({ code: 'busy' });
    }
  }
}

/**
 * Resolves to whether the command did it; as a person would, it waits when Git says that another command is running.
 */
async function person(...args: string[]): Promise<boolean> {
  const identity = ['-c', 'user.name=保守', '-c', 'user.email=keeper@example.jp', '-c', 'commit.gpgSign=false'];
  try {
    await promisify(execFile)('git', [...identity, ...args], {
      cwd: repository.root,
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', LC_ALL: 'C' },
    });
    return true;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 30));
    return false;
  }
}

async function expectAllPublished(): Promise<void> {
  // What a command undid that had begun before a save is put back within a second or two.
  await expect.poll(() => missing(), { timeout: 10_000, interval: 500 }).toEqual([]);
  // Some entries may be refused ten times; a run in which most were would prove nothing.
  expect(published.size).toBeGreaterThan(2);
  expect(repository.git('fsck', '--full', '--strict', '--no-dangling', '--no-progress')).toBe('');
  // A command that Git refused leaves the person's own file as it was.
  await expect.poll(() => differences(), { timeout: 10_000, interval: 500 }).toEqual([]);
  for (const [id, text] of published) expect(readFileSync(path.join(repository.root, qaPath(id)), 'utf8')).toBe(text);
}

function missing(): string[] {
  const there = new Set(repository.git('ls-tree', '-r', '--name-only', 'main').split('\n'));
  return [...published.keys()].filter((id) => !there.has(qaPath(id)));
}

function differences(): string[] {
  const names = repository
    .git('status', '--porcelain')
    .split('\n')
    .map((line) => line.trim().split(/ +/)[1] ?? '');
  return names.filter((name) => name !== '' && name !== 'notes.txt');
}
