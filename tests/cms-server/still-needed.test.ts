import { afterEach, beforeEach, expect, it } from 'vitest';
import { revisionOf, saveQa } from './requests.ts';
import { makeRepository, qaPath, qaText, type SampleRepository } from './sample-repository.ts';
import { startServer, type SampleServer, type Visitor } from './sample-server.ts';

/** Whoever may not delete something is told by name and address who uses it, and from where it has to go. */
let repository: SampleRepository;
let server: SampleServer;
let visitor: Visitor;
const image = 'public/images/plan.png';
const askedAfter = '開庁日の朝は、どんな順番で窓口を開ければよいですか。';

beforeEach(async () => {
  const shown = `<Figure src="/images/plan.png" alt="平面図" width="10" height="10" />`;
  repository = makeRepository({
    files: {
      [qaPath('bbbb3333', 'aichi')]: qaText('bbbb3333', {
        group: 'aichi',
        question: askedAfter,
        extra: 'related:\n  - aaaa2222\n',
      }),
      [qaPath('dddd5555', 'aichi')]: qaText('dddd5555', {
        group: 'aichi',
        question: '図面はどこに置けばよいですか。',
        body: shown,
      }),
      [image]: 'picture',
    },
  });
  server = await startServer({ root: repository.root, access: { mode: 'loopback', name: '岐阜花子' } });
  visitor = server.visitor();
  await visitor.open();
});

afterEach(async () => {
  await server.close();
  repository.remove();
});

async function refusal(file: string): Promise<Refused> {
  const revisions = file === image ? {} : { [file]: await revisionOf(visitor, file) };
  const { status, body } = await visitor.act('deleteFiles', { paths: [file], revisions, options: {} });
  expect(status).toBe(422);
  return body as Refused;
}

it('names the question that counts another one as related', async () => {
  const { error, referrers } = await refusal(qaPath('aaaa2222'));
  expect(referrers).toEqual([
    { path: qaPath('bbbb3333', 'aichi'), title: askedAfter, collection: 'qa', slug: 'aichi/bbbb3333' },
  ]);
  expect(error).toContain(`「${askedAfter}」`);
  expect(error).toContain('関連する質問');
});

it('names the question that shows an image, and does not speak of related questions', async () => {
  const { error, referrers } = await refusal(image);
  expect(referrers).toMatchObject([{ title: '図面はどこに置けばよいですか。', slug: 'aichi/dddd5555' }]);
  expect(error).toContain('画像');
  expect(error).not.toContain('関連する質問');
});

it('names the questions of a topic, and speaks of topics', async () => {
  const { error, referrers } = await refusal('content/topics/office-move.yaml');
  expect(referrers.length).toBeGreaterThan(1);
  expect(error).toContain('話題');
  expect(error).not.toMatch(/状態|関連する質問/);
});

it('names the question that a save would break, by a former address that the save drops', async () => {
  const former = 'redirectFrom:\n  - /q/eeee6666/\n';
  const link = '前は[ここ](/q/eeee6666/)にありました。';
  const linking = '以前の案内はどこで読めますか。';
  const save = (id: string, text: string, revision: string | null) =>
    visitor.act('persistEntry', saveQa(id, text, { revision, useWorkflow: false }));
  const kept = await save(
    'aaaa2222',
    qaText('aaaa2222', { extra: former }),
    await revisionOf(visitor, qaPath('aaaa2222')),
  );
  expect(kept.status).toBe(200);
  expect((await save('ffff7777', qaText('ffff7777', { question: linking, body: link }), null)).status).toBe(200);
  const revision = await revisionOf(visitor, qaPath('aaaa2222'));
  expect(await save('aaaa2222', qaText('aaaa2222'), revision)).toMatchObject({
    status: 422,
    body: {
      findings: [{ path: qaPath('ffff7777'), entry: { title: linking, collection: 'qa', slug: 'gifu/ffff7777' } }],
    },
  });
});

interface Refused {
  error: string;
  referrers: { path: string; title: string; collection?: string; slug?: string }[];
}
