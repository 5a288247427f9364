import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkWrittenPath } from '../../cms/server/entries/paths.ts';
import { draftOf, makeReady, revisionOf, saveQa } from './requests.ts';
import { makeRepository, qaPath, qaText, type SampleRepository } from './sample-repository.ts';
import { startServer, type SampleServer, type Visitor } from './sample-server.ts';
import { openRepository } from '../../cms/server/repository/open-repository.ts';

/** `content/pages` is MDX that the build runs: no way through the server may change it. */
let repository: SampleRepository;
let server: SampleServer;
let visitor: Visitor;
let before: string;

const page = 'content/pages/about.mdx';
const code =
  '---\ntitle: 案内\ndescription: 案内です。\norder: 10\nupdated: "2026-11-23"\n---\nimport { execSync } from "node:child_process";\n\n{execSync("id")}\n';

beforeEach(async () => {
  repository = makeRepository({ files: { [page]: code.replace(/import[\s\S]*/, '案内の文章です。\n') } });
  server = await startServer({ root: repository.root });
  visitor = server.visitor();
  await visitor.open();
  before = repository.git('rev-parse', `main:${page}`);
});

afterEach(async () => {
  expect(repository.git('rev-parse', `main:${page}`)).toBe(before);
  expect(repository.git('ls-tree', '-r', '--name-only', 'main', 'content/pages')).toBe(page);
  await server.close();
  repository.remove();
});

const saveOf = (
  collectionName: string,
  slug: string,
  path: string,
  useWorkflow: boolean,
  newPath?: string,
): object => ({
  dataFiles: [{ slug, path, newPath, raw: code, revision: path === page ? before : null }],
  assets: [],
  options: { collectionName, useWorkflow, status: 'pending_publish', newEntry: path !== page },
});

describe('a page', () => {
  it.each([true, false])('is saved neither as itself nor as something else (draft: %s)', async (useWorkflow) => {
    for (const save of [
      saveOf('pages', 'about', page, useWorkflow),
      saveOf('pages', 'new', 'content/pages/new.mdx', useWorkflow),
      saveOf('qa', 'gifu/about', page, useWorkflow),
      saveOf('qa', '../pages/new', 'content/pages/new.mdx', useWorkflow),
      saveOf('topics', 'new', 'content/pages/new.yaml', useWorkflow),
      saveOf('qa', 'gifu/cccc4444', qaPath('cccc4444'), useWorkflow, 'content/pages/new.mdx'),
      saveOf('pages', 'new', qaPath('cccc4444'), useWorkflow, 'content/pages/new.mdx'),
    ]) {
      expect([404, 422]).toContain((await visitor.act('persistEntry', save)).status);
    }
    expect(repository.git('for-each-ref', 'refs/heads/cms')).toBe('');
  });

  it('is neither deleted nor replaced by an image, alone or among others', async () => {
    const qa = qaPath('aaaa2222');
    const revision = await revisionOf(visitor, qa);
    expect((await visitor.act('deleteFile', { path: page, revision: before })).status).toBe(422);
    expect(
      (await visitor.act('deleteFiles', { paths: [qa, page], revisions: { [qa]: revision, [page]: before } })).status,
    ).toBe(422);
    const asset = { path: 'content/pages/new.png', content: 'iVBORw0KGgo=', encoding: 'base64' };
    expect((await visitor.act('persistMedia', { asset })).status).toBe(422);
    const save = saveQa('cccc4444', qaText('cccc4444', { question: '別の質問は、どこに書けばよいですか。' }), {
      revision: null,
      assets: [asset],
    });
    expect((await visitor.act('persistEntry', save)).status).toBe(422);
    expect(repository.git('rev-list', '--count', 'main')).toBe('1');
  });
});

describe('a branch made by hand', () => {
  const branchWith = (name: string, files: Record<string, string>): void => {
    repository.git('switch', '-q', '-c', name);
    for (const [file, text] of Object.entries(files)) repository.write(file, text);
    repository.commit('内容\n\nCMS-Status: pending_publish');
    repository.git('switch', '-q', 'main');
  };

  it('is no draft of a page', async () => {
    branchWith('cms/pages/about', { [page]: code });
    expect((await visitor.act('unpublishedEntries')).body).toEqual([]);
    expect((await visitor.act('unpublishedBoard')).body).toEqual([]);
    for (const action of ['unpublishedEntry', 'publishUnpublishedEntry', 'deleteUnpublishedEntry']) {
      expect((await visitor.act(action, { collection: 'pages', slug: 'about' })).status).toBe(404);
    }
    expect(repository.git('for-each-ref', '--format=%(refname)', 'refs/heads/cms')).toBe('refs/heads/cms/pages/about');
  });

  it.each([
    ['a changed page', { [page]: code }],
    ['a new page', { 'content/pages/new.mdx': code }],
    ['a program', { 'src/pages/new.astro': '---\n---\n' }],
  ])('with %s beside its entry is shown and never published, also after another save', async (_title, files) => {
    const text = qaText('cccc4444', { question: '仮庁舎の電話番号は、どうやって知らせればよいですか。' });
    branchWith('cms/qa/gifu/cccc4444', { ...files, [qaPath('cccc4444')]: text });
    expect((await visitor.act('unpublishedEntry', draftOf('cccc4444'))).body).toMatchObject({ mayPublish: false });
    expect((await visitor.act('publishUnpublishedEntry', draftOf('cccc4444'))).body).toMatchObject({
      code: 'not-ready',
    });
    const revision = repository.git('rev-parse', `cms/qa/gifu/cccc4444:${qaPath('cccc4444')}`);
    await visitor.act('persistEntry', saveQa('cccc4444', text.replace('部署ごとに', '課ごとに'), { revision }));
    await makeReady(visitor, 'cccc4444');
    expect((await visitor.act('publishUnpublishedEntry', draftOf('cccc4444'))).status).toBeGreaterThanOrEqual(400);
    expect(repository.git('rev-list', '--count', 'main')).toBe('1');
  });
});

it('has a last check below the actions, which no plan passes', async () => {
  const guarded = await openRepository({
    root: repository.root,
    branch: 'main',
    checkPath: (path) => checkWrittenPath(path, 'public/images'),
  });
  const { tree } = await guarded.commit(guarded.branch);
  for (const path of [
    page,
    'content/pages/new.mdx',
    'package.json',
    'public/images/x.svg',
    '.github/workflows/x.yml',
  ]) {
    const change = guarded.change(async ({ changeTree }) => {
      await changeTree(tree, [
        { path: qaPath('aaaa2222'), id: undefined },
        { path, id: before },
      ]);
      return { moves: [], result: undefined };
    });
    await expect(change).rejects.toMatchObject({ status: 422, code: 'path' });
  }
  await guarded.close();
  execFileSync('git', ['fsck', '--strict'], { cwd: repository.root });
});
