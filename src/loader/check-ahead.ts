import { availableParallelism } from 'node:os';
import { setImmediate as giveWay } from 'node:timers/promises';
import { cutIntoBatches, shareBatches, startWorkerClient } from '../threads/worker-client.ts';
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
  const count = files.length < fewFiles ? 0 : availableParallelism();
  const workers = Array.from({ length: count }, () =>
    startWorkerClient<CheckRequest, PackedFiles>('src/loader/check-worker.ts', { resourceLimits }),
  );
  const checkBatch =
    (check: (request: CheckRequest) => Promise<PackedFiles | undefined>) =>
    async (batch: readonly File[]): Promise<void> => {
      const request = { files: batch.map(({ file, source, collection }) => ({ file, source, collection })), basePath };
      unpack(batch, (await check(request)) ?? packChecked(request.files, basePath), take);
    };
  // While one batch is checked the next already waits in the worker.
  const lanes = workers.length === 0 ? [checkHere] : workers.flatMap(({ ask }) => [ask, ask]);
  try {
    await shareBatches(cutIntoBatches(files, batchSize), lanes.map(checkBatch));
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

async function checkHere({ files, basePath }: CheckRequest): Promise<PackedFiles> {
  await giveWay();
  return packChecked(files, basePath);
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
