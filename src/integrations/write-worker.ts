import { parentPort } from 'node:worker_threads';
import { replaceFile } from './added-files.ts';
import type { WriteAnswer, WriteRequest } from './file-writer.ts';

parentPort?.on('message', ({ file, data }: WriteRequest) => {
  parentPort?.postMessage(write(file, data));
});

function write(file: string, data: Uint8Array): WriteAnswer {
  try {
    replaceFile(file, data);
    return {};
  } catch (error) {
    return { error: (error as Error).message };
  }
}
