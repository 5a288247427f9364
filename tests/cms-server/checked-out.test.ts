import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createCmsServer } from '../../cms/server/create-cms-server.ts';
import { draftOf, makeReady, revisionOf, saveQa } from './requests.ts';
import { makeRepository, qaPath, qaText, type SampleRepository } from './sample-repository.ts';
import { startServer, type SampleServer, type Visitor } from './sample-server.ts';

let repository: SampleRepository;
let server: SampleServer | undefined;
const machine = { ...process.env };

async function open(branch?: string): Promise<Visitor> {
  server = await startServer({ root: repository.root, ...(branch === undefined ? {} : { branch }) });
  const visitor = server.visitor();
  await visitor.open();
  return visitor;
}

afterEach(async () => {
  repository.git('fsck', '--strict');
  await server?.close();
  server = undefined;
  repository.remove();
  process.env = { ...machine };
});

const changed = qaText('aaaa2222', { body: '箱の数を先に数えます。' });
const direct = { useWorkflow: false } as const;
const person = ['-c', 'user.name=保守', '-c', 'user.email=keeper@example.jp'];

it('leaves everything else in a dirty work tree as it is', async () => {
  repository = makeRepository();
  repository.write('package.json', '{ "name": "changed" }\n');
  repository.write('.env', 'SECRET=1\n');
  repository.write('notes.txt', '下書きのメモ\n');
  repository.write(qaPath('bbbb3333', 'aichi'), '書きかけ\n');
  repository.git('add', 'notes.txt');
  const before = repository.git('status', '--porcelain');
  const visitor = await open();
  const revision = await revisionOf(visitor, qaPath('aaaa2222'));
  expect((await visitor.act('persistEntry', saveQa('aaaa2222', changed, { revision, ...direct }))).body).toMatchObject({
    workTree: 'updated',
  });
  expect(repository.git('status', '--porcelain')).toBe(before);
  expect(repository.git('show', '--stat', '--format=', '--name-only', 'main')).toBe(qaPath('aaaa2222'));
  expect(readFileSync(path.join(repository.root, qaPath('aaaa2222')), 'utf8')).toBe(changed);
});

it('refuses to publish over a copy of the same entry that somebody is changing, and says what to do', async () => {
  repository = makeRepository();
  repository.write(qaPath('aaaa2222'), '手元の書きかけ\n');
  const visitor = await open();
  const revision = await revisionOf(visitor, qaPath('aaaa2222'));
  const answer = await visitor.act('persistEntry', saveQa('aaaa2222', changed, { revision, ...direct }));
  expect(answer.status).toBe(503);
  expect(answer.body).toMatchObject({
    code: 'busy',
    error: expect.stringMatching(/aaaa2222\.mdx.*git commit か git stash/) as unknown,
  });
  expect(readFileSync(path.join(repository.root, qaPath('aaaa2222')), 'utf8')).toBe('手元の書きかけ\n');
  expect(repository.git('rev-list', '--count', 'main')).toBe('1');
  // Somebody else's entry and a draft of this one go through, and the person's own commit takes nothing back.
  const draft = await visitor.act('persistEntry', saveQa('aaaa2222', changed, { revision }));
  expect(draft.body).toMatchObject({ status: 'draft', workTree: 'none' });
  const text = qaText('cccc4444', { question: '仮庁舎の電話番号は、どうやって知らせればよいですか。' });
  expect((await visitor.act('persistEntry', saveQa('cccc4444', text, { revision: null, ...direct }))).status).toBe(200);
  repository.git(...person, 'commit', '-q', '-am', 'own change');
  expect(repository.git('show', `main:${qaPath('aaaa2222')}`)).toBe('手元の書きかけ');
  expect(repository.git('show', `main:${qaPath('cccc4444')}`)).toBe(text.trimEnd());
});

it('refuses to publish over what somebody staged of the same entry', async () => {
  repository = makeRepository();
  repository.write(qaPath('aaaa2222'), '入れる予定の書きかけ\n');
  repository.git('add', '-A');
  const visitor = await open();
  const revision = await revisionOf(visitor, qaPath('aaaa2222'));
  expect(await visitor.act('persistEntry', saveQa('aaaa2222', changed, { revision, ...direct }))).toMatchObject({
    status: 503,
  });
  expect(repository.git('show', `:${qaPath('aaaa2222')}`)).toBe('入れる予定の書きかけ');
});

