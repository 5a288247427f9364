import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

const reason = '県の代表番号として公式サイトに載っているため';
const question = '仮庁舎の電話番号は、どうやって知らせればよいですか。';
const withBody = (body: string, group = 'gifu'): string => qaText('cccc4444', { question, body, group });
const file = qaPath('cccc4444');
const save = (body: string, more: object = {}) =>
  visitor.act('persistEntry', saveQa('cccc4444', withBody(body), { revision: null, ...more }));
const revision = (answer: { body: unknown }): string =>
  Object.values((answer.body as { revisions: Record<string, string> }).revisions)[0] ?? '';
const recorded = (): string => repository.git('show', 'main:content/privacy-exceptions.yaml');
const publish = async () => {
  await makeReady(visitor, 'cccc4444');
  return visitor.act('publishUnpublishedEntry', draftOf('cccc4444'));
};
/** The content check of a clone, as it runs before a build and in CI. */
const check = (): { status: number; out: string } => {
  repository.git('reset', '-q', '--hard', 'main');
  try {
    return {
      status: 0,
      out: execFileSync(
        process.execPath,
        ['src/cli/lint-content.ts', '--root', repository.root, '--today', '2027-01-01'],
        { encoding: 'utf8' },
      ),
    };
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    return { status, out: stdout };
  }
};

describe.each([true, false])('a reason (workflow: %s)', (useWorkflow) => {
  it.each([
    ['phone', '代表は 058-272-1111 です。', '代表は 058-234-5678 です。'],
    ['mail', '窓口は soumu@example-city.jp です。', '窓口は tanaka.taro@example-city.jp です。'],
    ['name', '担当は田中さんです。', '担当は鈴木さんです。'],
  ])('covers the %s it was given for and no other in its place', async (_kind, judged, other) => {
    const first = await save(judged, { reason, useWorkflow });
    expect(first.status).toBe(200);
    const swapped = await save(other, { revision: revision(first), useWorkflow });
    expect(swapped.status).toBe(422);
    expect(swapped.body).toMatchObject({
      code: 'content',
      findings: [expect.objectContaining({ privacy: true, overridable: true })],
    });
    const kept = await save(`${judged}\n\n続きの文。`, { revision: revision(first), useWorkflow });
    expect(kept.status).toBe(200);
  });

  it('knows the number however it is written', async () => {
    const first = await save('代表は 058-272-1111 です。', { reason, useWorkflow });
    expect((await save('代表は ０５８（272）１１１１ です。', { revision: revision(first), useWorkflow })).status).toBe(
      200,
    );
  });

  it('does not reach a number that hides behind one that was judged', async () => {
    const first = await save('代表は 058-272-1111 です。', { reason, useWorkflow });
    const hidden = await save('{/* 058-272-1111 */}\n\n代表は 058&#45;234&#45;5678 です。', {
      revision: revision(first),
      useWorkflow,
    });
    expect(hidden.status).toBe(422);
  });

  it('does not reach what stands behind a thousand others', async () => {
    const many = '代表は 058-272-1111 です。\n\n'.repeat(1_001);
    const refused = await save(`${many}担当は 058-234-5678 です。`, { reason, useWorkflow });
    expect(refused.status).toBe(422);
  });
});

it('never writes the value down, and gives no two marks alike', async () => {
  await save('代表は 058-272-1111 です。', { reason, useWorkflow: false });
  const other = qaText('dddd5555', {
    question: '引越しの当日、職員は何人いれば足りますか。',
    body: '代表は 058-272-1111 です。',
  });
  await visitor.act('persistEntry', saveQa('dddd5555', other, { revision: null, reason, useWorkflow: false }));
  const marks = [...recorded().matchAll(/value: (\S+)/g)].map(([, mark]) => mark);
  expect(new Set(marks).size).toBe(2);
  expect(recorded().replace(/\D/g, '')).not.toContain('0582721111');
  expect(repository.git('log', '--format=%B').replace(/\D/g, '')).not.toContain('0582721111');
});

