import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftOf, saveQa } from './requests.ts';
import { makeRepository, qaPath, qaText, type SampleRepository } from './sample-repository.ts';
import { startServer, type SampleServer, type Visitor } from './sample-server.ts';

let repository: SampleRepository;
let server: SampleServer;
let visitor: Visitor;

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  repository = makeRepository({ files: { 'public/images/plan.png': 'x', [qaPath('eeee7777')]: other } });
});

afterEach(async () => {
  await server.close();
  repository.remove();
  vi.restoreAllMocks();
});

const other = qaText('eeee7777', { question: '仮庁舎の鍵は、だれがどこで預かればよいですか。' });
const newText = qaText('aaaa2222', { question: '庁舎の引越しで、荷物の量はどうやって数えればよいですか。' });

async function start(): Promise<void> {
  server = await startServer({ root: repository.root });
  visitor = server.visitor();
  await visitor.open();
}

/** Overwrites the middle of an object's file, as a failing disk does. */
function damage(name: string): string {
  const id = repository.git('rev-parse', name);
  const file = path.join(repository.root, '.git/objects', id.slice(0, 2), id.slice(2));
  const bytes = readFileSync(file);
  chmodSync(file, 0o644);
  writeFileSync(file, Buffer.concat([bytes.subarray(0, 6), Buffer.alloc(bytes.length, 0x55)]));
  return id;
}

const list = async () =>
  (await visitor.act('entriesByFolder', { folder: 'content/qa', extension: 'mdx', depth: 2 })).body as {
    data: string | null;
    file: { path: string };
    error?: string;
  }[];

describe('a damaged text of an entry', () => {
  it('is named in the list, which has all the others', async () => {
    damage(`main:${qaPath('aaaa2222')}`);
    await start();
    const entries = await list();
    expect(
      entries
        .filter(({ data }) => data !== null)
        .map(({ file }) => file.path)
        .sort(),
    ).toEqual([qaPath('bbbb3333', 'aichi'), qaPath('eeee7777')]);
    expect(entries.find(({ data }) => data === null)).toMatchObject({
      file: { path: qaPath('aaaa2222') },
      error: expect.stringContaining(qaPath('aaaa2222')),
    });
    expect(await visitor.act('getEntry', { path: qaPath('aaaa2222') })).toMatchObject({
      status: 500,
      body: { error: expect.stringContaining(qaPath('aaaa2222')) },
    });
  });

  it('keeps nobody from saving and publishing others, even those that refer to it', async () => {
    damage(`main:${qaPath('aaaa2222')}`);
    await start();
    const text = other.replace('provenance:', 'related:\n  - aaaa2222\nprovenance:');
    const revision = repository.git('rev-parse', `main:${qaPath('eeee7777')}`);
    const saved = await visitor.act('persistEntry', saveQa('eeee7777', text, { revision, useWorkflow: false }));
    expect(saved.status, saved.text).toBe(200);
  });

  it.each([
    ['as a draft', true],
    ['at once', false],
  ])('is healed by saving the entry anew %s', async (_way, useWorkflow) => {
    const revision = damage(`main:${qaPath('aaaa2222')}`);
    await start();
    await list();
    const saved = await visitor.act('persistEntry', saveQa('aaaa2222', newText, { revision, useWorkflow }));
    expect(saved.status, saved.text).toBe(200);
    if (!useWorkflow) expect((await list()).every(({ error }) => error === undefined)).toBe(true);
  });

  it('is healed by saving the very same text', async () => {
    const revision = repository.git('rev-parse', `main:${qaPath('aaaa2222')}`);
    const text = repository.git('show', `main:${qaPath('aaaa2222')}`);
    damage(`main:${qaPath('aaaa2222')}`);
    await start();
    await list();
    const saved = await visitor.act('persistEntry', saveQa('aaaa2222', `${text}\n`, { revision, useWorkflow: false }));
    expect(saved.status, saved.text).toBe(200);
    expect((await list()).every(({ error }) => error === undefined)).toBe(true);
    repository.git('fsck', '--strict');
  });
});

describe('a damaged draft', () => {
  const second = qaText('dddd5555', { question: '引越しの日の駐車場は、どこに何台分を取ればよいですか。' });

  async function saveDrafts(): Promise<void> {
    await start();
    for (const [id, text] of [
      ['cccc4444', newText.replace('aaaa2222', 'cccc4444')],
      ['dddd5555', second],
    ] as const) {
      const { status, text: answer } = await visitor.act('persistEntry', saveQa(id, text, { revision: null }));
      expect(status, answer).toBe(200);
    }
    await server.close();
  }

  it.each([
    ['text', `cms/qa/gifu/cccc4444:${qaPath('cccc4444')}`],
    ['folder', 'cms/qa/gifu/cccc4444:content/qa/gifu'],
    ['commit', 'cms/qa/gifu/cccc4444'],
  ])(
    'with an unreadable %s is named on the board, which has all the others, and is healed by a save',
    async (_kind, name) => {
      await saveDrafts();
      damage(name);
      await start();
      const board = (await visitor.act('unpublishedBoard')).body as {
        id: string;
        data: string | null;
        error?: string;
      }[];
      expect(board.find(({ id }) => id === 'qa/gifu/dddd5555')?.data).toBe(second);
      expect(board.find(({ id }) => id === 'qa/gifu/cccc4444')?.error).toContain('cccc4444');
      expect((await visitor.act('unpublishedEntries')).body).toContain('qa/gifu/dddd5555');
      const revision = (board.find(({ id }) => id === 'qa/gifu/dddd5555') as unknown as { diffs: { id: string }[] })
        .diffs[0]?.id;
      expect(
        (await visitor.act('persistEntry', saveQa('dddd5555', second.replace('何台分', '何台'), { revision }))).status,
      ).toBe(200);

      const current = _kind === 'text' ? repository.git('rev-parse', name) : null;
      const saved = await visitor.act(
        'persistEntry',
        saveQa('cccc4444', newText.replace('aaaa2222', 'cccc4444').replace('荷物', '荷'), { revision: current }),
      );
      expect(saved.status, saved.text).toBe(200);
      expect((await visitor.act('unpublishedEntry', draftOf('cccc4444'))).status).toBe(200);
    },
  );
});

it('a damaged folder is named, and the others are listed', async () => {
  damage('main:content/qa/gifu');
  await start();
  const entries = await list();
  expect(entries.find(({ data }) => data !== null)?.file.path).toBe(qaPath('bbbb3333', 'aichi'));
  expect(entries.find(({ error }) => error !== undefined)?.file.path).toBe('content/qa/gifu');
});

it('pictures are listed without their bytes, a damaged one among them, and read one by one', async () => {
  repository.write('public/images/good.png', 'good');
  repository.commit('image');
  damage('main:public/images/plan.png');
  await start();
  const media = (await visitor.act('getMedia', { mediaFolder: 'public/images' })).body as Record<string, unknown>[];
  expect(media.map(({ name }) => name)).toEqual(['good.png', 'plan.png']);
  expect(media[0]).toMatchObject({ size: 4 });
  expect(media.every((file) => !('content' in file))).toBe(true);
  expect((await visitor.act('getMediaFile', { path: 'public/images/good.png' })).body).toMatchObject({
    content: Buffer.from('good').toString('base64'),
  });
  expect(await visitor.act('getMediaFile', { path: 'public/images/plan.png' })).toMatchObject({
    status: 500,
    body: { error: expect.stringContaining('plan.png') },
  });
});
