import path from 'node:path';
import { openLog, type LogLimits } from './log-file.ts';
import { createRefusalCounter, type AuditEvent } from './refusal-counter.ts';

/**
 * Two files of lines of JSON, who, what, where, with what result, and never what was written. `file` holds what
 * signed-in people did or tried to do; its full parts are kept. `refusals.jsonl` beside it holds what was refused to
 * everybody else: a few of each address and minute, and counts of the rest. Neither can push anything out of the other,
 * and no request waits for either.
 */
export function openAuditLog(file: string, now: () => Date = () => new Date()): AuditLog {
  const actions = openLog(file, actionLimits);
  const refusals = openLog(path.join(path.dirname(file), 'refusals.jsonl'), refusalLimits);
  const counter = createRefusalCounter((line) => refusals.write(JSON.stringify(line)), now);
  return {
    write: (event, isOfPerson) => {
      const isWritten =
        isOfPerson && (event.status < 400 || counter.admits(`login ${event.login ?? ''}`, maxTriesInMinute));
      if (isWritten) actions.write(JSON.stringify(event));
      else counter.add(event);
    },
    settled: async () => {
      counter.flush();
      await Promise.all([actions.settled(), refusals.settled()]);
    },
  };
}

/** Refused requests of one person that stand in `audit.jsonl`; more are counted like a stranger's. */
const maxTriesInMinute = 60;

const actionLimits: LogLimits = { maxFileBytes: 20 * 1024 * 1024, maxPendingBytes: 4 * 1024 * 1024, isKept: true };
const refusalLimits: LogLimits = { maxFileBytes: 5 * 1024 * 1024, maxPendingBytes: 1024 * 1024, isKept: false };

export interface AuditLog {
  /** Returns at once; `isOfPerson` says that somebody signed in asked for it, with a token of this server. */
  write: (event: AuditEvent, isOfPerson: boolean) => void;
  /** Resolves when all lines are in the files, or could not be written. */
  settled: () => Promise<void>;
}
