import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * What this process is about to do to references and to the checked-out files, written down first. A process killed half-way
 * leaves its note, and the next start knows which lock files are ours and which checked-out files lag behind.
 */
export function openJournal(privateFolder: string): Journal {
  let number = 0;
  return {
    write: async (note) => {
      number += 1;
      const file = path.join(privateFolder, `doing-${process.pid}-${number}.json`);
      await writeFile(`${file}.new`, JSON.stringify(note), { flush: true });
      await rename(`${file}.new`, file);
      return () => rm(file, { force: true });
    },
  };
}

/** Notes of processes that ended without clearing them. */
export async function readAbandonedNotes(privateFolder: string): Promise<AbandonedNote[]> {
  const names = await readdir(privateFolder).catch(() => []);
  const notes: AbandonedNote[] = [];
  for (const name of names) {
    const match = /^doing-(\d+)-\d+\.json(\.new)?$/.exec(name);
    if (!match || isAlive(Number(match[1]))) continue;
    const file = path.join(privateFolder, name);
    if (match[2] === undefined) notes.push({ file, note: JSON.parse(await readFile(file, 'utf8')) as Note });
    else await rm(file, { force: true });
  }
  return notes;
}

/** Our own number cannot be another's: after a restart in a container it is often the same. */
export function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export interface Journal {
  /** The result takes the note away. */
  write: (note: Note) => Promise<() => Promise<void>>;
}

export interface Note {
  /** Milliseconds since 1970. */
  at: number;
  refs: { name: string; after: string | undefined }[];
  /** Checked-out files to bring along after the references moved. */
  files: FileMove[];
}

export interface FileMove {
  path: string;
  /** Ids of the text before and after; `undefined` where there is no file. */
  before: string | undefined;
  after: string | undefined;
}

export interface AbandonedNote {
  file: string;
  note: Note;
}
