import { afterEach, beforeEach, expect, it } from 'vitest';
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
  await server.close();
  repository.remove();
});

const phone = '担当は 0575-12-3456 です。';
const reason = '県の公式サイトに載っている代表番号のため';
const withBody = (body: string): string =>
  qaText('cccc4444', { question: '仮庁舎の電話番号は、どうやって知らせればよいですか。', body });
const save = (body: string, more: object = {}) =>
  visitor.act('persistEntry', saveQa('cccc4444', withBody(body), { revision: null, ...more }));
const heads = (): string => repository.git('for-each-ref', '--format=%(refname) %(objectname)');

it.each([
  ['code', '{process.exit()}', /./],
  ['an import', 'import x from "y"\n\n本文', /./],
  ['an unknown component', '<Unknown />', /./],
  ['a script', '<script>alert(1)</script>', /./],
])('refuses %s in the text, in a draft too, and writes nothing', async (_name, body) => {
  const before = heads();
  const refused = await save(body);
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({
    code: 'content',
    error: expect.stringMatching(/[ぁ-ん]/),
    findings: expect.arrayContaining([
      expect.objectContaining({ path: qaPath('cccc4444'), severity: 'error', privacy: false }),
    ]),
  });
  expect(heads()).toBe(before);
});

it('refuses a field that the build would refuse, and names it', async () => {
  const refused = await visitor.act(
    'persistEntry',
    saveQa('cccc4444', withBody('本文').replace(/^question: .*$/m, 'question: 短い'), { revision: null }),
  );
  expect(refused.body).toMatchObject({
    code: 'content',
    findings: [expect.objectContaining({ field: expect.stringContaining('質問') })],
  });
});

it('refuses a reference to what is not there', async () => {
  const related = withBody('本文').replace('provenance: sample', 'provenance: sample\nrelated:\n  - zzzz9999');
  expect((await visitor.act('persistEntry', saveQa('cccc4444', related, { revision: null }))).body).toMatchObject({
    code: 'content',
  });
});

it('lets a phone number through with a reason only, and keeps the reason', async () => {
  const refused = await save(phone);
  expect(refused.body).toMatchObject({
    code: 'content',
    findings: [expect.objectContaining({ privacy: true, overridable: true })],
  });
  expect(refused.text).not.toContain('0575');
  const saved = await save(phone, { reason });
  expect(saved.status).toBe(200);
  expect(repository.git('log', '-1', '--format=%b', 'cms/qa/gifu/cccc4444')).toContain(
    `CMS-Privacy-Exception: ${qaPath('cccc4444')} phone 1 `,
  );

  const revision = (saved.body as { revisions: Record<string, string> }).revisions[qaPath('cccc4444')];
  const again = await visitor.act('persistEntry', saveQa('cccc4444', withBody(`${phone}\n\n続き。`), { revision }));
  expect(again.status).toBe(200);
  const two = await visitor.act(
    'persistEntry',
    saveQa('cccc4444', withBody(`${phone}\n\nもう一つは 058-234-5678 です。`), {
      revision: (again.body as { revisions: Record<string, string> }).revisions[qaPath('cccc4444')],
    }),
  );
  expect(two.status).toBe(422);

  await makeReady(visitor, 'cccc4444');
  expect((await visitor.act('publishUnpublishedEntry', draftOf('cccc4444'))).status).toBe(200);
  expect(repository.git('show', 'main:content/privacy-exceptions.yaml')).toContain(reason);
  expect(repository.git('log', '-1', '--format=%b', 'main')).toContain(reason);
  expect(repository.git('status', '--porcelain')).toBe('');
});

it('takes the judgement away with the entry', async () => {
  await save(phone, { reason, useWorkflow: false });
  expect(repository.git('show', 'main:content/privacy-exceptions.yaml')).toContain(qaPath('cccc4444'));
  const revision = await revisionOf(visitor, qaPath('cccc4444'));
  expect(
    (await visitor.act('deleteFiles', { paths: [qaPath('cccc4444')], revisions: { [qaPath('cccc4444')]: revision } }))
      .status,
  ).toBe(200);
  expect(repository.git('show', 'main:content/privacy-exceptions.yaml')).not.toContain(qaPath('cccc4444'));
});

it.each([
  ['a My Number', '番号は 123456789018 です。'],
  ['外字', '名前は \uE000 です。'],
])('never lets %s through, whatever the reason', async (_name, body) => {
  const refused = await save(body, { reason });
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({ findings: [expect.objectContaining({ privacy: true, overridable: false })] });
});

it('says of what only looks like a My Number that it can stay, as form and check do', async () => {
  const refused = await save('個人番号 123456789012、電話 090-1234-5678 です。');
  const [phone, number] = (refused.body as { findings: { rule: string; overridable: boolean }[] }).findings;
  expect(phone).toMatchObject({ rule: 'personal-information/phone', overridable: true });
  expect(number).toMatchObject({ rule: 'personal-information/my-number', overridable: true });
});

it('checks again what it publishes, against the site as it is then', async () => {
  const related = withBody('本文').replace('provenance: sample', 'provenance: sample\nrelated:\n  - bbbb3333');
  await visitor.act('persistEntry', saveQa('cccc4444', related, { revision: null }));
  await makeReady(visitor, 'cccc4444');
  const path = qaPath('bbbb3333', 'aichi');
  await visitor.act('deleteFiles', { paths: [path], revisions: { [path]: await revisionOf(visitor, path) } });
  const before = repository.git('rev-parse', 'main');
  expect((await visitor.act('publishUnpublishedEntry', draftOf('cccc4444'))).body).toMatchObject({ code: 'content' });
  expect(repository.git('rev-parse', 'main')).toBe(before);
});
