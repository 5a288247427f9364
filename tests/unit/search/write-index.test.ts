import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { prepareIndex } from '../../../src/search/indexing/prepare-index.ts';
import { writeIndex } from '../../../src/search/indexing/write-index.ts';
import type { DisplayDocument, Facets, Manifest } from '../../../src/search/record.ts';
import type { VocabularyBase, VocabularyPart } from '../../../src/search/vocabulary.ts';
import { answer, makeDocument } from './memory-index.ts';

const days = ['2024-03-01', '2021-01-01', '2025-12-31', '2023-06-15'];
const documents = days.map((date, place) =>
  makeDocument({ id: `q${place}`, date, question: `庁舎の移転${place}について`, aliases: ['ひみつの言い換え'], sections: answer('業者は半年前に決めます。'), filters: { year: [date.slice(0, 4)] } }),
);
let folder = '';
let manifest: Manifest;
const read = async <T>(file: string) => JSON.parse(await readFile(path.join(folder, file), 'utf8')) as T;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'write-index-'));
  manifest = await writeIndex(prepareIndex(documents, [{ synonyms: [{ words: ['引越し', '移転'], strength: 'same' }, { words: ['犬'], to: ['畜犬'], strength: 'near' }] }]), folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('numbers pages in Pagefind by date, oldest first', async () => {
  const meta = gunzipSync(await readFile(path.join(folder, (await readdir(folder)).find((file) => file.endsWith('.pf_meta')) ?? ''))).toString('latin1');
  const names = [...meta.matchAll(/unknown_[0-9a-f]{7,}/g)].map((match) => match[0]).slice(0, documents.length);
  const ids = await Promise.all(names.map(async (name) => (await read<DisplayDocument>(`documents/${name}.json`)).id));
  expect(ids).toEqual(['q1', 'q3', 'q0', 'q2']);
});

it('lists what pages can be filtered by, in the same order', async () => {
  const facets = await read<Facets>(manifest.facets);
  expect(facets.pages['year']?.map(([place = -1]) => facets.values['year']?.[place])).toEqual(['2021', '2023', '2024', '2025']);
});

it('shows no alias', async () => {
  for (const file of await readdir(path.join(folder, 'documents'))) expect(await readFile(path.join(folder, 'documents', file), 'utf8')).not.toContain('ひみつ');
});

it('leaves out words that lead to no page', async () => {
  const base = await read<VocabularyBase>(manifest.vocabulary);
  const parts = await Promise.all(base.parts.map(([, file]) => read<VocabularyPart>(file)));
  const leadsFrom = (word: string) => parts.flatMap((part) => part.synonyms).filter(([, words]) => words.includes(word)).flatMap(([, , to]) => to ?? []);
  expect(leadsFrom('引越し')).toEqual(['移転']);
  expect(leadsFrom('犬')).toEqual([]);
  expect(JSON.stringify(parts)).not.toContain('畜犬');
});

it('carries no user interface of Pagefind', async () => {
  const files = await readdir(folder);
  expect(files.filter((file) => /ui|highlight|worker/.test(file))).toEqual([]);
  expect(files).not.toContain('fragment');
});

it('changes its version with its content', async () => {
  const other = await mkdtemp(path.join(tmpdir(), 'write-index-'));
  const changed = await writeIndex(prepareIndex(documents.map((document) => ({ ...document, question: `${document.question}。` })), []), other);
  await rm(other, { recursive: true, force: true });
  expect(changed.version).not.toBe(manifest.version);
});