it('does not write through a link in the work tree', async () => {
  repository = makeRepository();
  const outside = path.join(repository.folder, 'outside');
  mkdirSync(outside);
  rmSync(path.join(repository.root, 'content/qa/gifu'), { recursive: true });
  symlinkSync(outside, path.join(repository.root, 'content/qa/gifu'));
  const visitor = await open();
  const text = qaText('cccc4444', { question: '仮庁舎の電話番号は、どうやって知らせればよいですか。' });
  expect(await visitor.act('persistEntry', saveQa('cccc4444', text, { revision: null, ...direct }))).toMatchObject({
    status: 503,
  });
  expect(() => readFileSync(path.join(outside, 'cccc4444.mdx'))).toThrow();
  expect(repository.git('rev-list', '--count', 'main')).toBe('1');
});

describe('kinds of index', () => {
  const kinds: Record<string, (git: SampleRepository['git']) => void> = {
    'version 4': (git) => git('update-index', '--index-version', '4'),
    split: (git) => git('update-index', '--split-index'),
    'with an untracked cache': (git) => git('update-index', '--untracked-cache'),
    sparse: (git) => {
      git('sparse-checkout', 'set', '--cone', 'content/qa/aichi');
    },
    'sparse, with folders folded': (git) => {
      git('sparse-checkout', 'set', '--cone', '--sparse-index', 'content/qa/aichi');
    },
  };
  it.each(Object.keys(kinds))('brings an index along that is %s', async (kind) => {
    repository = makeRepository();
    kinds[kind]?.(repository.git);
    const visitor = await open();
    const revision = await revisionOf(visitor, qaPath('aaaa2222'));
    expect(
      (await visitor.act('persistEntry', saveQa('aaaa2222', changed, { revision, ...direct }))).body,
    ).toMatchObject({ workTree: 'updated' });
    const text = qaText('cccc4444', { question: '仮庁舎の電話番号は、どうやって知らせればよいですか。' });
    expect(
      (await visitor.act('persistEntry', saveQa('cccc4444', text, { revision: null, ...direct }))).body,
    ).toMatchObject({ workTree: 'updated' });
    expect(repository.git('status', '--porcelain')).toBe('');
    repository.git(...person, 'commit', '-q', '--allow-empty', '-am', 'own');
    expect(repository.git('show', `main:${qaPath('aaaa2222')}`)).toBe(changed.trimEnd());
    expect(repository.git('show', `main:${qaPath('cccc4444')}`)).toBe(text.trimEnd());
  });

  it('brings a repository along whose ids are SHA-256', async () => {
    repository = makeRepository({ objectFormat: 'sha256' });
    const visitor = await open();
    const revision = await revisionOf(visitor, qaPath('aaaa2222'));
    expect(
      (await visitor.act('persistEntry', saveQa('aaaa2222', changed, { revision, ...direct }))).body,
    ).toMatchObject({ workTree: 'updated' });
    expect(repository.git('status', '--porcelain')).toBe('');
    expect(repository.git('show', `main:${qaPath('aaaa2222')}`)).toBe(changed.trimEnd());
  });
});

it.each([false, true])('brings a linked work tree along that has the branch checked out (bare: %s)', async (isBare) => {
  repository = makeRepository({ isBare });
  if (!isBare) repository.git('switch', '-q', '-c', 'elsewhere');
  const linked = path.join(repository.folder, 'linked');
  repository.git('worktree', 'add', '-q', linked, 'main');
  const visitor = await open('main');
  const text = qaText('cccc4444', { question: '仮庁舎の電話番号は、どうやって知らせればよいですか。' });
  expect(
    (await visitor.act('persistEntry', saveQa('cccc4444', text, { revision: null, ...direct }))).body,
  ).toMatchObject({ workTree: 'updated' });
  expect(repository.git('-C', linked, 'status', '--porcelain')).toBe('');
  expect(readFileSync(path.join(linked, qaPath('cccc4444')), 'utf8')).toBe(text);
  repository.git('-C', linked, ...person, 'commit', '-q', '--allow-empty', '-am', 'own');
  expect(repository.git('show', `main:${qaPath('cccc4444')}`)).toBe(text.trimEnd());
});

