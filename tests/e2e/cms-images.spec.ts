import { expect, test, type Page } from '@playwright/test';
import { imageWords as words } from '../../cms/admin/image/words.ts';
import { cleanImage } from '../../src/images/clean-image.ts';
import { insert, jpegSegment, makeExif, planted } from '../unit/images/plant-metadata.ts';
import { decode, makeSamples } from '../unit/images/sample-images.ts';
import { AdminPage, type GivenFile } from './pages/admin-page.ts';
import { openCmsSite, type CmsSite } from './setup/cms-site.ts';
import { sites } from './setup/sites.ts';
import { makePicture } from './setup/small-picture.ts';

/** Every way by which a picture enters the desk leads through the same preparation and the same sentences. */
let site: CmsSite;
let page: Page;
let admin: AdminPage;
let samples: Map<string, Uint8Array>;

test.describe.configure({ mode: 'default' });

test.beforeAll(async ({ browser }) => {
  samples = new Map((await makeSamples()).map(({ name, bytes }) => [name, bytes]));
  site = await openCmsSite({ port: 4495, site: sites.root.folder });
  page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  admin = new AdminPage(page, site.address);
  await admin.openList();
});

test.afterAll(async () => {
  await page.close();
  await site.close();
});

test('takes a photo as cameras name and write it into the library, upright and without its place', async () => {
  await admin.openImages();
  const [name = ''] = await added(1, () => choose({ ...photo(), name: '庁舎 写真①.JPG' }));
  expect(name).toMatch(/^[a-z0-9-]+\.jpg$/);
  const bytes = stored(name);
  expect(bytes.includes(planted)).toBe(false);
  expect(cleanImage(bytes)).toMatchObject({ isClean: true, size: { width: 64, height: 96 } });
});

test('keeps a picture that has the same name, and asks nothing', async () => {
  const plan = (width: number) => ({ name: 'plan.png', mimeType: 'image/png', buffer: makePicture(width, 20) });
  const [first = ''] = await added(1, () => choose(plan(30)));
  const [second = ''] = await added(1, () => choose(plan(40)));
  expect(admin.takeAsked()).toEqual([]);
  expect([(await decode(stored(first))).width, (await decode(stored(second))).width]).toEqual([30, 40]);
});

test('takes a picture under a wrong extension as what it is', async () => {
  const buffer = Buffer.from(samples.get('photo.png') ?? '');
  const [name] = await added(1, () => choose({ name: 'map.jpg', mimeType: 'image/jpeg', buffer }));
  expect(name).toMatch(/^map-[0-9a-f]{6}\.png$/);
});

test('takes what is dropped and pasted into the library', async () => {
  await added(2, () => admin.drop(admin.library(), [photo('dropped one.jpg'), photo('dropped two.jpg')]));
  const [name] = await added(1, () => admin.pasteFiles(admin.library(), [photo('pasted.jpg')]));
  expect(name).toMatch(/^pasted-/);
});

test('says in the library why it cannot take a file', async () => {
  await added(0, async () => {
    for (const [file, sentence] of unusable()) {
      await choose(file);
      await expect(admin.dialog(words.refused)).toContainText(sentence);
      await admin.dialog(words.refused).getByRole('button', { name: '閉じる' }).click();
    }
  });
});

test('says the same of what is dropped into a text', async () => {
  await admin.closeImages();
  await admin.openEntry('gifu/esurg3af');
  for (const [file, sentence] of unusable()) {
    await admin.drop(admin.editor('body'), [file]);
    await expect(page.getByText(sentence)).toBeVisible();
  }
  await expect(page.getByText('保存済', { exact: true })).toBeVisible();
});

test('says the same of what is chosen for a text', async () => {
  await page.getByRole('toolbar', { name: 'まとめ（本文）の書式' }).getByRole('button', { name: '画像' }).click();
  for (const [file, sentence] of unusable()) {
    await admin.dialog('画像').getByLabel('画像ファイル').setInputFiles(file);
    await expect(admin.dialog('画像').getByText(sentence)).toBeVisible();
  }
  await admin.dialog('画像').getByRole('button', { name: '入れる' }).click();
  await expect(admin.dialog('画像').getByText('別の画像ファイルを選んでください。')).toBeVisible();
  await admin.dialog('画像').getByRole('button', { name: 'やめる' }).click();
});

test('takes every picture that is dropped into a text, one after the other, and says which file is none', async () => {
  await admin.editor('body').click();
  await admin.drop(admin.editor('body'), [photo('one.jpg'), unusable()[0]?.[0] ?? photo(), photo('two.jpg')]);
  for (const name of ['one.jpg', 'two.jpg']) {
    await expect(admin.dialog('画像').getByText(`選んだ画像：${name}`)).toBeVisible();
    await admin.dialog('画像').getByLabel(/^説明/).fill(`庁舎の写真 ${name}`);
    await admin.dialog('画像').getByRole('button', { name: '入れる' }).click();
  }
  for (const name of ['one.jpg', 'two.jpg'])
    await expect(admin.preview().getByRole('img', { name: `庁舎の写真 ${name}` })).toHaveJSProperty(
      'naturalHeight',
      96,
    );
  await expect(page.getByText(unusable()[0]?.[1] ?? '')).toBeVisible();
});

