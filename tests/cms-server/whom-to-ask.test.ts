import path from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { writeAccounts, type Account } from '../../cms/server/access/accounts.ts';
import { hashPassword } from '../../cms/server/access/password.ts';
import { draftOf, makeReady, revisionOf, saveQa } from './requests.ts';
import { makeRepository, qaPath, qaText, type SampleRepository } from './sample-repository.ts';
import { startServer, type SampleServer, type Visitor } from './sample-server.ts';

/** What is refused for want of a right tells this person whom to ask: never somebody of their own kind. */
let repository: SampleRepository;
let server: SampleServer;
let accounts: Account[];
const address = 'https://kenjinkai.example.jp';
const password = 'とても長い合言葉です2026';
const image = 'public/images/plan.png';

beforeAll(async () => {
  const hash = await hashPassword(password);
  const account = (login: string, role: Account['role'], groups: Account['groups']): Account => {
    return { login, name: login, role, groups, password: hash };
  };
  accounts = [
    account('taro', 'contributor', []),
    account('hanako', 'editor', ['gifu']),
    account('aiko', 'editor', ['aichi']),
    account('kanri', 'administrator', []),
  ];
});

beforeEach(() => {
  repository = makeRepository();
});

afterEach(async () => {
  await server.close();
  repository.remove();
});

async function open(secondPerson: Account['groups']): Promise<void> {
  const file = path.join(repository.folder, 'accounts.yaml');
  await writeAccounts(file, accounts);
  server = await startServer({ root: repository.root, address, access: { mode: 'accounts', file }, secondPerson });
}

async function signIn(login: string): Promise<Visitor> {
  const visitor = server.visitor();
  expect((await visitor.login(login, password)).status).toBe(200);
  return visitor;
}

async function removal(login: string, file: string): Promise<string> {
  const visitor = await signIn(login);
  const revisions = file === image ? {} : { [file]: await revisionOf(visitor, file) };
  const { status, body } = await visitor.act('deleteFiles', { paths: [file], revisions, options: {} });
  expect(status).toBe(403);
  return (body as { error: string }).error;
}

it('sends an editor to an administrator where two people are needed, and says what the editor can do alone', async () => {
  await open(['gifu']);
  const said = await removal('hanako', qaPath('aaaa2222'));
  expect(said).toContain('管理者');
  expect(said).toContain('取り下げ');
  expect(said).not.toContain('編集者に頼');
});

it('sends everybody else to the editors of the group in question, by its name', async () => {
  await open([]);
  for (const login of ['taro', 'aiko']) expect(await removal(login, qaPath('aaaa2222'))).toMatch(/岐阜県人会の編集者/);
  const aiko = await signIn('aiko');
  const revision = await revisionOf(aiko, qaPath('aaaa2222'));
  const direct = saveQa('aaaa2222', qaText('aaaa2222', { body: '直しました。' }), { revision, useWorkflow: false });
  expect((await aiko.act('persistEntry', direct)).body).toMatchObject({
    error: expect.stringContaining('岐阜県人会の編集者'),
  });
  const unpublished = await aiko.act('unpublishEntry', { ...draftOf('aaaa2222'), revision });
  expect(unpublished.body).toMatchObject({ error: expect.stringMatching(/公開をやめる権限.*岐阜県人会の編集者/) });
});

it('sends editors to an administrator for what belongs to no group', async () => {
  await open([]);
  const [topic = ''] = repository.git('ls-tree', '-r', '--name-only', 'main', 'content/topics').split('\n');
  const said = await removal('hanako', topic);
  expect(said).toContain('管理者');
  expect(said).not.toContain('県人会の編集者');
});

it('says of a draft that is ready who may take it back, and not who may make it ready', async () => {
  await open([]);
  const hanako = await signIn('hanako');
  const revision = await revisionOf(hanako, qaPath('aaaa2222'));
  await hanako.act('persistEntry', saveQa('aaaa2222', qaText('aaaa2222', { body: '直しました。' }), { revision }));
  await makeReady(hanako, 'aaaa2222');
  const aiko = await signIn('aiko');
  const back = { ...draftOf('aaaa2222'), newStatus: 'draft' };
  const { error } = (await aiko.act('updateUnpublishedEntryStatus', back)).body as { error: string };
  expect(error).toContain('戻せる');
  expect(error).toContain('岐阜県人会の編集者');
});

it('tells an editor who did not write a draft that they can approve it themselves', async () => {
  await open([]);
  const hanako = await signIn('hanako');
  const revision = await revisionOf(hanako, qaPath('aaaa2222'));
  await hanako.act('persistEntry', saveQa('aaaa2222', qaText('aaaa2222', { body: '直しました。' }), { revision }));
  await makeReady(hanako, 'aaaa2222');
  await server.close();
  accounts.push({ ...(accounts[1] as Account), login: 'jiro', name: 'jiro' });
  await open(['gifu']);
  const publish = async (login: string) =>
    ((await (await signIn(login)).act('publishUnpublishedEntry', draftOf('aaaa2222'))).body as { error: string }).error;
  expect(await publish('jiro')).toContain('あなた');
  expect(await publish('hanako')).not.toContain('あなた');
});
