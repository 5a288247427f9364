import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setImmediate as giveWay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { checkFile } from './check-file.ts';
import type { ContentFile } from './read-content.ts';

/**
 * Checks files by themselves, on all cores where they are many, and hands on each result as it comes: its facts and its
 * texts, both in JSON. Few files are not worth starting anything for, and what a worker fails at is done here.
 */
export async function checkFiles<File extends ContentFile>(
  files: readonly File[],
  basePath: string,
  take: (file: File, facts: Uint8Array, texts: Uint8Array) => void,
): Promise<void> {
  const batches = cutIntoBatches(files);
  let next = 0;
  const workers = Array.from({ length: files.length < fewFiles ? 0 : availableParallelism() }, startWorker);
  const work = async (check: (request: CheckRequest) => Promise<PackedFiles | undefined>): Promise<void> => {
    for (let batch = batches[next++]; batch; batch = batches[next++]) {
      const request = { files: batch.map(({ file, source, collection }) => ({ file, source, collection })), basePath };
      unpack(batch, (await check(request)) ?? packChecked(request.files, basePath), take);
    }
  };
  // While one batch is checked the next already waits in the worker.
  const lanes = workers.length === 0 ? [checkHere] : workers.flatMap(({ check }) => [check, check]);
  try {
    await Promise.all(lanes.map(work));
  } finally {
    await Promise.all(workers.map(({ end }) => end()));
  }
}

/** Results of several files in one piece of memory, which a worker hands over without copying it. */
export function packChecked(files: readonly ContentFile[], basePath: string): PackedFiles {
  const parts = files.flatMap((file) => {
    const { facts, texts } = checkFile(file, basePath);
    return [facts, texts].map((part) => encoder.encode(JSON.stringify(part)));
  });
  const bytes = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { bytes, lengths: parts.map((part) => part.length) };
}

function unpack<File>(
  batch: readonly File[],
  { bytes, lengths }: PackedFiles,
  take: (file: File, facts: Uint8Array, texts: Uint8Array) => void,
): void {
  let at = 0;
  const cut = (length = 0): Uint8Array => bytes.subarray(at, (at += length));
  for (const [index, file] of batch.entries()) take(file, cut(lengths[index * 2]), cut(lengths[index * 2 + 1]));
}

function cutIntoBatches<File>(files: readonly File[]): File[][] {
  const count = Math.ceil(files.length / batchSize);
  return Array.from({ length: count }, (_, index) => files.slice(index * batchSize, (index + 1) * batchSize));
}

async function checkHere({ files, basePath }: CheckRequest): Promise<PackedFiles> {
  await giveWay();
  return packChecked(files, basePath);
}

/** Answers batches in their order; undefined for those that it did not live to answer. */
function startWorker() {
  const waiting: ((packed: PackedFiles | undefined) => void)[] = [];
  let isAlive = true;
  const stop = (): void => {
    isAlive = false;
    for (const answer of waiting.splice(0)) answer(undefined);
  };
  const worker = new Worker(path.resolve('src/loader/check-worker.ts'), { resourceLimits });
  worker.on('message', (packed: PackedFiles) => waiting.shift()?.(packed));
  worker.on('exit', stop);
  worker.on('error', stop);
  return {
    check(request: CheckRequest): Promise<PackedFiles | undefined> {
      if (!isAlive) return Promise.resolve(undefined);
      return new Promise((resolve) => {
        waiting.push(resolve);
        worker.postMessage(request);
      });
    },
    async end(): Promise<void> {
      await worker.terminate();
    },
  };
}

/** Without them the garbage of each worker takes as much memory as everything else together. */
const resourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 48 };

const encoder = new TextEncoder();
const fewFiles = 300;
const batchSize = 25;

export interface CheckRequest {
  files: ContentFile[];
  basePath: string;
}

export interface PackedFiles {
  bytes: Uint8Array<ArrayBuffer>;
  /** Facts and texts of each file in turn. */
  lengths: number[];
}
