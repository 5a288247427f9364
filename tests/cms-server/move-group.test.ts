import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAccounts, type Account } from '../../cms/server/access/accounts.ts';
import { hashCheaply } from './hash-cheaply.ts';
import { draftOf, makeReady, revisionOf, saveQa } from './requests.ts';
import { makeRepository, qaPath, qaText, type SampleRepository } from './sample-repository.ts';
import { startServer, type SampleServer, type Visitor } from './sample-server.ts';

let repository: SampleRepository;
let server: SampleServer;
let visitor: Visitor;
let other: Visitor;

beforeEach(async () => {
  repository = makeRepository();
  server = await startServer({ root: repository.root, access: { mode: 'loopback', name: '岐阜花子' } });
  [visitor, other] = [server.visitor(), server.visitor()];
  await Promise.all([visitor.open(), other.open()]);
});

afterEach(async () => {
  repository.git('fsck', '--strict');
  await server.close();
  repository.remove();
});

const at = (group: string, body = '本文です。', id = 'aaaa2222'): string => qaText(id, { group, body });
const files = (branch = 'main'): string[] =>
  repository
    .git('ls-tree', '-r', '--name-only', branch, 'content/qa')
    .split('\n')
    .filter((path) => path.includes('aaaa2222'));
const revision = (answer: { body: unknown }): string =>
  Object.values((answer.body as { revisions: Record<string, string> }).revisions)[0] ?? '';
/** As the desk sends it: under the path and slug that the form was opened with, whatever the group is now. */
const save = (raw: string, options: object, who = visitor) =>
  who.act('persistEntry', saveQa('aaaa2222', raw, options as never));
const draft = draftOf('aaaa2222');
const branch = 'cms/qa/gifu/aaaa2222';

async function moveInDraft(): Promise<string> {
  const saved = await save(at('aichi'), { revision: await revisionOf(visitor, qaPath('aaaa2222')) });
  expect(saved.status).toBe(200);
  return revision(saved);
}

it('moves the file with the group, through a draft that is saved again and again, to the page', async () => {
  const first = await moveInDraft();
  expect(files(branch)).toEqual([qaPath('aaaa2222', 'aichi')]);
  const second = await save(at('aichi', '続きを書きました。'), { revision: first });
  expect(second.status).toBe(200);
  // Opened anew, the form knows the new path under the old slug.
  const third = await visitor.act('persistEntry', {
    ...saveQa('aaaa2222', at('aichi', 'もう一度。'), {}),
    dataFiles: [
      {
        slug: 'gifu/aaaa2222',
        path: qaPath('aaaa2222', 'aichi'),
        raw: at('aichi', 'もう一度。'),
        revision: revision(second),
      },
    ],
  });
  expect(third.status).toBe(200);
  expect(third.body).toMatchObject({ path: qaPath('aaaa2222', 'aichi') });
  expect(await makeReady(visitor, 'aaaa2222')).toBe(200);
  expect((await visitor.act('publishUnpublishedEntry', { ...draft, revision: revision(third) })).status).toBe(200);
  expect(files()).toEqual([qaPath('aaaa2222', 'aichi')]);
  expect(repository.git('for-each-ref', 'refs/heads/cms')).toBe('');
  expect(
    repository.git('log', '--follow', '--format=%s', 'main', '--', qaPath('aaaa2222', 'aichi')).split('\n').length,
  ).toBeGreaterThan(2);
});

it('knows the entry and its draft under the old name and the new one', async () => {
  const saved = await moveInDraft();
  for (const group of ['gifu', 'aichi']) {
    expect((await visitor.act('unpublishedEntry', draftOf('aaaa2222', group))).body).toMatchObject({
      slug: `${group}/aaaa2222`,
      diffs: [{ path: qaPath('aaaa2222', 'aichi'), id: saved }],
    });
    expect(
      (
        await visitor.act('unpublishedEntryDataFile', {
          ...draftOf('aaaa2222', group),
          path: qaPath('aaaa2222', group),
          id: saved,
        })
      ).body,
    ).toMatchObject({ revision: saved });
  }
  expect(await makeReady(visitor, 'aaaa2222', 'aichi')).toBe(200);
  expect((await visitor.act('publishUnpublishedEntry', draftOf('aaaa2222', 'aichi'))).status).toBe(200);
  expect((await visitor.act('getEntry', { path: qaPath('aaaa2222', 'gifu') })).body).toMatchObject({
    file: { path: qaPath('aaaa2222', 'aichi') },
    revision: saved,
  });

  // A form that is still open under the old name begins the next draft, of the same entry.
  const next = await save(at('aichi', '公開したあとの続き。'), { revision: saved });
  expect(next.status).toBe(200);
  expect((await visitor.act('unpublishedEntries')).body).toHaveLength(1);
  await makeReady(visitor, 'aaaa2222');
  expect((await visitor.act('publishUnpublishedEntry', draft)).status).toBe(200);
  expect(files()).toEqual([qaPath('aaaa2222', 'aichi')]);
});

