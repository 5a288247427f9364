import type * as files from 'node:fs/promises';
import { appendFile, cp, link, mkdir, mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeIndex, type IndexInput } from '../../../src/search/indexing/make-index.ts';
import { stateOf, type DocumentChanges } from '../../../src/search/indexing/kept-documents.ts';
import { putInPlace } from '../../../src/search/indexing/put-in-place.ts';
import { startIndex } from '../../../src/search/indexing/index-of-build.ts';
import { manifestFile, type IndexDocument } from '../../../src/search/index-format.ts';
import { suggestionsFile } from '../../../src/search/suggestions/record.ts';
import { answer, makeDocument } from './memory-index.ts';

/** What stands for a process that is killed before it renames or removes a file. */
const breakingOff = vi.hoisted(() => ({ stepsLeft: Infinity }));
vi.mock('node:fs/promises', async (load) => {
  const real = await load<typeof files>();
  const step = (): void => {
    if (breakingOff.stepsLeft === 0) throw new Error('broken off');
    breakingOff.stepsLeft -= 1;
  };
  return {
    ...real,
    rename: async (...given: Parameters<typeof real.rename>) => {
      step();
      await real.rename(...given);
    },
    rm: async (...given: Parameters<typeof real.rm>) => {
      step();
      await real.rm(...given);
    },
  };
});

const subjects = [
  '庁舎の引越し',
  '犬の登録',
  '粗大ごみの収集',
  '避難所の開設',
  '電子入札',
  '住民票の写し',
  '議会の中継',
];
const documents = Array.from({ length: 42 }, (_, number): IndexDocument => {
  const subject = subjects[number % subjects.length] ?? '';
  return makeDocument({
    id: `q${number}`,
    date: `20${10 + (number % 17)}-04-0${1 + (number % 9)}`,
    question: `${subject}は${number}年目にどうしますか`,
    aliases: [`${subject} 手順`, `${number}番目の相談`],
    summary: `${subject}は${number % 3 === 0 ? '業者に委託し' : '職員が行い'}ます。`,
    sections: answer(
      `${'担当者に聞きます。'.repeat(number)}${number % 3 === 0 ? 'ゾゴヌミペロタンク' : '電池'}の${subject}。`,
    ),
    filters: { year: [`20${10 + (number % 17)}`] },
    fields: [[`@topic/t${number % 5}`, 0.5]],
    addresses: [`/q/q${number}/`],
  });
});
const input: Omit<IndexInput, 'folder'> = {
  vocabulary: [
    {
      synonyms: [
        { words: ['引越し', '移転'], strength: 'same' },
        { words: ['犬'], to: ['畜犬'], strength: 'near' },
      ],
    },
  ],
  places: [{ kind: 'topic', name: '防災', kana: 'ぼうさい', url: '/topics/bosai/' }],
  site: {
    others: [makeDocument({ id: '/topics/bosai/', question: '防災', summary: '避難所などのこと。' })],
    names: [],
    unsearched: [{ url: '/', title: '県人会ナレッジ', addresses: ['/'] }],
  },
};
const changed = (number: number, change: Partial<IndexDocument>): IndexDocument => ({
  ...makeDocument({ id: `q${number}` }),
  ...documents[number],
  ...change,
});

let folder = '';
const at = (name: string) => path.join(folder, name);

