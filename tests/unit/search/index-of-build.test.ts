import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startIndex } from '../../../src/search/indexing/index-of-build.ts';
import { manifestFile, type Manifest } from '../../../src/search/index-format.ts';
import { answer, makeDocument } from './memory-index.ts';

const documents = [
  makeDocument({ id: 'move', question: '庁舎の引越し業者はいつ決めますか', sections: answer('半年前に決めます。') }),
  makeDocument({ id: 'plan', question: '庁舎の引越しの計画はいつ立てますか', sections: answer('一年前に立てます。') }),
  makeDocument({ id: 'dog', question: '犬の登録の届出', sections: answer('窓口で受け付けます。') }),
];
let folder = '';

beforeEach(async () => (folder = await mkdtemp(path.join(tmpdir(), 'index-of-build-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

it('tells related questions and writes the index', async () => {
  const index = startIndex({ documents, vocabulary: [], places: [], folder: path.join(folder, 'index') });
  expect((await index.related()).get('move')).toEqual(['plan']);
  expect((await index.related()).get('dog')).toEqual([]);
  expect(await index.written()).toMatchObject({ documents: 3, textsRead: 3 });
  expect((JSON.parse(await readFile(path.join(folder, 'index', manifestFile), 'utf8')) as Manifest).documents).toBe(3);
});

it('lets those who wait know when the index cannot be written', async () => {
  await writeFile(path.join(folder, 'file'), '');
  const index = startIndex({ documents, vocabulary: [], places: [], folder: path.join(folder, 'file', 'index') });
  await expect(index.written()).rejects.toThrow();
});
