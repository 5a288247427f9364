import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rememberFindings, type KnownFinding } from '../lint/located-findings.ts';
import type { DocumentCheck } from '../lint/lint-content.ts';
import type { AnyDocument } from '../lint/parse-document.ts';
import { readFoundValue } from '../lint/rules/personal-information.ts';
import type { CompiledMdx } from '../mdx/compile-mdx.ts';
import { withPlainLineEnds } from '../text/fingerprint.ts';
import type { CacheEntry, CacheFile, CacheWriter } from './cache-file.ts';
import { reviveFile, type FileFacts } from './check-file.ts';
import { compileNow, type CompileJob } from './compile-job.ts';
import { hashOf, isAsBefore, readFileState, type FileState } from './file-state.ts';
import type { CollectionFile, ContentFile } from './read-content.ts';
import { listJobs } from './to-stored.ts';

/**
 * A file as it is known from before, from this process or from the cache, or what has to be checked of it. Undefined
 * for one that is gone meanwhile.
 */
export function findKnown(
  root: string,
  entry: CollectionFile,
  before: KnownFile | undefined,
  cache: Kept | undefined,
): KnownFile | PendingFile | undefined {
  const place = path.join(root, entry.file);
  const state = readFileState(place);
  if (state === undefined) return undefined;
  if (before && isAsBefore(before.state, state)) return before;
  const bytes = readFileSync(place);
  const hash = hashOf(bytes);
  if (before?.hash === hash) return Object.assign(before, { state });
  const pending: PendingFile = { ...entry, source: withPlainLineEnds(bytes.toString('utf8')), hash, state };
  return (cache && reviveKept(pending, cache)) ?? pending;
}

function reviveKept(file: PendingFile, { cache, located }: Kept): KnownFile | undefined {
  const entry = cache.entries.get(file.file);
  const facts = entry?.hash === file.hash ? cache.read(entry.facts) : undefined;
  return entry && facts && toKnown(file, facts, { cache, entry }, located.get(file.file));
}

/** `facts` are those of `checkFile`, in JSON. */
export function toKnown(
  file: PendingFile,
  facts: Uint8Array,
  texts: TextsPlace,
  located?: readonly KnownFinding[],
): KnownFile {
  const { document, check } = reviveFile(file, JSON.parse(decoder.decode(facts)) as FileFacts);
  rememberFindings(document, located);
  const { hash, state } = file;
  return { file: file.file, hash, state, document, check, texts, located: located ?? [], isLocatedAnew: false };
}

export function isPending(file: KnownFile | PendingFile): file is PendingFile {
  return 'source' in file;
}

/** Writes a file into a cache that does not hold it yet, and says where its texts lie then. */
export function keepFile(file: KnownFile, writer: CacheWriter, basePath: string): TextsPlace {
  if (isIn(writer.file, file)) return file.texts;
  const before = file.texts instanceof Uint8Array ? undefined : file.texts;
  const facts = before?.cache.read(before.entry.facts) ?? toJson(factsOf(file));
  const texts = readTexts(file) ?? toJson(listJobs(file.document, basePath).map(compileNow));
  const entry = writer.add(file.file, file.hash, facts, texts);
  return entry ? { cache: writer.file, entry } : file.texts;
}

export function isIn(cache: CacheFile | undefined, { texts }: KnownFile): boolean {
  return !(texts instanceof Uint8Array) && texts.cache === cache;
}

/** Gives the compiled texts of known files, and compiles whatever else is asked for. */
export function makeCompile(files: readonly KnownFile[], basePath: string): (job: CompileJob) => CompiledMdx {
  let byText: Map<string, Place[]> | undefined;
  let last: { file: KnownFile; texts: readonly CompiledMdx[] } | undefined;
  return (job) => {
    byText ??= indexTexts(files, basePath);
    const place = byText.get(job.text)?.find((one) => isSameJob(one.job, job));
    if (!place) return compileNow(job);
    // Texts of one document are asked for one after the other, and those of ten thousand would fill the memory.
    if (last?.file !== place.file) last = { file: place.file, texts: parseTexts(place.file) };
    return last.texts[place.index] ?? compileNow(job);
  };
}

function indexTexts(files: readonly KnownFile[], basePath: string): Map<string, Place[]> {
  const byText = new Map<string, Place[]>();
  for (const file of files) {
    for (const [index, job] of listJobs(file.document, basePath).entries()) {
      const places = byText.get(job.text);
      if (places) places.push({ file, index, job });
      else byText.set(job.text, [{ file, index, job }]);
    }
  }
  return byText;
}

function isSameJob(one: CompileJob, other: CompileJob): boolean {
  return (
    one.basePath === other.basePath &&
    (one.idPrefix ?? '') === (other.idPrefix ?? '') &&
    (one.headingOffset ?? 0) === (other.headingOffset ?? 0)
  );
}

function parseTexts(file: KnownFile): CompiledMdx[] {
  const texts = readTexts(file);
  return texts ? (JSON.parse(decoder.decode(texts)) as CompiledMdx[]) : [];
}

function readTexts({ texts }: KnownFile): Uint8Array | undefined {
  return texts instanceof Uint8Array ? texts : texts.cache.read(texts.entry.texts);
}

function factsOf({ document, check }: KnownFile): FileFacts {
  return {
    ...(document.data === undefined ? {} : { data: document.data }),
    findings: check.findings.map((finding) => [finding, readFoundValue(finding) ?? null]),
    targets: check.targets,
  };
}

function toJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

const decoder = new TextDecoder();

/** What a process before this one kept. */
export interface Kept {
  cache: CacheFile;
  /** Findings of rules that look at the site, by file. */
  located: ReadonlyMap<string, readonly KnownFinding[]>;
}

export interface PendingFile extends ContentFile {
  hash: string;
  state: FileState;
}

export interface KnownFile {
  file: string;
  hash: string;
  state: FileState;
  document: AnyDocument;
  check: DocumentCheck;
  texts: TextsPlace;
  /** Findings of rules that look at the site, as of the last reading. */
  located: readonly KnownFinding[];
  /** Whether the cache does not hold some of them. */
  isLocatedAnew: boolean;
}

/** Compiled texts in JSON, or where they lie in the cache. */
type TextsPlace = Uint8Array | { cache: CacheFile; entry: CacheEntry };

interface Place {
  file: KnownFile;
  index: number;
  job: CompileJob;
}
