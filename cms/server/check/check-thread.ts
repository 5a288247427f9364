/** The thread in which changes are checked, so that a text which takes long keeps nobody waiting but its own writer. */
import { parentPort, workerData } from 'node:worker_threads';
import { openChecks } from './answer-checks.ts';
import type { FromThread, ThreadData, ToThread } from './messages.ts';

const { answer } = await openChecks(workerData as ThreadData, send);

parentPort?.on('message', (message: ToThread) => {
  void answer(message).then(send);
});

function send(message: FromThread): void {
  parentPort?.postMessage(message);
}
