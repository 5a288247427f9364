import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as giveWay } from 'node:timers/promises';
import { sortFindings, type Finding } from '../lint/finding.ts';
import { lintSite, lintVocabulary } from '../lint/lint-content.ts';
import { findStray } from '../lint/locate-file.ts';
import { takeRemembered, type KnownFinding } from '../lint/located-findings.ts';
import type { AnyDocument } from '../lint/parse-document.ts';
import { parsePrivacyExceptions, privacyExceptionsFile, type PrivacyExceptions } from '../lint/privacy-exceptions.ts';
import { indexSite, type Site } from '../lint/site.ts';
import type { CompiledMdx } from '../mdx/compile-mdx.ts';
import { openCacheFile, startCacheFile, type CacheFile, type CacheWriter } from './cache-file.ts';
import { checkFiles } from './check-ahead.ts';
import { checkImages } from './check-images.ts';
import { readCodeVersion } from './code-version.ts';
import type { CompileJob } from './compile-job.ts';
import { hashOf } from './file-state.ts';
import {
  findKnown,
  isIn,
  isPending,
  keepFile,
  makeCompile,
  toKnown,
  type KnownFile,
  type PendingFile,
} from './known-file.ts';
import { startJudging, type KnownImages } from './known-images.ts';
import { startProgress, type Progress, type Say } from './progress.ts';
import { listCollectionFiles, listContentFiles } from './read-content.ts';

/**
 * Reads and checks the content below `root`, again and again: what did not change since is neither read nor checked
 * again, and its documents are the same objects. `siteCacheFolder` keeps what was made of each file for the next
 * process.
 */
export function openContentReader({ root, basePath, siteCacheFolder, say }: ReaderSettings): ContentReader {
  const place = siteCacheFolder === undefined ? undefined : path.join(siteCacheFolder, 'checked-content.bin');
  const memory: Memory = {
    root,
    basePath,
    progress: startProgress(words.checking, say ?? (() => undefined)),
    place,
    version: place === undefined ? '' : versionFor(basePath),
    files: new Map(),
    images: new Map(),
    ofVocabulary: { key: '', findings: [] },
    cache: undefined,
  };
  let kept = place === undefined ? undefined : takeUp(memory, place);
  let turn: Promise<unknown> = Promise.resolve();
  return {
    read: (today) => {
      const reading = turn.then(() => read(memory, today, kept));
      turn = reading.then(
        () => (kept = undefined),
        () => undefined,
      );
      return reading;
    },
    close: () => memory.cache?.close(),
  };
}

async function read(memory: Memory, today: string, kept: KeptFindings | undefined): Promise<CheckedContent> {
  const { root, basePath, progress } = memory;
  let writer: CacheWriter | undefined;
  try {
    // 1. What changed since, and what did not.
    const files = await listContentFiles(root);
    const found = await sortOut(memory, files, kept);
    const pending = [...found.values()].filter(isPending);
    const few = Math.floor(found.size * smallShare);
    if (pending.length > few) writer = startWriter(memory);

    // 2. Each changed file by itself.
    progress.expect(pending.length);
    await checkFiles(pending, basePath, (file, facts, texts) => {
      progress.step();
      const entry = writer?.add(file.file, file.hash, facts, texts);
      found.set(file.file, toKnown(file, facts, writer && entry ? { cache: writer.file, entry } : texts.slice()));
    });
    const checked = [...found.values()].filter((file): file is KnownFile => !isPending(file));

    // 3. The whole.
    const judging = startJudging(memory.images);
    const images = await checkImages(root, judging.judge);
    const documents = checked.map(({ document }) => document);
    const site = indexSite({ documents, today, media: images.addresses });
    const isNewVocabulary = checkVocabulary(memory, checked, site);
    const ofVocabulary = memory.ofVocabulary.findings;
    const findings = sortFindings([
      ...lintSite(site, { checked, ofVocabulary, exceptions: readExceptions(root, files) }),
      ...files.map(findStray).filter((finding) => finding !== undefined),
      ...images.findings,
    ]);

    // 4. For the next reading, and for the next process.
    const { images: knownImages, judgedAnew } = judging.finish();
    for (const file of checked) takeLocated(file);
    memory.files = new Map(checked.map((file) => [file.file, file]));
    memory.images = knownImages;
    if (writer || isNewVocabulary || countUnkept(memory.cache, checked) + judgedAnew > few)
      keep(memory, checked, (writer ??= startWriter(memory)));
    return {
      documents,
      compile: makeCompile(checked, basePath),
      findings,
      fileCount: files.length + images.count,
      isEmpty: files.length === 0,
      checkedAnew: pending.length,
      size: memory.cache?.size ?? 0,
    };
  } catch (error) {
    writer?.abandon();
    throw error;
  }
}

/** What another process kept. */
function takeUp(memory: Memory, place: string): KeptFindings | undefined {
  memory.cache = openCacheFile(place, memory.version);
  if (!memory.cache) return undefined;
  const { images, ofVocabulary, located } = memory.cache.rest as KeptParts;
  memory.ofVocabulary = ofVocabulary;
  memory.images = new Map(
    images.map(([file, hash, finding]) => [file, { hash, finding: finding ?? undefined, state: undefined }]),
  );
  return new Map(located);
}

