import { Worker } from 'node:worker_threads';

/** Measures in another thread, so that an input without end costs `longestMs` and no more. */
export function createStopwatch(longestMs: number): Stopwatch {
  let worker: Worker | undefined;
  const start = async (): Promise<Worker> => {
    const started = new Worker(new URL('./measure-worker.ts', import.meta.url));
    await new Promise((resolve) => started.once('message', resolve));
    return started;
  };
  return {
    measure: async (subject, fragment) => {
      const busy = (worker ??= await start());
      const answer = await new Promise<number>((resolve) => {
        const timer = setTimeout(() => resolve(Infinity), longestMs);
        busy.once('message', (milliseconds: number) => {
          clearTimeout(timer);
          resolve(milliseconds);
        });
        busy.once('error', (error) => {
          console.error(subject, JSON.stringify(fragment.slice(0, 80)), error);
          clearTimeout(timer);
          resolve(Infinity);
        });
        busy.postMessage({ subject, fragment });
      });
      busy.removeAllListeners('message');
      busy.removeAllListeners('error');
      if (answer === Infinity) {
        await busy.terminate();
        worker = undefined;
      }
      return answer;
    },
    close: async () => void (await worker?.terminate()),
  };
}

export interface Stopwatch {
  /** Milliseconds; `Infinity` for what was given up or threw. */
  measure: (subject: string, fragment: string) => Promise<number>;
  close: () => Promise<void>;
}
