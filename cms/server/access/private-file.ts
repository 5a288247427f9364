import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { accessMessages } from '../messages/access-messages.ts';

/**
 * Refuses a file that holds secrets where others than its owner could read or change it. `leave` names faults that the
 * caller puts right by itself. A file that an administrator hands to a service may be the administrator's, and be read
 * by the service's group. Throws `UnsafeFile`; a file that is not there is nobody's fault.
 */
export async function refuseUnsafeFile(
  file: string,
  { leave = [], isFromAdministrator = false }: Leniency = {},
): Promise<void> {
  const facts = await stat(file).catch(() => undefined);
  const own = process.getuid?.();
  if (!facts || own === undefined) return;
  const fault = findFileFault(isFromAdministrator ? { mode: facts.mode & ~0o050, uid: own } : facts);
  if (fault !== undefined && !leave.includes(fault)) throw new UnsafeFile(accessMessages.unsafeFile[fault](file));
}

/** A file of secrets is open to others; the message is a Japanese sentence. */
export class UnsafeFile extends Error {}

/** What is wrong with who may read or write a file that holds secrets; nothing where the system has no such rights. */
export function findFileFault({ mode, uid }: Pick<Stats, 'mode' | 'uid'>): FileFault | undefined {
  const own = process.getuid?.();
  if (own === undefined) return undefined;
  if (uid !== own) return 'foreign';
  if ((mode & 0o022) !== 0) return 'writable';
  return (mode & 0o044) === 0 ? undefined : 'readable';
}

/** Owned by another user; writable, or only readable, by others than its owner. */
export type FileFault = 'foreign' | 'writable' | 'readable';

interface Leniency {
  leave?: readonly FileFault[];
  isFromAdministrator?: boolean;
}