beforeEach(async () => (folder = await mkdtemp(path.join(tmpdir(), 'make-index-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

async function readAll(root: string): Promise<Map<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files.sort().map(async (file) => [path.relative(root, file), await readFile(file, 'base64')] as const),
    ),
  );
}

async function applied(changes: Omit<DocumentChanges, 'since'>): Promise<IndexDocument[]> {
  const gone = new Set([...changes.removed, ...changes.documents.map(({ id }) => id)]);
  return Promise.resolve([...documents.filter(({ id }) => !gone.has(id)), ...changes.documents]);
}

describe('an index of what has changed', () => {
  const kinds: Record<string, Omit<DocumentChanges, 'since'>> = {
    'a new text': { documents: [changed(7, { summary: 'まったく別の要約です。' })], removed: [] },
    'a new question, with a word that no page had': {
      documents: [changed(8, { question: '畜犬の届出（ちくけん）はいつですか', aliases: [] })],
      removed: [],
    },
    'a new date and status': { documents: [changed(9, { date: '2026-01-01', prior: 0.7 })], removed: [] },
    'an entry more': { documents: [makeDocument({ id: 'new', question: '庁舎の引越しの費用は' })], removed: [] },
    'an entry less': { documents: [], removed: ['q11'] },
    'a loanword that now cuts the others': {
      documents: [1, 2, 3].map((number) => changed(number, { summary: 'ゾゴヌミは危険です。ペロタンク。' })),
      removed: [],
    },
    'several at once': {
      documents: [changed(0, { summary: '' }), changed(1, { question: '住民票（じゅうみんひょう）とは' })],
      removed: ['q2', 'q3', 'q41', 'never-there'],
    },
    'all entries gone': { documents: [], removed: documents.map(({ id }) => id) },
  };

  it.each(Object.entries(kinds))('is the same as one from nothing: %s', async (_, changes) => {
    await makeIndex({ ...input, documents, folder: at('site'), stateFolder: at('state') });
    const before = await readAll(at('site'));
    const since = await stateOf(at('state'));
    const made = await makeIndex({
      ...input,
      changes: { ...changes, since },
      folder: at('site'),
      stateFolder: at('state'),
    });
    expect(made.textsRead).toBeLessThan(documents.length);
    const now = await applied(changes);
    expect(made.documents).toBe(now.length);
    await makeIndex({ ...input, documents: now, folder: at('fresh') });
    const fresh = await readAll(at('fresh'));
    expect(fresh).not.toEqual(before);
    expect(await readAll(at('site'))).toEqual(fresh);
  });

  it('goes back to what it was with the changes', async () => {
    await makeIndex({ ...input, documents, folder: at('site'), stateFolder: at('state') });
    const before = await readAll(at('site'));
    for (const changes of Object.values(kinds).slice(0, 6)) {
      const since = await stateOf(at('state'));
      await makeIndex({ ...input, changes: { ...changes, since }, folder: at('site'), stateFolder: at('state') });
    }
    const made = await makeIndex({ ...input, documents, folder: at('site'), stateFolder: at('state') });
    expect(made.textsRead).toBeGreaterThan(0);
    expect(await readAll(at('site'))).toEqual(before);
  });

  it('reads only the texts that changed, also when it is given all', async () => {
    await makeIndex({ ...input, documents, folder: at('site'), stateFolder: at('state') });
    const now = await applied({ documents: [changed(5, { summary: '短い。' })], removed: ['q6'] });
    const made = await makeIndex({ ...input, documents: now, folder: at('site'), stateFolder: at('state') });
    expect(made).toMatchObject({ documents: 41, textsRead: 1 });
  });

  it('follows the vocabulary', async () => {
    await makeIndex({ ...input, documents, folder: at('site'), stateFolder: at('state') });
    const vocabulary = [{ synonyms: [{ words: ['けいたい', '担当者'], strength: 'same' as const }] }];
    await makeIndex({ ...input, vocabulary, documents, folder: at('site'), stateFolder: at('state') });
    await makeIndex({ ...input, vocabulary, documents, folder: at('fresh') });
    expect(await readAll(at('site'))).toEqual(await readAll(at('fresh')));
  });

  it('shows a text no more that was taken away, and finds the one in its place', async () => {
    await makeIndex({ ...input, documents, folder: at('site'), stateFolder: at('state') });
    const since = await stateOf(at('state'));
    const changes = { documents: [changed(7, { summary: '新しい要約です。' })], removed: ['q8'], since };
    await makeIndex({ ...input, changes, folder: at('site'), stateFolder: at('state') });
    const files = await readAll(at('site'));
    const texts = [...files].filter(([name]) => name.endsWith('.json')).map(([, text]) => atob(text));
    const isThere = (text: string) => texts.some((each) => Buffer.from(each, 'latin1').toString().includes(text));
    expect(isThere('新しい要約')).toBe(true);
    expect(isThere('"q8"')).toBe(false);
    expect(isThere('"q9"')).toBe(true);
  });

  const damages: Record<string, (file: string) => Promise<void>> = {
    'cut off': (file) => truncate(file, 200),
    emptied: (file) => truncate(file, 0),
    'longer than it was': (file) => appendFile(file, 'x'),
    gone: (file) => rm(file),
    'of other code': async (file) =>
      writeFile(file, (await readFile(file, 'latin1')).replace('"code":"', '"code":"x'), 'latin1'),
  };
  it.each(Object.entries(damages))('is the same where what was kept is %s', async (_, damage) => {
    await makeIndex({ ...input, documents, folder: at('site'), stateFolder: at('state') });
    const before = await readAll(at('site'));
    for (const name of ['texts.bin', 'questions.json']) await damage(at(`state/${name}`));
    await makeIndex({ ...input, documents, folder: at('site'), stateFolder: at('state') });
    expect(await readAll(at('site'))).toEqual(before);
  });

  it('takes changes only since the index that it has', async () => {
    const state = { folder: at('site'), stateFolder: at('state') };
    const changes = { documents: [], removed: ['q1'] };
    expect(await stateOf(at('state'))).toBe('');
    await expect(makeIndex({ ...input, changes: { ...changes, since: '' }, ...state })).rejects.toThrow('since');
    const first = await makeIndex({ ...input, documents, ...state });
    const second = await makeIndex({ ...input, changes: { ...changes, since: first.state }, ...state });
    expect(await stateOf(at('state'))).toBe(second.state);
    const before = await readAll(at('site'));
    await expect(makeIndex({ ...input, changes: { ...changes, since: first.state }, ...state })).rejects.toThrow(
      'since',
    );
    expect(await readAll(at('site'))).toEqual(before);
  });

  it('is made in a thread that stays for the next one', async () => {
    const state = { folder: at('site'), stateFolder: at('state') };
    const first = startIndex({ ...input, documents, ...state });
    const other = startIndex({ ...input, documents: documents.slice(5), ...state });
    expect(await first.written()).toMatchObject({ documents: 42, textsRead: 43 });
    expect(await other.written()).toMatchObject({ documents: 37, textsRead: 0 });
    const since = (await other.written()).state;
    const third = startIndex({ ...input, changes: { documents: [], removed: ['q7'], since }, ...state });
    expect([...(await third.related()).keys()]).not.toContain('q7');
    expect(await third.written()).toMatchObject({ documents: 36, textsRead: 0 });
  });
});

describe('putting an index in place', () => {
  let root = '';
  const made = (name: string) => path.join(root, name);
  beforeAll(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'put-in-place-'));
    await makeIndex({ ...input, documents, folder: made('old') });
    await makeIndex({ ...input, documents: documents.slice(0, 30), folder: made('new') });
  });
  afterAll(() => rm(root, { recursive: true, force: true }));
  afterEach(() => (breakingOff.stepsLeft = Infinity));

  it('leaves the old index or the new one, wherever it is broken off', async () => {
    const [before, after] = [await readAll(made('old')), await readAll(made('new'))];
    const seen = new Set<unknown>();
    let isBrokenOff = true;
    for (let steps = 0; isBrokenOff; steps += 1) {
      await cp(made('old'), at(`site${steps}`), { recursive: true });
      await cp(made('new'), at(`next${steps}`), { recursive: true });
      breakingOff.stepsLeft = steps;
      isBrokenOff = await putInPlace(at(`next${steps}`), at(`site${steps}`)).then(
        () => false,
        () => true,
      );
      breakingOff.stepsLeft = Infinity;
      const files = await readAll(at(`site${steps}`));
      for (const opening of [manifestFile, suggestionsFile]) {
        const whole = files.get(opening) === after.get(opening) ? after : before;
        expect(files.get(opening)).toBe(whole.get(opening));
        seen.add(whole);
        for (const [name, content] of whole)
          if (belongsTo(opening, name)) expect(files.get(name), `${name} after ${steps} steps`).toBe(content);
      }
      // The next one clears up.
      await cp(made('new'), at(`again${steps}`), { recursive: true });
      await putInPlace(at(`again${steps}`), at(`site${steps}`));
      expect(await readAll(at(`site${steps}`))).toEqual(after);
    }
    expect(seen.size).toBe(2);
  });

  /** Both are read together with other files of their own. */
  function belongsTo(opening: string, name: string): boolean {
    return (
      name !== manifestFile &&
      name !== suggestionsFile &&
      name.startsWith('suggestions') === (opening === suggestionsFile)
    );
  }

  it('writes into no file that is there', async () => {
    await cp(made('old'), at('site'), { recursive: true });
    const before = await readAll(at('site'));
    // The site that is published shares its files with the one that is being made.
    for (const name of before.keys()) {
      await mkdir(path.dirname(at(`published/${name}`)), { recursive: true });
      await link(at(`site/${name}`), at(`published/${name}`));
    }
    await cp(made('new'), at('next'), { recursive: true });
    await putInPlace(at('next'), at('site'));
    expect(await readAll(at('published'))).toEqual(before);
    expect(await readAll(at('site'))).toEqual(await readAll(made('new')));
    expect((await readdir(folder)).sort()).toEqual(['next', 'published', 'site']);
  });
});
