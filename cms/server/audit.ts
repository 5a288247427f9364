import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';

/** One line of JSON for each deed and each refusal: who, what, where, with what result. Never what was written. */
export function openAuditLog(file: string): AuditLog {
  let last: Promise<void> = Promise.resolve();
  const append = async (line: string): Promise<void> => {
    await mkdir(path.dirname(file), { recursive: true });
    const size = await stat(file).then((facts) => facts.size, () => 0);
    if (size > mostBytes) await rename(file, `${file}.1`);
    await appendFile(file, line, { mode: 0o600 });
  };
  return {
    write: (event) => {
      last = last.then(() => append(`${JSON.stringify(event)}\n`)).catch((error: unknown) => console.error(`audit: ${error instanceof Error ? error.message : 'failed'}`));
      return last;
    },
    settled: () => last,
  };
}

const mostBytes = 20 * 1024 * 1024;

export interface AuditLog {
  /** Resolves when the line is in the file; a full disk is reported on the console and stops nobody's work. */
  write: (event: AuditEvent) => Promise<void>;
  settled: () => Promise<void>;
}

export interface AuditEvent {
  at: string;
  address: string;
  /** `null` before a login. */
  login: string | null;
  action: string;
  /** Draft or paths that it was about. */
  target: string | null;
  status: number;
  code: string | null;
  commit: string | null;
  milliseconds: number;
}