it('moves back again, and leaves no trace where nothing else changed', async () => {
  const original = repository.git('rev-parse', `main:${qaPath('aaaa2222')}`);
  const moved = await moveInDraft();
  const back = await save(qaText('aaaa2222'), { revision: moved });
  expect(back.body).toMatchObject({ path: qaPath('aaaa2222') });
  expect(files(branch)).toEqual([qaPath('aaaa2222')]);
  expect(repository.git('rev-parse', `${branch}:${qaPath('aaaa2222')}`)).toBe(original);
});

it('moves published entries back and forth, without a draft too', async () => {
  let seen = (await revisionOf(visitor, qaPath('aaaa2222'))) ?? '';
  for (const group of ['aichi', 'gifu', 'aichi']) {
    const saved = await save(at(group), { revision: seen, useWorkflow: false });
    expect(saved.status).toBe(200);
    seen = revision(saved);
    expect(files()).toEqual([qaPath('aaaa2222', group)]);
    expect(repository.git('status', '--porcelain')).toBe('');
  }
});

it('moves what was never published, and changes its mind', async () => {
  const id = 'cccc4444';
  const raw = (group: string): string =>
    qaText(id, { group, question: '仮庁舎の電話番号は、どうやって知らせればよいですか。' });
  const saveNew = (group: string, seen: string | null) =>
    visitor.act('persistEntry', saveQa(id, raw(group), { revision: seen }));
  let seen: string | null = null;
  for (const group of ['gifu', 'aichi', 'gifu', 'aichi']) {
    const saved = await saveNew(group, seen);
    expect(saved.status).toBe(200);
    seen = revision(saved);
  }
  await makeReady(visitor, id);
  expect((await visitor.act('publishUnpublishedEntry', draftOf(id))).status).toBe(200);
  expect(repository.git('ls-tree', '-r', '--name-only', 'main', 'content/qa')).toContain(qaPath(id, 'aichi'));
  expect(repository.git('ls-tree', '-r', '--name-only', 'main', 'content/qa')).not.toContain(qaPath(id, 'gifu'));
});

it('leaves the published entry where it is when the draft is discarded', async () => {
  const moved = await moveInDraft();
  expect(
    (await visitor.act('deleteUnpublishedEntry', { ...draftOf('aaaa2222', 'aichi'), revision: moved })).status,
  ).toBe(200);
  expect(files()).toEqual([qaPath('aaaa2222')]);
  expect(repository.git('for-each-ref', 'refs/heads/cms')).toBe('');
  expect(
    (await save(at('aichi', 'やはり移す。'), { revision: await revisionOf(visitor, qaPath('aaaa2222')) })).status,
  ).toBe(200);
});

describe('a second editor who began under the old name', () => {
  it.each([true, false])(
    'is shown the other side, and never makes a second entry (workflow: %s)',
    async (useWorkflow) => {
      const seen = await revisionOf(other, qaPath('aaaa2222'));
      const theirs = at('aichi', '移しました。');
      const moved = await save(theirs, { revision: seen, useWorkflow });
      expect(moved.status).toBe(200);
      const late = await save(at('gifu', '元の場所で書いていました。'), { revision: seen, useWorkflow }, other);
      expect(late.status).toBe(409);
      expect(late.body).toMatchObject({
        code: 'conflict',
        conflict: {
          kind: 'save',
          path: qaPath('aaaa2222', 'aichi'),
          theirs: { revision: revision(moved), text: theirs },
        },
      });
      const settled = await save(
        at('aichi', '両方です。'),
        { revision: revision(moved), resolution: 'merge', useWorkflow },
        other,
      );
      expect(settled.status).toBe(200);
      expect(files(useWorkflow ? branch : 'main')).toEqual([qaPath('aaaa2222', 'aichi')]);
    },
  );

  it('is shown what was published meanwhile elsewhere, and settles it in the draft', async () => {
    const seen = await revisionOf(other, qaPath('aaaa2222'));
    const drafted = await save(at('gifu', '下書きです。'), { revision: seen }, other);
    await makeReady(other, 'aaaa2222');
    const direct = await save(at('aichi', '移しました。'), { revision: seen, useWorkflow: false });
    expect(direct.status).toBe(200);
    expect((await other.act('unpublishedEntry', draft)).body).toMatchObject({ behind: true });
    const refused = await other.act('publishUnpublishedEntry', draft);
    expect(refused.body).toMatchObject({
      code: 'conflict',
      conflict: { kind: 'publish', path: qaPath('aaaa2222', 'aichi'), theirs: { revision: revision(direct) } },
    });
    const settled = await save(
      at('aichi', '両方です。'),
      { revision: revision(drafted), mainRevision: revision(direct), resolution: 'merge' },
      other,
    );
    expect(settled.status).toBe(200);
    expect(files(branch)).toEqual([qaPath('aaaa2222', 'aichi')]);
    expect((await other.act('publishUnpublishedEntry', draft)).status).toBe(200);
    expect(files()).toEqual([qaPath('aaaa2222', 'aichi')]);
  });

  it('cannot begin the same id as a new entry elsewhere', async () => {
    const twin = await visitor.act(
      'persistEntry',
      saveQa('aaaa2222', at('aichi'), { revision: null, group: 'aichi', newEntry: true }),
    );
    expect(twin.status).toBe(409);
    expect(twin.body).toMatchObject({ code: 'conflict', conflict: { path: qaPath('aaaa2222') } });
  });

  it('deletes the entry itself, wherever it lies', async () => {
    const moved = await save(at('aichi'), {
      revision: await revisionOf(visitor, qaPath('aaaa2222')),
      useWorkflow: false,
    });
    const path = qaPath('aaaa2222');
    expect((await other.act('deleteFiles', { paths: [path], revisions: { [path]: revision(moved) } })).status).toBe(
      200,
    );
    expect(files()).toEqual([]);
  });
});