test('stays at the form when a file is dropped beside the text, and says where pictures go', async () => {
  const address = page.url();
  await admin.drop(admin.field('質問'), [photo()]);
  await expect(admin.dialog(words.refused)).toContainText(words.noPlace);
  await admin.dialog(words.refused).getByRole('button', { name: '閉じる' }).click();
  await page.getByRole('toolbar', { name: 'まとめ（本文）の書式' }).getByRole('button', { name: '画像' }).click();
  await admin.drop(admin.dialog('画像').getByRole('heading'), [
    { ...photo('third.jpg'), buffer: Buffer.from(samples.get('progressive.jpg') ?? '') },
  ]);
  await admin.dialog('画像').getByLabel(/^説明/).fill('三枚目');
  await admin.dialog('画像').getByRole('button', { name: '入れる' }).click();
  await expect(admin.preview().getByRole('img', { name: '三枚目' })).toBeVisible();
  expect(page.url()).toBe(address);
  await admin.save();
  const images = site.git('diff', '--name-only', 'main', 'cms/qa/gifu/esurg3af', '--', 'public/images').split('\n');
  // The same picture twice is one file; the third is another.
  expect(images.map((image) => image.replace(/^.*esurg3af-|-[0-9a-f]{6}\.jpg$/g, ''))).toEqual(['one', 'third']);
  expect(
    site.git('show', 'cms/qa/gifu/esurg3af:content/qa/gifu/esurg3af.mdx').match(/<Figure src="\/images\/esurg3af-/g),
  ).toHaveLength(3);
});

test('puts a picture into the library after a form was open', async () => {
  await admin.openList();
  await admin.openImages();
  const [name] = await added(1, () => choose(photo('afterwards.jpg')));
  expect(name).toMatch(/^afterwards-/);
});

function photo(name = '写真.jpg'): GivenFile {
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), makeExif(6)]);
  const picture = samples.get('baseline.jpg') ?? new Uint8Array();
  const told = insert(picture, 2, jpegSegment(0xe1, exif), jpegSegment(0xfe, planted));
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(told) };
}

/** Files with the sentence that each gets, wherever it is put in. */
function unusable(): [GivenFile, string][] {
  const file = (name: string, mimeType: string, content: string | Uint8Array): GivenFile => ({
    name,
    mimeType,
    buffer: typeof content === 'string' ? Buffer.from(content, 'latin1') : Buffer.from(content),
  });
  const cut = (samples.get('photo.png') ?? new Uint8Array()).subarray(0, 400);
  const cutPhoto = (samples.get('baseline.jpg') ?? new Uint8Array()).subarray(0, 300);
  return [
    [file('要綱.pdf', 'application/pdf', '%PDF-1.7'), words.notImage('要綱.pdf')],
    [file('IMG_0001.HEIC', '', `\0\0\0\x18ftypheic\0\0\0\0mif1heic${'x'.repeat(99)}`), words.heic('IMG_0001.HEIC')],
    [file('film.gif', 'image/gif', samples.get('film.gif') ?? ''), words.animated('film.gif')],
    [file('図.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'), words.svg('図.svg')],
    [file('空.jpg', 'image/jpeg', ''), words.empty('空.jpg')],
    [file('文書.jpg', 'image/jpeg', 'PK\x03\x04word'), words.extension('文書.jpg', 'jpg')],
    [file('途中.png', 'image/png', cut), words.damaged('途中.png')],
    [file('途中.jpg', 'image/jpeg', cutPhoto), words.damaged('途中.jpg')],
    [file('大.jpg', 'image/jpeg', new Uint8Array(21 * 1_048_576)), words.large('大.jpg', 21)],
  ];
}

async function choose(file: GivenFile): Promise<void> {
  await admin.library().locator('input[type=file]').setInputFiles(file);
}

/** Names of the pictures that `bring` adds to the library, once there are so many. */
async function added(count: number, bring: () => Promise<void>): Promise<string[]> {
  const before = new Set(listStored());
  await bring();
  await expect.poll(() => listStored().length, { timeout: 20_000 }).toBe(before.size + count);
  return listStored().filter((name) => !before.has(name));
}

function listStored(): string[] {
  const paths = site.git('ls-tree', '--name-only', 'main', 'public/images/').split('\n');
  return paths.filter((path) => path !== '').map((path) => path.split('/').at(-1) ?? '');
}

function stored(name: string): Buffer {
  return site.readBlob(`main:public/images/${name}`);
}
