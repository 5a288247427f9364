import { parentPort } from 'node:worker_threads';
import type { FromThread, ToThread } from '../../../cms/server/check/thread-messages.ts';

/** A thread that does what the text says: it answers, is busy for as many milliseconds, for ever, or dies. */
parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'warm-up') return send({ kind: 'ready' });
  const text = [...message.change.changes.texts.values()][0]?.text ?? '';
  send({ kind: 'reading-done' });
  if (text.includes('dies')) process.exit(1);
  const end = performance.now() + (text.includes('for ever') ? Infinity : Number(/\d+/.exec(text)?.[0] ?? 0));
  while (performance.now() < end);
  const shownAddresses = new Set([text.slice(0, 40)]);
  send({ kind: 'checked', content: { warnings: [], added: [], judgements: [], shownAddresses } });
});

function send(message: FromThread): void {
  parentPort?.postMessage(message);
}
