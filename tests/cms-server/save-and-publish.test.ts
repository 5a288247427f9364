import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { draftOf, makeReady, revisionOf, saveQa } from './requests.ts';
import { makeRepository, qaPath, qaText, type SampleRepository } from './sample-repository.ts';
import { startServer, type SampleServer, type Visitor } from './sample-server.ts';

let repository: SampleRepository;
let server: SampleServer;
let visitor: Visitor;

beforeEach(async () => {
  repository = makeRepository();
  server = await startServer({
    root: repository.root,
    access: { mode: 'loopback', name: '岐阜花子', mail: 'hanako@example.jp' },
  });
  visitor = server.visitor();
  await visitor.open();
});

afterEach(async () => {
  repository.git('fsck', '--strict');
  await server.close();
  repository.remove();
});

const text = qaText('cccc4444', { question: '仮庁舎の電話番号は、どうやって知らせればよいですか。' });
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

it('takes a new entry from draft to published, and what is checked out follows', async () => {
  const saved = await visitor.act('persistEntry', saveQa('cccc4444', text, { revision: null }));
  expect(saved.body).toMatchObject({ status: 'draft', workTree: 'none' });
  expect(existsSync(path.join(repository.root, qaPath('cccc4444')))).toBe(false);
  expect((await visitor.act('unpublishedEntries')).body).toEqual(['qa/gifu/cccc4444']);
  expect((await visitor.act('publishUnpublishedEntry', draftOf('cccc4444'))).body).toMatchObject({ code: 'not-ready' });
  expect(await makeReady(visitor, 'cccc4444')).toBe(200);
  expect((await visitor.act('unpublishedEntry', draftOf('cccc4444'))).body).toMatchObject({
    status: 'pending_publish',
    reviewer: '岐阜花子',
    writers: ['岐阜花子'],
    mayPublish: true,
    behind: false,
    diffs: [{ path: qaPath('cccc4444'), status: 'added', newFile: true }],
  });

  const published = await visitor.act('publishUnpublishedEntry', draftOf('cccc4444'));
  expect(published.body).toMatchObject({ paths: [qaPath('cccc4444')], workTree: 'updated' });
  expect(readFileSync(path.join(repository.root, qaPath('cccc4444')), 'utf8')).toBe(text);
  expect(repository.git('status', '--porcelain')).toBe('');
  expect(repository.git('for-each-ref', 'refs/heads/cms')).toBe('');
  expect(repository.git('log', '-1', '--format=%s|%an|%ae|%cn')).toBe(
    '質問を公開：仮庁舎の電話番号は、どうやって知らせればよいですか。|岐阜花子|hanako@example.jp|県人会ナレッジ CMS',
  );
  expect(repository.git('log', '--format=%s', 'main^1..main^2').split('\n')).toEqual([
    '内容を確認、準備完了：仮庁舎の電話番号は、どうやって知らせればよいですか。',
    'レビューを頼む：仮庁舎の電話番号は、どうやって知らせればよいですか。',
    '質問を追加：仮庁舎の電話番号は、どうやって知らせればよいですか。',
  ]);
  expect(repository.git('diff', '--name-only', 'main^1', 'main')).toBe(qaPath('cccc4444'));
});

it('keeps the state of a draft where a clone takes it along', async () => {
  await visitor.act('persistEntry', saveQa('cccc4444', text, { revision: null }));
  await makeReady(visitor, 'cccc4444');
  const other = makeRepository({ isBare: true });
  repository.git('push', '-q', other.root, 'main:main', 'refs/heads/cms/*:refs/heads/cms/*', '--force');
  const second = await startServer({ root: other.root, branch: 'main' });
  const reader = second.visitor();
  await reader.open();
  expect((await reader.act('unpublishedEntry', { id: 'qa/gifu/cccc4444' })).body).toMatchObject({
    status: 'pending_publish',
    reviewer: '岐阜花子',
  });
  await second.close();
  other.remove();
});

it('saves at once where no workflow is wanted, and tells the list', async () => {
  const revision = await revisionOf(visitor, qaPath('aaaa2222'));
  const saved = await visitor.act(
    'persistEntry',
    saveQa('aaaa2222', qaText('aaaa2222', { body: '数えたら、業者に見積もりを頼みます。' }), {
      revision,
      useWorkflow: false,
    }),
  );
  expect(saved.body).toMatchObject({ status: null, workTree: 'updated' });
  const list = (await visitor.act('entriesByFolder', { folder: 'content/qa', extension: 'mdx', depth: 2 })).body as {
    data: string;
    file: { path: string };
  }[];
  expect(list.map(({ file }) => file.path)).toEqual([qaPath('bbbb3333', 'aichi'), qaPath('aaaa2222')]);
  expect(list[1]?.data).toContain('見積もり');
  expect(repository.git('log', '-1', '--format=%s')).toBe(
    '質問を更新：庁舎の引越しで、業者はいつまでに決めればよいですか。',
  );
  expect(repository.git('status', '--porcelain')).toBe('');
});