it('holds in the content check of a clone, and only for its value', async () => {
  await save('代表は 058-272-1111 です。', { reason });
  expect((await publish()).status).toBe(200);
  expect(check()).toMatchObject({ status: 0 });
  repository.write(file, withBody('代表は 058-234-5678 です。'));
  repository.commit('手元で差し替え');
  const swapped = check();
  expect(swapped.status).toBe(1);
  expect(swapped.out).toContain('電話番号のように見える');
  expect(swapped.out).toContain('認めた値は、もうこのファイルにありません。この例外を消してください。');
  expect(swapped.out).not.toContain('234-5678');
});

it('does not take an old record without a mark for a judgement', async () => {
  repository.write(
    'content/privacy-exceptions.yaml',
    `- file: ${file}\n  kind: phone\n  reason: ${reason}\n  date: 2026-07-01\n`,
  );
  repository.write(file, withBody('代表は 058-272-1111 です。'));
  repository.commit('前の形');
  const old = check();
  expect(old.status).toBe(1);
  expect(old.out).toContain('npm run judge');
  const again = await save('代表は 058-272-1111 です。続き。', {
    revision: await revisionOf(visitor, file),
    useWorkflow: false,
  });
  expect(again.status).toBe(422);
  const judged = await save('代表は 058-272-1111 です。続き。', {
    revision: await revisionOf(visitor, file),
    useWorkflow: false,
    reason,
  });
  expect(judged.status).toBe(200);
  expect(check()).toMatchObject({ status: 0 });
});

it('goes with its value: along when the entry moves, out of the record when it is gone', async () => {
  const first = await save('代表は 058-272-1111 です。', { reason });
  const moved = await visitor.act(
    'persistEntry',
    saveQa('cccc4444', withBody('代表は 058-272-1111 です。', 'aichi'), { revision: revision(first) }),
  );
  expect(moved.status).toBe(200);
  expect((await publish()).status).toBe(200);
  expect(recorded()).toContain(qaPath('cccc4444', 'aichi'));
  expect(check()).toMatchObject({ status: 0 });

  const back = await save('代表は 058-272-1111 です。', { revision: revision(moved), useWorkflow: false });
  expect(back.status).toBe(200);
  expect(recorded()).toContain(file);
  expect(check()).toMatchObject({ status: 0 });

  expect((await save('番号は載せません。', { revision: revision(back), useWorkflow: false })).status).toBe(200);
  expect(recorded()).not.toContain('cccc4444');
});

it('shows whoever reviews a draft what was judged, why and where', async () => {
  const judged = await save('代表は 058-272-1111 です。', { reason });
  const expected = [
    {
      kind: 'phone',
      label: '電話番号',
      reason,
      count: 1,
      by: '岐阜花子',
      isNew: true,
      places: [{ line: expect.any(Number) }],
    },
  ];
  for (const answer of [
    await visitor.act('unpublishedEntry', draftOf('cccc4444')),
    await visitor.act('unpublishedBoard'),
  ]) {
    const draft = Array.isArray(answer.body) ? (answer.body[0] as object) : answer.body;
    expect(draft).toMatchObject({ judgements: expected });
    expect(JSON.stringify((draft as { judgements: object }).judgements)).not.toMatch(/272|[0-9a-f]{32}/);
  }
  const added = await save('代表は 058-272-1111、夜間は 058-234-5678 です。', {
    revision: revision(judged),
    reason: '夜間の窓口も公式サイトにあるため',
  });
  expect(added.status).toBe(200);
  expect((await visitor.act('unpublishedEntry', draftOf('cccc4444'))).body).toMatchObject({
    judgements: [{ reason }, { reason: '夜間の窓口も公式サイトにあるため' }],
  });
  expect((await publish()).body).toMatchObject({
    judgements: [{ reason }, { reason: '夜間の窓口も公式サイトにあるため' }],
  });

  const later = await save('代表は 058-272-1111、夜間は 058-234-5678 です。追記。', { revision: revision(added) });
  expect(later.status).toBe(200);
  expect((await visitor.act('unpublishedEntry', draftOf('cccc4444'))).body).toMatchObject({
    judgements: [{ isNew: false }, { isNew: false }],
  });
});
