import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sortFindings, type Finding } from '../../../src/lint/finding.ts';
import { lintContent } from '../../../src/lint/lint-content.ts';
import { findStray } from '../../../src/lint/locate-file.ts';
import { parsePrivacyExceptions, privacyExceptionsFile } from '../../../src/lint/privacy-exceptions.ts';
import { toDocument } from '../../../src/loader/check-file.ts';
import { checkImages } from '../../../src/loader/check-images.ts';
import { compileNow } from '../../../src/loader/compile-job.ts';
import { openContentReader, type CheckedContent, type ContentReader } from '../../../src/loader/content-reader.ts';
import { listCollectionFiles, listContentFiles, readText } from '../../../src/loader/read-content.ts';
import { listJobs, toStored } from '../../../src/loader/to-stored.ts';
import { plantSite, type SiteChanger } from './change-site.ts';

/** Another one is tried with `FUZZ_SEED=7 npx vitest run tests/unit/loader/content-reader`. */
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_201);
const basePath = '/kenjinkai/';
const days = ['2026-05-30', '2026-11-20', '2026-11-30', '2026-12-01', '2027-05-31', '2027-06-01'];

let root = '';
let siteCacheFolder = '';
let site: SiteChanger;
const readers: ContentReader[] = [];

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'reader-'));
  siteCacheFolder = path.join(root, 'cache');
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const reader of readers.splice(0)) reader.close();
  rmSync(root, { recursive: true, force: true });
});

describe(`a reading after random changes (seed ${seed})`, () => {
  it.each([
    ['was written just before', 0],
    ['has long been there', 3_600_000],
  ])('finds and gives what a first one does, where everything %s', async (_when, later) => {
    const now = Date.now.bind(Date);
    vi.spyOn(Date, 'now').mockImplementation(() => now() + later);
    site = plantSite(root, seed + later);
    // Its cache is its own, so that another process finds the one of the step before.
    const reader = openContentReader({ root, basePath, siteCacheFolder: `${siteCacheFolder}-of-one` });
    let before = await reader.read('2026-11-20');
    await readOnce(siteCacheFolder);
    const told: string[] = [];
    for (let step = 0; step < site.kinds; step += 1) {
      const today = days[step % days.length] ?? '';
      told.push(site.changeOne());
      const warm = await reader.read(today);
      const kept = await readOnce(siteCacheFolder, today);
      const expected = await readPlainly(today);
      const steps = told.join(', ');
      expect(warm.findings, steps).toEqual(expected.findings);
      expect(kept.findings, steps).toEqual(expected.findings);
      expect(describeDocuments(warm), steps).toEqual(expected.documents);
      expect(describeDocuments(kept), steps).toEqual(expected.documents);
      expect(kept.fileCount, steps).toBe(warm.fileCount);
      const isSame = new Set(before.documents);
      const anew = warm.documents.filter((document) => !isSame.has(document));
      expect(anew.length, steps).toBe(warm.checkedAnew);
      expect(anew.length, steps).toBeLessThanOrEqual(1);
      expect(kept.checkedAnew, steps).toBeLessThanOrEqual(1);
      before = warm;
      if (step % 3 > 0) continue;
      const fresh = await openContentReader({ root, basePath }).read(today);
      expect(fresh.findings, steps).toEqual(expected.findings);
      expect(describeDocuments(fresh), steps).toEqual(expected.documents);
      expect(fresh.fileCount, steps).toBe(warm.fileCount);
    }
    reader.close();
  });
});

