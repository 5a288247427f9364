import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeAccounts, type Account } from '../../cms/server/access/accounts.ts';
import { hashCheaply } from './hash-cheaply.ts';
import { draftOf, makeReady, revisionOf, saveQa } from './requests.ts';
import { makeRepository, qaPath, qaText, type SampleRepository } from './sample-repository.ts';
import { startServer, type SampleServer, type Visitor } from './sample-server.ts';

let repository: SampleRepository;
let server: SampleServer;
let visitor: Visitor;

beforeEach(async () => {
  repository = makeRepository();
  server = await startServer({ root: repository.root, access: { mode: 'loopback', name: '岐阜花子' } });
  visitor = server.visitor();
  await visitor.open();
});

afterEach(async () => {
  repository.git('fsck', '--strict');
  await server.close();
  repository.remove();
});

const entryFile = qaPath('aaaa2222');
const slug = { collection: 'qa', slug: 'gifu/aaaa2222' };
const unpublish = (revision: string | null, who = visitor) => who.act('unpublishEntry', { ...slug, revision });
const related = (extra: string, body = '本文です。') =>
  qaText('bbbb3333', { group: 'aichi', question: '開庁日の朝は、どんな順番で窓口を開ければよいですか。', extra, body });
async function publishOther(raw: string): Promise<void> {
  const revision = await revisionOf(visitor, qaPath('bbbb3333', 'aichi'));
  const saved = await visitor.act(
    'persistEntry',
    saveQa('bbbb3333', raw, { revision, group: 'aichi', useWorkflow: false }),
  );
  expect(saved.status).toBe(200);
}

it('goes into the log as a publication does, and tells who builds the site', async () => {
  await server.close();
  const told: string[] = [];
  server = await startServer({ root: repository.root, access: { mode: 'loopback', name: '岐阜花子' } }, undefined, {
    onPublished: () => void told.push('published'),
  });
  visitor = server.visitor();
  await visitor.open();
  const { body } = await unpublish(await revisionOf(visitor, entryFile));
  await vi.waitFor(() => expect(told).toEqual(['published']));
  await server.close();
  const log = readFileSync(path.join(repository.root, '.git/kenjinkai-cms/audit.jsonl'), 'utf8').trim().split('\n');
  const { commit } = body as { commit: string };
  expect(log.map((line) => JSON.parse(line) as object).at(-1)).toMatchObject({ action: 'unpublishEntry', commit });
  server = await startServer({ root: repository.root, access: { mode: 'loopback', name: '岐阜花子' } });
});

it('makes a draft of what was published, in one move, and leaves its text alone', async () => {
  const text = repository.git('show', `main:${entryFile}`);
  const before = repository.git('rev-parse', 'main');
  const revision = await revisionOf(visitor, entryFile);
  const answer = await unpublish(revision);
  expect(answer.body).toMatchObject({
    message: expect.stringContaining('下書き'),
    status: 'draft',
    path: entryFile,
    revisions: { [entryFile]: revision },
    workTree: 'updated',
  });
  expect(existsSync(path.join(repository.root, entryFile))).toBe(false);
  expect(repository.git('status', '--porcelain')).toBe('');
  expect(repository.git('rev-parse', 'main^')).toBe(before);
  expect(repository.git('log', '-1', '--format=%s', 'main')).toContain('公開をやめた');
  expect(repository.git('show', `cms/qa/gifu/aaaa2222:${entryFile}`)).toBe(text);
  expect(repository.git('diff', '--name-status', 'main', 'cms/qa/gifu/aaaa2222')).toBe(`A\t${entryFile}`);
  expect((await visitor.act('unpublishedEntry', draftOf('aaaa2222'))).body).toMatchObject({
    status: 'draft',
    behind: false,
    diffs: [{ id: revision, path: entryFile, newFile: true }],
  });
  expect((await visitor.act('getEntry', { path: entryFile })).body).toMatchObject({ data: null });
});

it('is published again under its own address, with what was written meanwhile', async () => {
  const revision = await revisionOf(visitor, entryFile);
  await unpublish(revision);
  const later = qaText('aaaa2222', { body: '書き直しました。' });
  expect((await visitor.act('persistEntry', saveQa('aaaa2222', later, { revision }))).body).toMatchObject({
    status: 'draft',
  });
  await makeReady(visitor, 'aaaa2222');
  expect((await visitor.act('publishUnpublishedEntry', draftOf('aaaa2222'))).status).toBe(200);
  expect(repository.git('show', `main:${entryFile}`)).toBe(later.trimEnd());
  expect(repository.git('for-each-ref', 'refs/heads/cms')).toBe('');
});

