import { afterEach, beforeEach, expect, it } from 'vitest';
import { draftOf, makeReady, revisionOf, saveQa } from './requests.ts';
import { makeRepository, qaPath, qaText, type SampleRepository } from './sample-repository.ts';
import { startServer, type SampleServer, type Visitor } from './sample-server.ts';

let repository: SampleRepository;
let server: SampleServer;
let one: Visitor;
let other: Visitor;

beforeEach(async () => {
  repository = makeRepository();
  server = await startServer({ root: repository.root, access: { mode: 'loopback', name: '岐阜花子' } });
  [one, other] = [server.visitor(), server.visitor()];
  await Promise.all([one.open(), other.open()]);
});

afterEach(async () => {
  repository.git('fsck', '--strict');
  await server.close();
  repository.remove();
});

const path = qaPath('aaaa2222');
const body = (first: string, last: string): string =>
  qaText('aaaa2222', { body: `${first}\n\n## あいだ\n\n変わらない段落です。\n\n## おわり\n\n${last}` });

async function begin(useWorkflow: boolean): Promise<string> {
  const saved = await one.act(
    'persistEntry',
    saveQa('aaaa2222', body('はじめ。', 'おわり。'), { revision: await revisionOf(one, path), useWorkflow }),
  );
  return (saved.body as { revisions: Record<string, string> }).revisions[path] ?? '';
}

it.each([true, false])('stops the later of two saves and shows both sides (workflow: %s)', async (useWorkflow) => {
  const revision = await begin(useWorkflow);
  const mine = body('はじめを直しました。', 'おわり。');
  const yours = body('はじめを別の言葉にしました。', 'おわり。');
  expect((await one.act('persistEntry', saveQa('aaaa2222', mine, { revision, useWorkflow }))).status).toBe(200);
  const late = await other.act('persistEntry', saveQa('aaaa2222', yours, { revision, useWorkflow }));
  expect(late.status).toBe(409);
  expect(late.body).toMatchObject({
    code: 'conflict',
    error: expect.stringMatching(/^岐阜花子さんが\d+月\d+日 \d+:\d\dに、この項目を保存しました。/),
    conflict: {
      kind: 'save',
      path,
      where: useWorkflow ? 'draft' : 'published',
      who: '岐阜花子',
      base: { revision, text: body('はじめ。', 'おわり。') },
      theirs: { text: mine },
      yours: { text: yours },
      merged: null,
    },
  });
  const seen = (late.body as { conflict: { theirs: { revision: string } } }).conflict.theirs.revision;
  expect(
    (
      await other.act(
        'persistEntry',
        saveQa('aaaa2222', yours, { revision: seen, useWorkflow, resolution: 'overwrite' }),
      )
    ).status,
  ).toBe(200);
  expect(repository.git('log', '-1', '--format=%b', useWorkflow ? 'cms/qa/gifu/aaaa2222' : 'main')).toContain(
    'CMS-Resolution: overwrite',
  );
});

it('offers both changes in one text where they do not touch', async () => {
  const revision = await begin(true);
  await one.act('persistEntry', saveQa('aaaa2222', body('はじめを直しました。', 'おわり。'), { revision }));
  const late = await other.act(
    'persistEntry',
    saveQa('aaaa2222', body('はじめ。', 'おわりを直しました。'), { revision }),
  );
  expect(late.body).toMatchObject({ conflict: { merged: body('はじめを直しました。', 'おわりを直しました。') } });
});

it('does not take an overwrite for one of a third version', async () => {
  const revision = await begin(true);
  const first = await one.act('persistEntry', saveQa('aaaa2222', body('一', 'おわり。'), { revision }));
  const seen = (first.body as { revisions: Record<string, string> }).revisions[path];
  await one.act('persistEntry', saveQa('aaaa2222', body('二', 'おわり。'), { revision: seen }));
  expect(
    (
      await other.act(
        'persistEntry',
        saveQa('aaaa2222', body('三', 'おわり。'), { revision: seen, resolution: 'overwrite' }),
      )
    ).status,
  ).toBe(409);
});

it('does not take a repeated save for a conflict', async () => {
  const revision = await begin(true);
  const save = saveQa('aaaa2222', body('一', 'おわり。'), { revision });
  const first = await one.act('persistEntry', save);
  const again = await one.act('persistEntry', save);
  expect(again.status).toBe(200);
  expect(again.body).toMatchObject({ commit: (first.body as { commit: string }).commit });
});

it('refuses a new entry under a name that is taken, and a save without a revision', async () => {
  expect((await one.act('persistEntry', saveQa('aaaa2222', body('一', '二'), { revision: null }))).body).toMatchObject({
    code: 'conflict',
    conflict: { base: null },
  });
  expect((await one.act('persistEntry', saveQa('aaaa2222', body('一', '二'), { newEntry: true }))).body).toMatchObject({
    code: 'conflict',
  });
  expect((await one.act('persistEntry', saveQa('aaaa2222', body('一', '二'), {}))).body).toMatchObject({
    code: 'revision',
  });
});

