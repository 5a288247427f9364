import { parentPort } from 'node:worker_threads';
import { packChecked, type CheckRequest } from './check-ahead.ts';

parentPort?.on('message', ({ files, basePath }: CheckRequest) => {
  const packed = packChecked(files, basePath);
  parentPort?.postMessage(packed, [packed.bytes.buffer]);
});
