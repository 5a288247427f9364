import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { insert, jpegSegment, makeExif, planted, pngChunk } from '../unit/images/plant-metadata.ts';
import { makeSamples } from '../unit/images/sample-images.ts';
import { draftOf, makeReady, saveQa } from './requests.ts';
import { makeRepository, qaText, type SampleRepository } from './sample-repository.ts';
import { startServer, type SampleServer, type Visitor } from './sample-server.ts';

const samples = await makeSamples();
const sample = (name: string): Uint8Array => samples.find((one) => one.name === name)?.bytes ?? new Uint8Array();
const [photo, drawing] = [sample('baseline.jpg'), sample('photo.png')];
const exif = jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), makeExif(1)]));
const telling = insert(photo, 2, Buffer.alloc(9, 0xff), exif);
const asset = (path: string, bytes: Uint8Array) => ({
  path,
  content: Buffer.from(bytes).toString('base64'),
  encoding: 'base64',
});
const image = 'public/images/cccc4444-plan.jpg';
const text = qaText('cccc4444', {
  question: '仮庁舎の案内図は、どこに置けばよいですか。',
  body: '![案内図](/images/cccc4444-plan.jpg)',
});

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
  repository.git('fsck', '--strict');
  await server.close();
  repository.remove();
});

function stored(revision: string, path: string): Buffer {
  return execFileSync('git', ['cat-file', 'blob', `${revision}:${path}`], { cwd: repository.root });
}

/** Everything that Git keeps, unpacked: also what nothing refers to. */
function wholeRepository(): Buffer {
  const ids = repository.git('cat-file', '--batch-all-objects', '--batch-check=%(objectname)');
  return execFileSync('git', ['cat-file', '--batch'], { cwd: repository.root, input: `${ids}\n` });
}

it('takes a photo into the library and keeps nothing of what it told, not even in Git', async () => {
  const { status, body } = await visitor.act('persistMedia', { asset: asset('public/images/plan.jpg', telling) });
  expect(status).toBe(200);
  expect(body).toMatchObject({ name: 'plan.jpg', size: photo.length, content: Buffer.from(photo).toString('base64') });
  expect(stored('main', 'public/images/plan.jpg').equals(photo)).toBe(true);
  expect(wholeRepository().includes(planted)).toBe(false);
  // The same photo once more is the same image.
  expect((await visitor.act('persistMedia', { asset: asset('public/images/plan.jpg', telling) })).status).toBe(200);
});

it('does the same for an image that comes with an entry, as a draft and at once', async () => {
  const assets = [asset(image, telling)];
  const save = saveQa('cccc4444', text, { revision: null, assets });
  expect((await visitor.act('persistEntry', save)).status).toBe(200);
  expect((await visitor.act('persistEntry', save)).status).toBe(200);
  expect(stored('refs/heads/cms/qa/gifu/cccc4444', image).equals(photo)).toBe(true);
  const other = qaText('dddd5555', {
    question: '仮庁舎の配置図は、どこに置けばよいですか。',
    body: '![配置図](/images/dddd5555-plan.png)',
  });
  const direct = {
    revision: null,
    useWorkflow: false,
    assets: [asset('public/images/dddd5555-plan.png', insert(drawing, 33, pngChunk('tEXt', planted)))],
  };
  expect((await visitor.act('persistEntry', saveQa('dddd5555', other, direct))).status).toBe(200);
  expect(stored('main', 'public/images/dddd5555-plan.png').equals(drawing)).toBe(true);
  expect(wholeRepository().includes(planted)).toBe(false);
});

it('publishes the cleaned image of a branch that somebody made by hand', async () => {
  await makeDraftByHand(telling);
  expect((await visitor.act('publishUnpublishedEntry', draftOf('cccc4444'))).status).toBe(200);
  expect(stored('main', image).equals(photo)).toBe(true);
});

it.each([
  ['a page', Buffer.from('<script>alert(1)</script>'), /どれか/],
  ['an image that is cut off', photo.subarray(0, 700), /途中で切れて/],
  ['another format', drawing, /拡張子/],
])('publishes no branch that holds %s in place of the image', async (_, bytes, sentence) => {
  await makeDraftByHand(bytes);
  const main = repository.git('rev-parse', 'main');
  const refused = await visitor.act('publishUnpublishedEntry', draftOf('cccc4444'));
  expect(refused).toMatchObject({ status: 422, body: { code: 'content', error: expect.stringMatching(sentence) } });
  expect(repository.git('rev-parse', 'main')).toBe(main);
});

it.each(['x.svg', 'x.svg.png', 'x.html.png', 'x.png.html', 'x.PNG', '.png', 'x', 'y.php/x.png', 'x.svgz', 'x.pdf'])(
  'takes no image called %s, from anywhere',
  async (name) => {
    const path = `public/images/${name}`;
    const main = repository.git('rev-parse', 'main');
    const refused = [
      await visitor.act('persistMedia', { asset: asset(path, drawing) }),
      await visitor.act('persistEntry', saveQa('cccc4444', text, { revision: null, assets: [asset(path, drawing)] })),
    ];
    expect(refused.map(({ status }) => status)).toEqual([422, 422]);
    expect(repository.git('rev-parse', 'main')).toBe(main);
    expect(repository.git('for-each-ref', 'refs/heads/cms')).toBe('');
  },
);

/** A draft that is ready, its image replaced with Git alone. */
async function makeDraftByHand(bytes: Uint8Array): Promise<void> {
  await visitor.act('persistEntry', saveQa('cccc4444', text, { revision: null, assets: [asset(image, photo)] }));
  const branch = 'cms/qa/gifu/cccc4444';
  repository.git('worktree', 'add', '-q', `${repository.folder}/by-hand`, branch);
  writeFileSync(`${repository.folder}/by-hand/${image}`, bytes);
  repository.git('-C', `${repository.folder}/by-hand`, 'add', '-A');
  repository.git(
    '-C',
    `${repository.folder}/by-hand`,
    '-c',
    'user.name=a',
    '-c',
    'user.email=a@example.jp',
    'commit',
    '-q',
    '-m',
    'by hand',
  );
  repository.git('worktree', 'remove', '--force', `${repository.folder}/by-hand`);
  expect(await makeReady(visitor, 'cccc4444')).toBe(200);
}