it('begins one draft when two editors begin it under two names at once', async () => {
  const seen = await revisionOf(visitor, qaPath('aaaa2222'));
  const both = await Promise.all([
    save(at('gifu', '一人目。'), { revision: seen }),
    other.act('persistEntry', saveQa('aaaa2222', at('aichi', '二人目。'), { revision: seen, group: 'aichi' })),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(repository.git('for-each-ref', '--format=%(refname)', 'refs/heads/cms').split('\n')).toHaveLength(1);
});

describe('with accounts', () => {
  const password = 'とても長い合言葉です2026';
  let accountsServer: SampleServer;

  beforeEach(async () => {
    const hash = await hashCheaply(password);
    const file = path.join(repository.folder, 'accounts.yaml');
    const editor = (login: string, groups: Account['groups']): Account => ({
      login,
      name: login,
      role: 'editor',
      groups,
      password: hash,
    });
    await writeAccounts(file, [
      editor('gifu', ['gifu']),
      editor('aichi', ['aichi']),
      editor('both', ['gifu', 'aichi']),
    ]);
    accountsServer = await startServer({
      root: repository.root,
      address: 'https://kenjinkai.example.jp',
      access: { mode: 'accounts', file },
    });
  });

  afterEach(() => accountsServer.close());

  const signIn = async (login: string): Promise<Visitor> => {
    const signedIn = accountsServer.visitor();
    expect((await signedIn.login(login, password)).status).toBe(200);
    return signedIn;
  };

  it('moves a published entry only by who answers for both groups', async () => {
    const both = await signIn('both');
    await save(at('aichi'), { revision: await revisionOf(both, qaPath('aaaa2222')) }, both);
    await makeReady(both, 'aaaa2222');
    for (const login of ['gifu', 'aichi']) {
      const one = await signIn(login);
      for (const group of ['gifu', 'aichi']) {
        expect((await one.act('publishUnpublishedEntry', draftOf('aaaa2222', group))).body).toMatchObject({
          code: 'not-allowed',
        });
      }
      const seen = await revisionOf(one, qaPath('aaaa2222'));
      const direct = await save(at('aichi'), { revision: seen, useWorkflow: false }, one);
      expect(direct.body).toMatchObject({ code: 'not-allowed' });
    }
    expect((await both.act('publishUnpublishedEntry', draft)).status).toBe(200);
    expect(files()).toEqual([qaPath('aaaa2222', 'aichi')]);
  });

  it('does not let a name of the own group reach another group’s entry', async () => {
    const gifu = await signIn('gifu');
    const path = qaPath('bbbb3333', 'gifu');
    const revision = await revisionOf(gifu, path);
    expect((await gifu.act('deleteFiles', { paths: [path], revisions: { [path]: revision } })).body).toMatchObject({
      code: 'not-allowed',
    });
    const moved = qaText('bbbb3333', {
      group: 'gifu',
      question: '開庁日の朝は、どんな順番で窓口を開ければよいですか。',
    });
    const taken = await gifu.act('persistEntry', saveQa('bbbb3333', moved, { revision, useWorkflow: false }));
    expect(taken.body).toMatchObject({ code: 'not-allowed' });
    await gifu.act('persistEntry', saveQa('bbbb3333', moved, { revision }));
    await makeReady(gifu, 'bbbb3333');
    expect((await gifu.act('publishUnpublishedEntry', draftOf('bbbb3333'))).body).toMatchObject({
      code: 'not-allowed',
    });
  });
});
