import { parentPort, type MessagePort } from 'node:worker_threads';
import { compileMdx } from '../mdx/compile-mdx.ts';
import type { CompileJob } from './compile-ahead.ts';

parentPort?.on('message', ({ jobs, reply }: { jobs: CompileJob[]; reply: MessagePort }) => {
  reply.postMessage(jobs.map(({ text, ...options }) => compileMdx(text, options)));
});
