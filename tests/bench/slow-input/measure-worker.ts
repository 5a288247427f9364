import { parentPort } from 'node:worker_threads';
import { subjects } from './subjects.ts';

parentPort?.on('message', ({ subject, fragment }: { subject: string; fragment: string }) => {
  const started = cpuMs();
  subjects[subject]?.(fragment);
  parentPort?.postMessage(cpuMs() - started);
});
parentPort?.postMessage('ready');

/** Of this thread alone: what else the machine does is not held against the input. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
