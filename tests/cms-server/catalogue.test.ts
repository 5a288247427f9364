import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { writeAccounts } from '../../cms/server/access/accounts.ts';
import type { CatalogueData } from '../../cms/admin/questions/catalogue.ts';
import { hashCheaply } from './hash-cheaply.ts';
import { makeRepository, qaPath, qaText, type SampleRepository } from './sample-repository.ts';
import { startServer, type SampleServer } from './sample-server.ts';

let repository: SampleRepository;
let server: SampleServer;

afterEach(async () => {
  await server.close();
  repository.remove();
});

async function open(files: Record<string, string>) {
  repository = makeRepository({ files });
  server = await startServer({ root: repository.root, access: { mode: 'loopback', name: '岐阜花子' } });
  const visitor = server.visitor();
  await visitor.open();
  return async () => (await visitor.act('catalogue', {})).body as CatalogueData;
}

const members = qaText('mmmm2222', { question: '会員だけが読む質問は、どのように選べますか。' }).replace(
  'audience: public',
  'audience: members',
);
const withdrawn = qaText('wwww2222', { question: '取り下げた質問の名前は、誰に見えますか。' }).replace(
  'status: current',
  'status: withdrawn\nwithdrawn: { date: 2026-05-01 }',
);

it('names what members alone may read and what is withdrawn, to who is signed in', async () => {
  const read = await open({
    [qaPath('mmmm2222')]: members,
    [qaPath('wwww2222')]: withdrawn,
    'content/topics/sub.yaml':
      'name: 下の話題\nkana: した\nparent: office-move\norder: 0\ndescription: 下の話題です。\n',
  });
  const { topics, questions } = await read();
  expect(questions.find(({ id }) => id === 'mmmm2222')).toMatchObject({
    question: '会員だけが読む質問は、どのように選べますか。',
    audience: 'members',
    status: 'current',
  });
  expect(questions.find(({ id }) => id === 'wwww2222')).toMatchObject({
    question: '取り下げた質問の名前は、誰に見えますか。',
    status: 'withdrawn',
  });
  expect(topics[0]).toEqual({ id: 'sub', name: '下の話題', kana: 'した', parent: 'office-move' });
  expect(topics.find(({ id }) => id === 'office-move')).toMatchObject({ parent: null });
});

it('follows what is published', async () => {
  const read = await open({});
  expect((await read()).questions.some(({ id }) => id === 'mmmm2222')).toBe(false);
  repository.write(qaPath('mmmm2222'), members);
  repository.commit('Add one');
  expect((await read()).questions.some(({ id }) => id === 'mmmm2222')).toBe(true);
});

it('leaves a broken file in by its id and goes on with the others', async () => {
  const read = await open({ [qaPath('bbbb2222')]: '---\nquestion: [\n---\n', [qaPath('mmmm2222')]: members });
  expect((await read()).questions.map(({ id, question }) => [id, question])).toContainEqual(['bbbb2222', 'bbbb2222']);
  expect((await read()).questions.some(({ id }) => id === 'mmmm2222')).toBe(true);
});

it('is for nobody who is not signed in', async () => {
  repository = makeRepository({ files: { [qaPath('mmmm2222')]: members } });
  const file = path.join(repository.folder, 'accounts.yaml');
  await writeAccounts(file, [
    {
      login: 'aiko',
      name: '岐阜愛子',
      role: 'editor',
      groups: ['gifu'],
      password: await hashCheaply('長い合言葉です2026年'),
    },
  ]);
  server = await startServer({
    root: repository.root,
    address: 'https://kenjinkai.example.jp',
    access: { mode: 'accounts', file },
  });
  const visitor = server.visitor();
  await visitor.open();
  const refused = await visitor.act('catalogue', {});
  expect(refused.status).toBe(401);
  expect(refused.text).not.toContain('会員だけが読む');
  await visitor.login('aiko', '長い合言葉です2026年');
  expect((await visitor.act('catalogue', {})).text).toContain('会員だけが読む');
});