it('survives a restart, and can be discarded', async () => {
  await unpublish(await revisionOf(visitor, entryFile));
  await server.close();
  server = await startServer({ root: repository.root, access: { mode: 'loopback', name: '岐阜花子' } });
  visitor = server.visitor();
  await visitor.open();
  expect((await visitor.act('unpublishedEntries')).body).toEqual(['qa/gifu/aaaa2222']);
  expect((await visitor.act('deleteUnpublishedEntry', draftOf('aaaa2222'))).status).toBe(200);
});

it('keeps what was judged of the text with the draft', async () => {
  const revision = await revisionOf(visitor, entryFile);
  const phone = qaText('aaaa2222', { body: '担当は 0575-12-3456 です。' });
  const judged = await visitor.act(
    'persistEntry',
    saveQa('aaaa2222', phone, { revision, useWorkflow: false, reason: '県の公式サイトに載っている代表番号' }),
  );
  expect(judged.status).toBe(200);
  expect((await unpublish(await revisionOf(visitor, entryFile))).status).toBe(200);
  expect(repository.git('show', 'main:content/privacy-exceptions.yaml')).not.toContain('aaaa2222');
  await makeReady(visitor, 'aaaa2222');
  expect((await visitor.act('publishUnpublishedEntry', draftOf('aaaa2222'))).status).toBe(200);
  expect(repository.git('show', 'main:content/privacy-exceptions.yaml')).toContain('aaaa2222');
});

describe('is refused', () => {
  const heads = () => repository.git('for-each-ref', '--format=%(refname) %(objectname)');

  it.each([
    ['names it as related', 'related:\n  - aaaa2222\n', '本文です。'],
    ['links to it', '', '[移転](/q/aaaa2222/)を見てください。'],
    ['links to its former address', '', '[移転](/q/zzzz7777/)を見てください。'],
  ])('while another entry %s, and names that entry', async (_how, extra, body) => {
    const former = qaText('aaaa2222', { extra: 'redirectFrom:\n  - /q/zzzz7777/\n' });
    const first = await visitor.act(
      'persistEntry',
      saveQa('aaaa2222', former, { revision: await revisionOf(visitor, entryFile), useWorkflow: false }),
    );
    expect(first.status).toBe(200);
    await publishOther(related(extra, body));
    const before = heads();
    for (const refused of [
      await unpublish(await revisionOf(visitor, entryFile)),
      await visitor.act('deleteFiles', {
        paths: [entryFile],
        revisions: { [entryFile]: await revisionOf(visitor, entryFile) },
      }),
    ]) {
      expect(refused.status).toBe(422);
      expect(refused.body).toMatchObject({
        code: 'content',
        error: expect.stringContaining('「開庁日の朝は、どんな順番で窓口を開ければよいですか。」'),
        findings: [{ path: qaPath('bbbb3333', 'aichi') }],
      });
    }
    expect(heads()).toBe(before);
  });

  it('in another version than the one that was seen', async () => {
    const seen = await revisionOf(visitor, entryFile);
    await visitor.act(
      'persistEntry',
      saveQa('aaaa2222', qaText('aaaa2222', { body: '別の人。' }), { revision: seen, useWorkflow: false }),
    );
    const before = heads();
    expect((await unpublish(seen)).body).toMatchObject({ code: 'conflict', conflict: { kind: 'delete' } });
    expect(heads()).toBe(before);
  });

  it('while there is a draft, and where nothing is published', async () => {
    const seen = await revisionOf(visitor, entryFile);
    await visitor.act('persistEntry', saveQa('aaaa2222', qaText('aaaa2222', { body: '下書き。' }), { revision: seen }));
    const before = heads();
    expect((await unpublish(seen)).body).toMatchObject({ code: 'not-ready', error: expect.stringContaining('下書き') });
    expect(
      (await visitor.act('unpublishEntry', { collection: 'qa', slug: 'gifu/zzzz7777', revision: seen })).status,
    ).toBe(404);
    expect(heads()).toBe(before);
  });

  it('to who may not publish there', async () => {
    const password = 'とても長い合言葉です2026';
    const hash = await hashCheaply(password);
    const file = path.join(repository.folder, 'accounts.yaml');
    const account = (login: string, role: Account['role'], groups: Account['groups']): Account => ({
      login,
      name: login,
      role,
      groups,
      password: hash,
    });
    await writeAccounts(file, [
      account('aiko', 'editor', ['aichi']),
      account('taro', 'contributor', []),
      account('hanako', 'editor', ['gifu']),
    ]);
    const guarded = await startServer({
      root: repository.root,
      address: 'https://kenjinkai.example.jp',
      access: { mode: 'accounts', file },
    });
    const before = heads();
    const answers: number[] = [];
    for (const login of ['aiko', 'taro', 'hanako']) {
      const person = guarded.visitor();
      await person.login(login, password);
      answers.push((await unpublish(await revisionOf(person, entryFile), person)).status);
      if (login === 'taro') expect(heads()).toBe(before);
    }
    expect(answers).toEqual([403, 403, 200]);
    await guarded.close();
  });
});