describe('the cache', () => {
  const read = (): Promise<CheckedContent> => readOnce(siteCacheFolder);
  const removeQuestions = (): void => {
    for (const file of Object.keys(site.files).filter((name) => name.startsWith('content/qa/'))) site.remove(file);
  };
  const cacheFile = () => path.join(siteCacheFolder, 'checked-content.bin');
  beforeEach(() => {
    site = plantSite(root, seed);
  });

  it('is taken up by the next process, and says its size', async () => {
    const first = await read();
    const second = await read();
    expect(first.checkedAnew).toBe(first.documents.length);
    expect(second.checkedAnew).toBe(0);
    expect(second.size).toBe(statSync(cacheFile()).size);
    expect(second.findings).toEqual(first.findings);
  });

  it('is thrown away where it is cut off, at any length', async () => {
    const first = await read();
    const whole = readFileSync(cacheFile());
    for (const length of [0, 1, 255, 256, 1_000, Math.floor(whole.length / 2), whole.length - 1]) {
      writeFileSync(cacheFile(), whole);
      truncateSync(cacheFile(), length);
      const again = await read();
      expect([again.checkedAnew, again.findings]).toEqual([first.checkedAnew, first.findings]);
    }
  });

  it('gives nothing wrong where bytes of it are damaged', async () => {
    const first = await read();
    const whole = readFileSync(cacheFile());
    for (let turn = 0; turn < 12; turn += 1) {
      const damaged = Buffer.from(whole);
      const at = Math.floor((turn / 12) * whole.length) + turn;
      damaged[at] = (damaged[at] ?? 0) ^ 0x15;
      writeFileSync(cacheFile(), damaged);
      const again = await read();
      expect(again.findings).toEqual(first.findings);
      expect(describeDocuments(again)).toEqual(describeDocuments(first));
    }
  });

  it.each([
    ['a folder stands in its place', () => mkdirSync(cacheFile(), { recursive: true })],
    ['its folder is a file', () => writeFileSync(siteCacheFolder, 'x')],
  ])('is done without where %s', async (_case, spoil) => {
    const plain = await openContentReader({ root, basePath }).read('2026-11-20');
    spoil();
    const content = await read();
    expect(content.findings).toEqual(plain.findings);
    expect(describeDocuments(content)).toEqual(describeDocuments(plain));
    expect(content.size).toBe(0);
  });

  it('holds for its base path alone', async () => {
    await read();
    const other = await openContentReader({ root, basePath: '/', siteCacheFolder }).read('2026-11-20');
    expect(other.checkedAnew).toBe(other.documents.length);
  });

  it('keeps nothing of files that are gone', async () => {
    const { size } = await read();
    removeQuestions();
    const smaller = await read();
    expect(smaller.size).toBeLessThan(size);
    expect(readFileSync(cacheFile(), 'utf8')).not.toContain('phone222.mdx');
  });

  it('is whole though two processes write it at once, and nothing is left beside it', async () => {
    await Promise.all([read(), read(), read()]);
    expect((await read()).checkedAnew).toBe(0);
    expect(readdirSync(siteCacheFolder)).toEqual(['checked-content.bin']);
  });

  it('loses what a process left that was ended while it wrote', async () => {
    await read();
    const leftover = `${cacheFile()}.ended.tmp`;
    writeFileSync(leftover, 'x');
    const now = Date.now();
    removeQuestions();
    await read();
    expect(readdirSync(siteCacheFolder)).toContain(path.basename(leftover));
    vi.spyOn(Date, 'now').mockReturnValue(now + 4_000_000);
    site = plantSite(root, seed);
    await read();
    expect(readdirSync(siteCacheFolder)).toEqual(['checked-content.bin']);
  });

  it('is not written anew for one file in hundreds', async () => {
    for (let index = 0; index < 200; index += 1) site.write(`content/topics/t-${index}.yaml`, topic(index));
    await read();
    const before = readFileSync(cacheFile());
    site.write('content/topics/t-7.yaml', topic(1_000));
    expect((await read()).checkedAnew).toBe(1);
    expect(readFileSync(cacheFile()).equals(before)).toBe(true);
    for (let index = 0; index < 20; index += 1) site.write(`content/topics/t-${index}.yaml`, topic(2_000 + index));
    expect((await read()).checkedAnew).toBe(20);
    expect((await read()).checkedAnew).toBe(0);
  });
});

