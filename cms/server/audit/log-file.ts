import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * A file to which lines are added in their order, as many at once as came while the last were written. Where it cannot
 * be written, as on a full disk, that is said on the console once; lines wait up to `maxPendingBytes`, and those beyond
 * are counted, which the file says as soon as it can be written again.
 */
export function openLog(file: string, limits: LogLimits): LogFile {
  let pending: string[] = [];
  let pendingBytes = 0;
  let lost = 0;
  let hasFailed = false;
  let drained: Promise<void> | undefined;

  async function drain(): Promise<void> {
    while (pending.length > 0 || lost > 0) {
      const [lines, dropped] = [pending, lost];
      [pending, pendingBytes, lost] = [[], 0, 0];
      const note = dropped > 0 ? [JSON.stringify({ at: new Date().toISOString(), lost: dropped })] : [];
      // After a failure the last line may have been cut short.
      const text = `${hasFailed ? '\n' : ''}${[...lines, ...note].join('\n')}\n`;
      try {
        await append(text);
        hasFailed = false;
      } catch (error) {
        if (!hasFailed) console.error(`audit: ${error instanceof Error ? error.message : 'failed'}`);
        hasFailed = true;
        takeBack(lines, dropped);
        break;
      }
    }
    drained = undefined;
  }

  function takeBack(lines: readonly string[], dropped: number): void {
    const newer = pending;
    [pending, pendingBytes, lost] = [[], 0, lost + dropped];
    for (const line of [...lines, ...newer]) keep(line);
  }

  function keep(line: string): void {
    if (pendingBytes + line.length > limits.maxPendingBytes) {
      lost += 1;
      return;
    }
    pending.push(line);
    pendingBytes += line.length;
  }

  async function append(text: string): Promise<void> {
    await mkdir(path.dirname(file), { recursive: true });
    const size = await stat(file).then(
      (facts) => facts.size,
      () => 0,
    );
    if (size > limits.maxFileBytes) await rename(file, limits.isKept ? datedName(file) : `${file}.1`);
    await appendFile(file, text, { mode: 0o600 });
  }

  return {
    write: (line) => {
      keep(line);
      drained ??= drain();
    },
    settled: async () => {
      await drained;
    },
  };
}

/** `audit.jsonl` becomes `audit-2026-07-03T01-32-05-000Z.jsonl`. */
function datedName(file: string): string {
  const { dir, name, ext } = path.parse(file);
  return path.join(dir, `${name}-${new Date().toISOString().replace(/[:.]/g, '-')}${ext}`);
}

export interface LogLimits {
  /** Size from which on the file is put aside and a new one begun. */
  maxFileBytes: number;
  /** Of lines that wait to be written. */
  maxPendingBytes: number;
  /** Whether every file that was put aside is kept, or the last one alone. */
  isKept: boolean;
}

export interface LogFile {
  write: (line: string) => void;
  settled: () => Promise<void>;
}
