/** As `check-thread.ts`, for one server after the other: see `reused-workers.ts`. */
import { parentPort } from 'node:worker_threads';
import { openChecks } from '../../cms/server/check/answer-checks.ts';
import type { FromReused, ToReused } from './reused-workers.ts';

type Checks = Awaited<ReturnType<typeof openChecks>>;

let opened: Promise<Checks> | undefined;
const asked = new Set<Promise<unknown>>();

parentPort?.on('message', (given: ToReused) => {
  if (given.kind === 'close') {
    // Whoever asked is gone, and so may the repository be that was to be opened. What still reads would start Git anew.
    opened
      ?.then(async ({ close }) => {
        await Promise.allSettled(asked);
        close();
      })
      .catch(() => undefined);
    opened = undefined;
    return;
  }
  const { turn } = given;
  const send = (answer: FromReused['answer']): void => parentPort?.postMessage({ turn, answer } satisfies FromReused);
  if (given.kind === 'open') {
    opened = openChecks(given.data, send);
    return;
  }
  const work = opened?.then(({ answer }) => answer(given.message)).then(send);
  if (!work) return;
  asked.add(work);
  void work.finally(() => asked.delete(work));
});
