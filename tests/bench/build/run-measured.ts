import { spawn, type ChildProcess } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';

/** Runs a program of Node and measures it with all processes that it starts. Throws where it fails. */
export async function runMeasured(
  words: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<Measured> {
  const started = performance.now();
  const child = spawn(process.execPath, words, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const memory = watchMemory(child);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  const { peakKilobytes, processorSeconds } = memory.stop();
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}.`);
  return { seconds: (performance.now() - started) / 1000, processorSeconds, peakKilobytes };
}

/** Samples a process and those below it five times a second, from /proc. */
export function watchMemory(child: ChildProcess): { stop(): Omit<Measured, 'seconds'> } {
  let peakKilobytes = 0;
  let processorSeconds = 0;
  const timer = setInterval(() => {
    const family = readFamily(child.pid ?? 0);
    peakKilobytes = Math.max(peakKilobytes, sum(family, 'kilobytes'));
    processorSeconds = Math.max(processorSeconds, sum(family, 'processorSeconds'));
  }, 200);
  return {
    stop: () => {
      clearInterval(timer);
      return { peakKilobytes, processorSeconds };
    },
  };
}

function readFamily(parent: number): Process[] {
  const processes = globSync('/proc/[0-9]*/stat').flatMap((file): Process[] => {
    try {
      const [pid, rest = ''] = readFileSync(file, 'utf8').split(/ \(.*\) /);
      const fields = rest.split(' ').map(Number);
      // Fields 4, 14 to 17 and 24 of proc(5): the parent; ticks of a hundredth of a second; pages of 4 KiB.
      const ticks = fields.slice(11, 15).reduce((total, value) => total + value, 0);
      return [
        { pid: Number(pid), parent: fields[1] ?? 0, processorSeconds: ticks / 100, kilobytes: (fields[21] ?? 0) * 4 },
      ];
    } catch {
      return [];
    }
  });
  const family = new Set([parent]);
  for (let round = 0; round < 4; round += 1)
    for (const one of processes) if (family.has(one.parent)) family.add(one.pid);
  return processes.filter(({ pid }) => family.has(pid));
}

function sum(family: readonly Process[], field: 'processorSeconds' | 'kilobytes'): number {
  return family.reduce((total, one) => total + one[field], 0);
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** Of itself and of children that have ended. */
  readonly processorSeconds: number;
  /** Resident now. */
  readonly kilobytes: number;
}

export interface Measured {
  readonly seconds: number;
  readonly processorSeconds: number;
  /** Resident at once, of all its processes. */
  readonly peakKilobytes: number;
}