it('renames an entry in one commit, in a draft too', async () => {
  const revision = await revisionOf(visitor, qaPath('aaaa2222'));
  const moved = qaText('aaaa2222', { group: 'aichi' });
  await visitor.act('persistEntry', saveQa('aaaa2222', moved, { revision, newPath: qaPath('aaaa2222', 'aichi') }));
  expect((await visitor.act('unpublishedEntry', draftOf('aaaa2222'))).body).toMatchObject({
    diffs: [{ path: qaPath('aaaa2222', 'aichi'), oldPath: qaPath('aaaa2222'), status: 'renamed' }],
  });
  await makeReady(visitor, 'aaaa2222');
  expect((await visitor.act('publishUnpublishedEntry', draftOf('aaaa2222'))).status).toBe(200);
  expect(repository.git('diff', '--name-status', '-M', 'main^1', 'main')).toContain('R');
  expect(existsSync(path.join(repository.root, qaPath('aaaa2222')))).toBe(false);
  expect(existsSync(path.join(repository.root, qaPath('aaaa2222', 'aichi')))).toBe(true);
});

it('deletes what nothing needs, and only in the version that was seen', async () => {
  const revision = await revisionOf(visitor, qaPath('aaaa2222'));
  expect(
    (await visitor.act('deleteFiles', { paths: [qaPath('aaaa2222')], options: { commitMessage: 'x' } })).body,
  ).toMatchObject({ code: 'revision' });
  const related = qaText('bbbb3333', {
    group: 'aichi',
    question: '開庁日の朝は、どんな順番で窓口を開ければよいですか。',
    extra: 'related:\n  - aaaa2222\n',
  });
  await visitor.act(
    'persistEntry',
    saveQa('bbbb3333', related, {
      revision: await revisionOf(visitor, qaPath('bbbb3333', 'aichi')),
      group: 'aichi',
      useWorkflow: false,
    }),
  );
  const refused = await visitor.act('deleteFiles', {
    paths: [qaPath('aaaa2222')],
    revisions: { [qaPath('aaaa2222')]: revision },
  });
  expect(refused.body).toMatchObject({ code: 'content', findings: [{ path: qaPath('bbbb3333', 'aichi') }] });
  const own = await revisionOf(visitor, qaPath('bbbb3333', 'aichi'));
  expect(
    (
      await visitor.act('deleteFiles', {
        paths: [qaPath('bbbb3333', 'aichi')],
        revisions: { [qaPath('bbbb3333', 'aichi')]: revision },
      })
    ).body,
  ).toMatchObject({ code: 'conflict' });
  expect(
    (
      await visitor.act('deleteFiles', {
        paths: [qaPath('bbbb3333', 'aichi')],
        revisions: { [qaPath('bbbb3333', 'aichi')]: own },
      })
    ).body,
  ).toMatchObject({ workTree: 'updated' });
  expect(existsSync(path.join(repository.root, 'content/qa/aichi'))).toBe(false);
  expect(repository.git('log', '-1', '--format=%s')).toContain('質問を削除：');
  expect(repository.git('status', '--porcelain')).toBe('');
});

it('keeps an image with its draft, and drops it when the text no longer shows it', async () => {
  const image = 'public/images/cccc4444-map.png';
  const withImage = text.replace('契約の前に', '![地図](/images/cccc4444-map.png)\n\n契約の前に');
  const saved = await visitor.act(
    'persistEntry',
    saveQa('cccc4444', withImage, { revision: null, assets: [{ path: image, content: pixel, encoding: 'base64' }] }),
  );
  expect(saved.status).toBe(200);
  expect((await visitor.act('unpublishedEntryMediaFile', { ...draftOf('cccc4444'), path: image })).body).toMatchObject({
    name: 'cccc4444-map.png',
    content: pixel,
  });
  expect((await visitor.act('getMedia', { mediaFolder: 'public/images' })).body).toEqual([]);
  const revision = (saved.body as { revisions: Record<string, string> }).revisions[qaPath('cccc4444')];
  await visitor.act('persistEntry', saveQa('cccc4444', text, { revision }));
  expect(repository.git('ls-tree', '-r', '--name-only', 'cms/qa/gifu/cccc4444', 'public')).toBe('');
});

it('adds and deletes images of the library', async () => {
  const asset = { path: 'public/images/plan.png', content: pixel, encoding: 'base64' };
  expect((await visitor.act('persistMedia', { asset })).body).toMatchObject({ name: 'plan.png', size: 70 });
  expect((await visitor.act('getMedia', { mediaFolder: 'public/images', withoutContent: true })).body).toMatchObject([
    { path: 'public/images/plan.png', size: 70 },
  ]);
  expect((await visitor.act('deleteFiles', { paths: ['public/images/plan.png'] })).status).toBe(200);
  expect((await visitor.act('getMedia', { mediaFolder: 'public/images' })).body).toEqual([]);
});

it('drops a draft', async () => {
  await visitor.act('persistEntry', saveQa('cccc4444', text, { revision: null }));
  expect((await visitor.act('deleteUnpublishedEntry', draftOf('cccc4444'))).status).toBe(200);
  expect((await visitor.act('unpublishedEntry', draftOf('cccc4444'))).status).toBe(404);
});

it('shows the whole board in one answer', async () => {
  await visitor.act('persistEntry', saveQa('cccc4444', text, { revision: null }));
  expect((await visitor.act('unpublishedBoard')).body).toMatchObject([
    { id: 'qa/gifu/cccc4444', data: text, status: 'draft' },
  ]);
});
