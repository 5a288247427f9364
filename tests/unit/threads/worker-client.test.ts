import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { cutIntoBatches, shareBatches, startWorkerClient } from '../../../src/threads/worker-client.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'worker-client-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Doubles a number; ends at 0, and fails at -1. */
const program = path.join(folder, 'double.mjs');
writeFileSync(
  program,
  `import { parentPort } from 'node:worker_threads';
parentPort.on('message', (number) => {
  if (number === 0) process.exit();
  if (number === -1) throw new Error('failed');
  parentPort.postMessage(number * 2);
});
`,
);
const start = () => startWorkerClient<number, number>(program, { resourceLimits: { maxOldGenerationSizeMb: 64 } });

it('answers requests in their order', async () => {
  const client = start();
  expect(await Promise.all([1, 2, 3].map((number) => client.ask(number)))).toEqual([2, 4, 6]);
  await client.end();
});

it.each([
  ['ends', 0],
  ['fails', -1],
])('leaves unanswered what a worker that %s did not come to', async (_case, last) => {
  const client = start();
  expect(await Promise.all([1, last, 3].map((number) => client.ask(number)))).toEqual([2, undefined, undefined]);
  expect(await client.ask(4)).toBeUndefined();
  await client.end();
});

it('gives each batch to the first worker that is free', async () => {
  const done: string[] = [];
  const work = (name: string, milliseconds: number) => async (batch: number[]) => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    done.push(`${name}${batch.join('')}`);
  };
  await shareBatches(cutIntoBatches([1, 2, 3, 4, 5], 2), [work('slow', 60), work('quick', 5)]);
  expect(done).toEqual(['quick34', 'quick5', 'slow12']);
  await expect(shareBatches([[1]], [() => Promise.reject(new Error('failed'))])).rejects.toThrow('failed');
});
