import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkImages, listImages } from '../../../src/loader/check-images.ts';
import { makeSamples } from '../images/sample-images.ts';

const drawing = (await makeSamples()).find(({ name }) => name === 'photo.png')?.bytes ?? new Uint8Array();
let root = '';

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'check-images-'));
});

afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, bytes: string | Uint8Array = drawing): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), bytes);
}

it('has nothing to say where there is no folder', async () => {
  expect(await checkImages(root)).toEqual({ addresses: new Set(), count: 0, findings: [] });
});

it('looks at every folder below, and leaves what maintainers put beside them', async () => {
  write('public/images/plan.png');
  write('public/images/2026/deep/plan.png');
  write('public/media/plan.png');
  write('public/icon.svg', '<svg/>');
  expect(await checkImages(root)).toEqual({
    addresses: new Set(['/images/plan.png', '/images/2026/deep/plan.png', '/media/plan.png']),
    count: 3,
    findings: [],
  });
  expect(await listImages(root)).toHaveLength(3);
});

it('names every file that is no clean image', async () => {
  write('public/images/a.svg', '<svg onload="alert(1)"/>');
  write('public/images/2026/.htaccess', 'AddHandler x .png');
  write('public/images/b.PNG');
  write('public/images/c.png', Buffer.concat([drawing, Buffer.from('<script>')]));
  write('public/media/d.html', '<script>');
  write('public/images/e.png', Buffer.alloc(6 * 1024 * 1024));
  const { findings } = await checkImages(root);
  expect(findings.map(({ file }) => file)).toEqual([
    'public/images/2026/.htaccess',
    'public/images/a.svg',
    'public/images/b.PNG',
    'public/images/c.png',
    'public/images/e.png',
    'public/media/d.html',
  ]);
  expect(await listImages(root)).toEqual(['public/images/c.png', 'public/images/e.png']);
});

it('never follows a link, which the build would', async () => {
  write('secret.png');
  write('secrets/a.png');
  mkdirSync(path.join(root, 'public/images'), { recursive: true });
  symlinkSync('../../secret.png', path.join(root, 'public/images/link.png'));
  symlinkSync('../../secrets', path.join(root, 'public/images/folder'));
  symlinkSync('../secrets', path.join(root, 'public/media'));
  const { findings } = await checkImages(root);
  expect(findings.map(({ file, message }) => [file, /参照/.test(message)])).toEqual([
    ['public/images/folder', true],
    ['public/images/link.png', true],
    ['public/media', true],
  ]);
  expect(await listImages(root)).toEqual([]);
});
