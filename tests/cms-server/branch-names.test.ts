import { afterEach, beforeEach, expect, it } from 'vitest';
import { draftOf, revisionOf, saveQa } from './requests.ts';
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
  await server.close();
  repository.remove();
});

const text = qaText('cccc4444', { question: '仮庁舎の電話番号は、どうやって知らせればよいですか。' });
const topic = 'name: 試験\nkana: しけん\norder: 2\ndescription: 試験の話題。\n';

function save(collectionName: string, slug: string, path: string, raw = text): object {
  return {
    dataFiles: [{ slug, path, raw, revision: null }],
    assets: [],
    options: { collectionName, useWorkflow: true, newEntry: true },
  };
}

it.each([
  ['qa', 'gifu', 'content/qa/gifu.mdx', text],
  ['qa', 'gifu', qaPath('cccc4444'), text],
  ['qa', 'cccc4444', qaPath('cccc4444'), text],
  ['qa', 'gifu/cccc4444/x', 'content/qa/gifu/cccc4444/x.mdx', text],
  ['qa', 'gifu/dddd5555', qaPath('cccc4444'), text],
  ['qa', 'nowhere/cccc4444', 'content/qa/nowhere/cccc4444.mdx', text],
  ['qa', 'gifu/cccc4444.lock', 'content/qa/gifu/cccc4444.lock.mdx', text],
  ['qa', 'gifu/..', 'content/qa/gifu/...mdx', text],
  ['qa', 'Gifu/cccc4444', 'content/qa/Gifu/cccc4444.mdx', text],
  ['qa', 'gifu/nul', 'content/qa/gifu/nul.mdx', text],
  ['topics', 'office/new', 'content/topics/office/new.yaml', topic],
  ['topics', 'other', 'content/topics/office-new.yaml', topic],
  ['topics', 'con', 'content/topics/con.yaml', topic],
  ['topics', 'heads/x', 'content/topics/x.yaml', topic],
])('refuses %s with the slug %s at %s and makes no branch', async (collection, slug, path, raw) => {
  const refused = await visitor.act('persistEntry', save(collection, slug, path, raw));
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({ code: 'path', error: expect.stringMatching(/[ぁ-ん]/) });
  expect(repository.git('for-each-ref', 'refs/heads/cms')).toBe('');
});

it('can save into a group after a refused save that had the name of the group as its slug', async () => {
  await visitor.act('persistEntry', save('qa', 'gifu', 'content/qa/gifu.mdx'));
  expect((await visitor.act('persistEntry', save('qa', 'gifu/cccc4444', qaPath('cccc4444')))).status).toBe(200);
});

it.each(['cms/qa/gifu', 'cms/qa', 'cms/qa/gifu/cccc4444/part', 'cms'])(
  'reports the branch %s, made by hand, that blocks the new one',
  async (branch) => {
    repository.git('branch', branch);
    const refused = await visitor.act('persistEntry', save('qa', 'gifu/cccc4444', qaPath('cccc4444')));
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'branch', error: expect.stringContaining(`「${branch}」`) });
    expect(refused.text).toContain('git branch -m');
    expect((await visitor.act('unpublishedBoard')).status).toBe(200);
    repository.git('branch', '-m', branch, 'old');
    expect((await visitor.act('persistEntry', save('qa', 'gifu/cccc4444', qaPath('cccc4444')))).status).toBe(200);
  },
);

it('reports a second branch for the same entry, in whatever group', async () => {
  const revision = await revisionOf(visitor, qaPath('aaaa2222'));
  const saved = await visitor.act(
    'persistEntry',
    saveQa('aaaa2222', qaText('aaaa2222', { body: '変えた。' }), { revision }),
  );
  expect(saved.status).toBe(200);
  repository.git('branch', 'cms/qa/aichi/aaaa2222', 'cms/qa/gifu/aaaa2222');
  const refused = await visitor.act('publishUnpublishedEntry', draftOf('aaaa2222'));
  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({ code: 'branch', error: expect.stringContaining('cms/qa/aichi/aaaa2222') });
});

it('reports a branch that differs only in capitals, where file names ignore case', async () => {
  const { findCollidingBranch } = await import('../../cms/server/drafts/branch-collisions.ts');
  const wanted = 'refs/heads/cms/qa/gifu/cccc4444';
  expect(findCollidingBranch(wanted, ['refs/heads/cms/qa/GIFU'], true)).toBe('refs/heads/cms/qa/GIFU');
  expect(findCollidingBranch(wanted, ['refs/heads/cms/qa/gifu/CCCC4444'], true)).toBe(
    'refs/heads/cms/qa/gifu/CCCC4444',
  );
  expect(
    findCollidingBranch(wanted, ['refs/heads/cms/qa/GIFU', 'refs/heads/cms/qa/gifu/cccc4444x', wanted], false),
  ).toBeUndefined();
  expect(findCollidingBranch(wanted, [wanted, 'refs/heads/cms/qa/gifu/dddd5555'], true)).toBeUndefined();
});
