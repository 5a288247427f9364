import { parentPort, type MessagePort } from 'node:worker_threads';
import { compileText } from '../lint/markdown-parts.ts';

parentPort?.on('message', ({ texts, reply }: { texts: string[]; reply: MessagePort }) => {
  reply.postMessage(texts.map(compileText));
});