describe('a reader', () => {
  it('gives each text its own ids, and compiles what it does not know', async () => {
    site = plantSite(root, seed);
    const { documents, compile } = await openContentReader({ root, basePath, siteCacheFolder }).read('2026-11-20');
    const entry = documents.find(({ id }) => id === 'phone222');
    const jobs = entry ? listJobs(entry, basePath) : [];
    expect(jobs.map((job) => compile(job).headings[0]?.id)).toEqual(jobs.map((job) => compileNow(job).headings[0]?.id));
    expect(new Set(jobs.slice(0, 2).map((job) => compile(job).headings[0]?.id)).size).toBe(2);
    expect(compile({ text: '足し忘れた {文章}', basePath }).problems).toHaveLength(1);
    expect(compile({ text: '[題](/q/phone222/)', basePath: '/other/' }).html).toContain('/other/q/phone222/');
  });

  it('answers readings that are asked for at once one after the other', async () => {
    site = plantSite(root, seed);
    const reader = openContentReader({ root, basePath });
    const [first, second] = await Promise.all([reader.read('2026-11-20'), reader.read('2026-11-20')]);
    expect(second.documents.every((document, index) => document === first.documents[index])).toBe(true);
  });

  it('goes on after a reading that failed', async () => {
    site = plantSite(root, seed);
    const reader = openContentReader({ root, basePath, siteCacheFolder });
    const first = await reader.read('2026-11-20');
    vi.spyOn(Date, 'now').mockImplementationOnce(() => {
      throw new Error('The disk fails.');
    });
    await expect(reader.read('2026-11-20')).rejects.toThrow('The disk fails.');
    const again = await reader.read('2026-11-20');
    expect(again.documents).toEqual(first.documents);
    expect(again.checkedAnew).toBe(0);
  });

  it('checks many files on all cores as it does on one', async () => {
    for (let index = 0; index < 320; index += 1) write(`content/topics/t-${index}.yaml`, topic(index % 40));
    const many = await openContentReader({ root, basePath }).read('2026-11-20');
    expect(many.checkedAnew).toBe(320);
    expect(many.findings).toEqual((await readPlainly('2026-11-20')).findings);
  });
});

/** As another process would. */
async function readOnce(folder: string, today = '2026-11-20'): Promise<CheckedContent> {
  const reader = openContentReader({ root, basePath, siteCacheFolder: folder });
  try {
    return await reader.read(today);
  } finally {
    readers.push(reader);
  }
}

function write(file: string, source: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), source);
}

function topic(index: number): string {
  const parent = index % 3 === 0 ? { parent: 't-1' } : {};
  return stringify({ name: `話題${index}`, kana: 'わだい', order: 1, description: '手続きの話です。', ...parent });
}

/** What the rules say of the files, without anything that keeps or hands on results. */
async function readPlainly(today: string): Promise<{ findings: Finding[]; documents: unknown[] }> {
  const files = await listContentFiles(root);
  const documents = await Promise.all(
    listCollectionFiles(files).map(async (entry) =>
      toDocument({ ...entry, source: await readText(path.join(root, entry.file)) }),
    ),
  );
  const images = await checkImages(root);
  const exceptions = files.includes(privacyExceptionsFile)
    ? parsePrivacyExceptions(readFileSync(path.join(root, privacyExceptionsFile), 'utf8'))
    : undefined;
  const findings = sortFindings([
    ...lintContent({ documents, today, media: images.addresses, exceptions }),
    ...files.map(findStray).filter((finding) => finding !== undefined),
    ...images.findings,
  ]);
  return { findings, documents: describeDocuments({ documents, compile: compileNow }) };
}

/** All that the rest of a build takes from documents. */
function describeDocuments({ documents, compile }: Pick<CheckedContent, 'documents' | 'compile'>): unknown[] {
  return documents.map((document) => ({
    file: document.file,
    collection: document.collection,
    id: document.id,
    folders: document.folders,
    hasFrontMatter: document.hasFrontMatter,
    source: document.source,
    body: document.body,
    bodyLine: document.bodyLine,
    data: document.data,
    issues: document.issues,
    faults: document.faults,
    excess: document.excess,
    stored: toStored(document, { basePath, changed: undefined, compile }),
  }));
}