it('tells a conflict with what was published meanwhile, and lets it be settled in the draft', async () => {
  const published = await revisionOf(one, path);
  const saved = await one.act('persistEntry', saveQa('aaaa2222', body('下書き', 'おわり。'), { revision: published }));
  const draftRevision = (saved.body as { revisions: Record<string, string> }).revisions[path];
  await makeReady(one, 'aaaa2222');
  repository.write(path, body('保守の人が直した', 'おわり。'));
  repository.commit('直接の修正');
  const before = repository.git('rev-parse', 'main');
  expect((await one.act('unpublishedEntry', draftOf('aaaa2222'))).body).toMatchObject({ behind: true });
  const refused = await one.act('publishUnpublishedEntry', draftOf('aaaa2222'));
  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({
    conflict: {
      kind: 'publish',
      who: '保守',
      theirs: { text: body('保守の人が直した', 'おわり。') },
      yours: { revision: draftRevision, text: body('下書き', 'おわり。') },
    },
  });
  expect(repository.git('rev-parse', 'main')).toBe(before);
  expect(repository.git('status', '--porcelain')).toBe('');
  const theirs = (refused.body as { conflict: { theirs: { revision: string } } }).conflict.theirs.revision;
  const settled = body('下書きと、保守の人が直したところ', 'おわり。');
  const resaved = await one.act(
    'persistEntry',
    saveQa('aaaa2222', settled, { revision: draftRevision ?? null, mainRevision: theirs, resolution: 'merge' }),
  );
  expect(resaved.body).toMatchObject({ status: 'pending_publish' });
  expect((await one.act('publishUnpublishedEntry', draftOf('aaaa2222'))).status).toBe(200);
  expect(repository.git('show', `main:${path}`)).toBe(settled.trimEnd());
});

it('publishes beside other changes without taking anything back', async () => {
  await one.act(
    'persistEntry',
    saveQa('aaaa2222', body('下書き', 'おわり。'), { revision: await revisionOf(one, path) }),
  );
  await makeReady(one, 'aaaa2222');
  const elsewhere = qaText('bbbb3333', { group: 'aichi', question: '開庁日の朝は、何から始めればよいですか。' });
  await other.act(
    'persistEntry',
    saveQa('bbbb3333', elsewhere, {
      revision: await revisionOf(other, qaPath('bbbb3333', 'aichi')),
      group: 'aichi',
      useWorkflow: false,
    }),
  );
  expect((await one.act('publishUnpublishedEntry', draftOf('aaaa2222'))).status).toBe(200);
  expect(repository.git('show', `main:${qaPath('bbbb3333', 'aichi')}`)).toBe(elsewhere.trimEnd());
});

it('does not approve or publish a version that was not seen', async () => {
  const revision = await begin(true);
  await other.act('persistEntry', saveQa('aaaa2222', body('後から', 'おわり。'), { revision }));
  expect(
    (await one.act('updateUnpublishedEntryStatus', { ...draftOf('aaaa2222'), newStatus: 'pending_publish', revision }))
      .body,
  ).toMatchObject({ code: 'conflict' });
  await makeReady(one, 'aaaa2222');
  expect((await one.act('publishUnpublishedEntry', { ...draftOf('aaaa2222'), revision })).body).toMatchObject({
    code: 'conflict',
  });
});

it('does not read other files out by a made-up revision', async () => {
  const secret = repository.git('rev-parse', 'main:package.json');
  await begin(true);
  const late = await one.act('persistEntry', saveQa('aaaa2222', body('一', '二'), { revision: secret }));
  expect(late.status).toBe(409);
  expect(late.body).toMatchObject({ conflict: { base: null } });
  expect(late.text).not.toContain('"name": "sample"');
});

it('neither approves nor deletes a draft that somebody changed since it was read', async () => {
  const seen = await begin(true);
  const draft = draftOf('aaaa2222');
  const later = await other.act(
    'persistEntry',
    saveQa('aaaa2222', body('あとで足した文。', 'おわり。'), { revision: seen }),
  );
  const now = (later.body as { revisions: Record<string, string> }).revisions[path];
  for (const [action, params] of [
    ['updateUnpublishedEntryStatus', { newStatus: 'pending_review' }],
    ['deleteUnpublishedEntry', {}],
  ] as const) {
    const refused = await one.act(action, { ...draft, ...params, revision: seen });
    expect(refused.status, action).toBe(409);
    expect(refused.body, action).toMatchObject({
      code: 'conflict',
      error: expect.stringContaining('開き直して'),
      conflict: { kind: 'unseen', theirs: { text: body('あとで足した文。', 'おわり。') } },
    });
  }
  expect((await one.act('deleteUnpublishedEntry', { ...draft, revision: now })).status).toBe(200);
});
