import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readFileMoves, type Step } from '../checkout/checkout-steps.ts';
import { listCheckouts } from '../checkout/checkouts.ts';
import { headReflogSize } from '../checkout/head-reflog.ts';
import { isAlive } from '../checkout/index-lock.ts';
import type { Git } from '../git/git.ts';
import type { ReferenceMove } from '../git/references.ts';
import type { Objects } from '../objects/objects.ts';
import type { Change } from '../objects/tree.ts';

/**
 * What this process is about to do to references and to the checked-out files, written down first. A process killed
 * half-way leaves its note, and the next start knows which lock files are ours and which checked-out files lag behind.
 * A note of what was published stays for some minutes longer: see `openGuard`.
 */
export function openJournal(privateFolder: string): Journal {
  let number = 0;
  return {
    write: async (note) => {
      number += 1;
      const name = `${process.pid}-${Date.now()}${String(number % 1_000).padStart(3, '0')}.json`;
      const file = path.join(privateFolder, `doing-${name}`);
      try {
        await writeFile(`${file}.new`, JSON.stringify(note), { flush: true });
        await rename(`${file}.new`, file);
      } catch (error) {
        await rm(`${file}.new`, { force: true });
        throw error;
      }
      return { file, clear: () => rm(file, { force: true }), keep: () => keepNote(file) };
    },
  };
}

/**
 * What moves with the references: in the checkouts, and on the branch that is edited even where it is checked out
 * nowhere.
 */
export async function noteFiles(
  git: Git,
  objects: Objects,
  moves: readonly ReferenceMove[],
  steps: readonly Step[],
  branch: string,
): Promise<NotedFile[]> {
  const files: NotedFile[] = steps.flatMap((step) => step.files.map((file) => ({ ...file, ref: step.move.name })));
  const apart = moves.find(({ name }) => name === branch && !steps.some(({ move }) => move.name === name));
  const checkouts = apart?.after === undefined ? [] : await listCheckouts(git);
  if (!apart || checkouts.length === 0) return files;
  const headLogs = Object.fromEntries(
    checkouts.map((checkout) => [checkout.git.gitFolder, headReflogSize(checkout.git)]),
  );
  const own = await readFileMoves(objects, apart);
  return [...files, ...own.map((file) => ({ ...file, ref: branch, headLogs }))];
}

/** Turns the note of a move under way into one of what was published; resolves to its file. */
export async function keepNote(file: string): Promise<string> {
  const kept = path.join(path.dirname(file), path.basename(file).replace(/^doing-/, 'published-'));
  await rename(file, kept);
  return kept;
}

/** Notes of processes that ended without clearing them. */
export async function readAbandonedNotes(privateFolder: string): Promise<AbandonedNote[]> {
  const names = await readdir(privateFolder).catch(() => []);
  const notes: AbandonedNote[] = [];
  for (const name of names) {
    const match = /^doing-(\d+)-\d+\.json(\.new)?$/.exec(name);
    if (!match || isAlive(Number(match[1]))) continue;
    const file = path.join(privateFolder, name);
    if (match[2] === undefined) notes.push({ file, note: await readNote(file) });
    else await rm(file, { force: true });
  }
  return notes;
}

/** Notes of what was published lately, the oldest first. */
export async function readPublishedNotes(privateFolder: string): Promise<AbandonedNote[]> {
  const names = (await readdir(privateFolder)).filter((name) => /^published-\d+-\d+\.json$/.test(name));
  const notes = await Promise.all(
    names.map(async (name) => {
      const file = path.join(privateFolder, name);
      return { file, note: await readNote(file) };
    }),
  );
  return notes.sort((a, b) => a.note.at - b.note.at);
}

/** A file that a power cut left empty says nothing. */
async function readNote(file: string): Promise<Note> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Note;
  } catch {
    return { at: 0, refs: [], files: [] };
  }
}

export interface Journal {
  write: (note: Note) => Promise<JournalEntry>;
}

interface JournalEntry {
  file: string;
  /** Takes the note away. */
  clear: () => Promise<void>;
  /** Keeps it as one of what was published; resolves to its file. */
  keep: () => Promise<string>;
}

export interface Note {
  /** Milliseconds since 1970. */
  at: number;
  refs: { name: string; after: string | undefined }[];
  /** Checked-out files that move with their branch `ref`. */
  files: NotedFile[];
}

export interface NotedFile extends Change {
  ref?: string;
  /**
   * Set where the branch was checked out nowhere when it moved, though somebody may have been about to check it out as
   * it was before: bytes of each work tree's log of HEAD at that moment, by Git folder.
   */
  headLogs?: Record<string, number>;
}

export interface AbandonedNote {
  file: string;
  note: Note;
}