/** The files of collections in their order, those that have to be checked with their texts. */
async function sortOut(
  { root, files: before, cache }: Memory,
  files: readonly string[],
  located: KeptFindings | undefined,
): Promise<Map<string, KnownFile | PendingFile>> {
  const found = new Map<string, KnownFile | PendingFile>();
  const kept = cache && located && { cache, located };
  for (const [index, entry] of listCollectionFiles(files).entries()) {
    if (index % filesATurn === 0) await giveWay();
    const file = findKnown(root, entry, before.get(entry.file), kept);
    if (file) found.set(entry.file, file);
  }
  return found;
}

/** Whether any vocabulary file changed since its findings were made. */
function checkVocabulary(memory: Memory, files: readonly KnownFile[], site: Site): boolean {
  const parts = files.filter(({ document }) => document.collection === 'vocabulary');
  const key = hashOf(JSON.stringify(parts.map(({ file, hash }) => [file, hash])));
  const isNew = memory.ofVocabulary.key !== key;
  if (isNew) memory.ofVocabulary = { key, findings: lintVocabulary(site) };
  return isNew;
}

function readExceptions(root: string, files: readonly string[]): PrivacyExceptions | undefined {
  if (!files.includes(privacyExceptionsFile)) return undefined;
  return parsePrivacyExceptions(readFileSync(path.join(root, privacyExceptionsFile), 'utf8'));
}

function takeLocated(file: KnownFile): void {
  const { known, isNew } = takeRemembered(file.document);
  file.located = known;
  file.isLocatedAnew ||= isNew;
}

/** Files that the cache does not hold as they are, or holds though they are gone. */
function countUnkept(cache: CacheFile | undefined, files: readonly KnownFile[]): number {
  const held = files.filter((file) => isIn(cache, file));
  const gone = (cache?.entries.size ?? 0) - held.length;
  return gone + files.length - held.length + held.filter(({ isLocatedAnew }) => isLocatedAnew).length;
}

function startWriter({ place, version }: Memory): CacheWriter | undefined {
  return place === undefined ? undefined : startCacheFile(place, version);
}

/** Writes the cache anew: what was not used in this reading is left behind. */
function keep(memory: Memory, files: readonly KnownFile[], writer: CacheWriter | undefined): void {
  if (!writer) return;
  const moved = files.map((file) => ({ file, texts: keepFile(file, writer, memory.basePath) }));
  const parts: KeptParts = {
    images: [...memory.images].map(([file, { hash, finding }]) => [file, hash, finding ?? null]),
    ofVocabulary: memory.ofVocabulary,
    located: files.flatMap(({ file, located }) => (located.length > 0 ? [[file, located]] : [])),
  };
  // Code that changed since this process began: its workers may have run the new one.
  const finished = writer.finish(parts, () => memory.version === versionFor(memory.basePath));
  if (!finished) return;
  memory.cache?.close();
  memory.cache = finished;
  for (const { file, texts } of moved) Object.assign(file, { texts, isLocatedAnew: false });
}

function versionFor(basePath: string): string {
  return hashOf(JSON.stringify([readCodeVersion(), basePath]));
}

/** Of all files; a cache that lacks fewer is not worth writing anew. */
const smallShare = 0.01;
const filesATurn = 100;
const words = { checking: '内容を調べています' } as const;

export interface ReaderSettings {
  /** The folder that holds `content/` and `public/`. */
  root: string;
  basePath: string;
  /** Without it nothing is kept for the next process. */
  siteCacheFolder?: string | undefined;
  /** Hears how many files are checked while that takes long. */
  say?: Say | undefined;
}

export interface ContentReader {
  /** `today` is the day in Japan, ISO. Readings that are asked for at once follow one another. */
  read(today: string): Promise<CheckedContent>;
  /** Lets go of the cache's file. */
  close(): void;
}

export interface CheckedContent {
  documents: AnyDocument[];
  compile: (job: CompileJob) => CompiledMdx;
  /** Errors and warnings, by file and line. */
  findings: Finding[];
  /** Files in `content/` and in the folders of images. */
  fileCount: number;
  /** Whether there is no file in `content/` at all. */
  isEmpty: boolean;
  /** Files of collections that had to be parsed, compiled and checked. */
  checkedAnew: number;
  /** Bytes of the cache's file; 0 without one. */
  size: number;
}

interface Memory {
  root: string;
  basePath: string;
  progress: Progress;
  /** Of the cache. */
  place: string | undefined;
  version: string;
  files: ReadonlyMap<string, KnownFile>;
  images: KnownImages;
  ofVocabulary: { key: string; findings: Finding[] };
  cache: CacheFile | undefined;
}

/** By file. */
type KeptFindings = ReadonlyMap<string, readonly KnownFinding[]>;

/** What the cache keeps beside the files. */
interface KeptParts {
  images: [file: string, hash: string, finding: Finding | null][];
  ofVocabulary: Memory['ofVocabulary'];
  located: [file: string, findings: readonly KnownFinding[]][];
}