it('follows no link and no submodule that a tree holds', async () => {
  repository = makeRepository();
  symlinkSync('../../../package.json', path.join(repository.root, 'content/qa/gifu/dddd5555.mdx'));
  symlinkSync('../../.git', path.join(repository.root, 'content/qa/oita'));
  repository.git('add', '-A');
  repository.commit('links');
  const visitor = await open();
  expect((await visitor.act('getEntry', { path: qaPath('dddd5555') })).body).toMatchObject({ data: null });
  expect(
    ((await visitor.act('entriesByFolder', { folder: 'content/qa', extension: 'mdx', depth: 3 })).body as unknown[])
      .length,
  ).toBe(2);
  expect(
    (await visitor.act('persistEntry', saveQa('dddd5555', qaText('dddd5555'), { revision: null, ...direct }))).status,
  ).toBe(422);
  expect(
    (
      await visitor.act(
        'persistEntry',
        saveQa('eeee6666', qaText('eeee6666', { group: 'oita' }), { revision: null, group: 'oita', ...direct }),
      )
    ).status,
  ).toBe(422);
});

it('edits a branch that is not checked out without touching what is', async () => {
  repository = makeRepository();
  repository.git('switch', '-q', '-c', 'elsewhere');
  const visitor = await open('main');
  const revision = await revisionOf(visitor, qaPath('aaaa2222'));
  expect((await visitor.act('persistEntry', saveQa('aaaa2222', changed, { revision, ...direct }))).body).toMatchObject({
    workTree: 'none',
  });
  expect(repository.git('status', '--porcelain')).toBe('');
  expect(readFileSync(path.join(repository.root, qaPath('aaaa2222')), 'utf8')).not.toBe(changed);
});

it('brings along a copy whose line ends the machine has changed', async () => {
  repository = makeRepository({ files: { '.gitattributes': '*.mdx text eol=crlf\n' } });
  rmSync(path.join(repository.root, qaPath('aaaa2222')));
  repository.git('checkout', '--', '.');
  const visitor = await open();
  const revision = await revisionOf(visitor, qaPath('aaaa2222'));
  expect((await visitor.act('persistEntry', saveQa('aaaa2222', changed, { revision, ...direct }))).body).toMatchObject({
    workTree: 'updated',
  });
  expect(readFileSync(path.join(repository.root, qaPath('aaaa2222')), 'utf8')).toBe(changed.replaceAll('\n', '\r\n'));
});

it('works in a bare repository, and without any Git identity', async () => {
  process.env.GIT_CONFIG_GLOBAL = '/dev/null';
  process.env.GIT_CONFIG_NOSYSTEM = '1';
  process.env.EMAIL = '';
  repository = makeRepository({ isBare: true });
  const visitor = await open();
  const text = qaText('cccc4444', { question: '仮庁舎の電話番号は、どうやって知らせればよいですか。' });
  await visitor.act('persistEntry', saveQa('cccc4444', text, { revision: null }));
  await makeReady(visitor, 'cccc4444');
  expect((await visitor.act('publishUnpublishedEntry', draftOf('cccc4444'))).body).toMatchObject({ workTree: 'none' });
  expect(repository.git('log', '-1', '--format=%an|%cn', 'main')).toBe('編集者|県人会ナレッジ CMS');
});

it('does not run hooks, nor settings that it inherits', async () => {
  repository = makeRepository();
  repository.write('.git/hooks/reference-transaction', '#!/bin/sh\nexit 1\n');
  process.env.GIT_DIR = '/nowhere';
  process.env.GIT_INDEX_FILE = '/nowhere/index';
  const visitor = await open();
  const revision = await revisionOf(visitor, qaPath('aaaa2222'));
  expect((await visitor.act('persistEntry', saveQa('aaaa2222', changed, { revision, ...direct }))).status).toBe(200);
});

it('says in Japanese why it cannot start', async () => {
  repository = makeRepository();
  await expect(createCmsServer({ root: repository.folder })).rejects.toThrow(/Gitの管理下にない/);
  await expect(createCmsServer({ root: path.join(repository.root, 'content') })).rejects.toThrow(/起点ではありません/);
  await expect(createCmsServer({ root: repository.root, branch: 'missing' })).rejects.toThrow(/コミットがありません/);
  repository.git('branch', 'cms');
  await expect(createCmsServer({ root: repository.root })).rejects.toThrow(/「cms」という名前のブランチ/);
});
