/**
 * The thread in which changes are checked. It reads the repository by itself and keeps the parsed entries, so that a
 * text which takes long keeps nobody waiting but its own writer.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { HttpError } from '../messages/http-error.ts';
import { openContentReader } from '../repository/content-reader.ts';
import { createContentCheck } from './check-content.ts';
import type { FromThread, ThreadData, ToThread } from './thread-messages.ts';

const { root, mediaFolder } = workerData as ThreadData;
const reader = await openContentReader(root);
const checker = createContentCheck(reader, mediaFolder, () => send({ kind: 'reading-done' }));

parentPort?.on('message', (message: ToThread) => {
  void answer(message).then(send);
});

async function answer(message: ToThread): Promise<FromThread> {
  try {
    if (message.kind === 'check')
      return { kind: 'checked', content: await checker.check(message.change, message.today) };
    // What cannot be read is read again, and told, when somebody saves.
    await checker.warmUp(message.tree, message.today).catch(() => undefined);
    return { kind: 'ready' };
  } catch (error) {
    if (!(error instanceof HttpError))
      return { kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : 'failed' };
    const { status, code, message: sentence, details, retryAfter } = error;
    return { kind: 'refused', error: { status, code, message: sentence, details, retryAfter } };
  }
}

function send(message: FromThread): void {
  parentPort?.postMessage(message);
}
