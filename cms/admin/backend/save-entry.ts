import type { AnswerOf } from '../../protocol/actions.ts';
import type { Client } from './client.ts';
import { Cancelled, AlreadyReported } from '../messages/plain-error.ts';
import { entryKey } from './entry-path.ts';
import { CmsError } from './cms-error.ts';
import type { DraftStatus, Finding, TextConflict } from '../../protocol/entry-shapes.ts';
import { readRevisionHeader } from './revision-header.ts';

/**
 * Saves and publishes without ever deciding for the editor: what somebody else changed meanwhile, and what looks
 * personal, is asked about, and the save goes on with the answer or ends with everything still in the form.
 */
export function createSaver(client: Client, ask: AskEditor): Saver {
  /** Path and revision that a form began from → the revision that this page saved over it. */
  const successors = new Map<string, string>();
  const newest = (path: string, revision: string): string => {
    const next = successors.get(keyOf(path, revision));
    return next === undefined ? revision : newest(path, next);
  };

  const persist = async (
    file: FileToSave,
    entry: Pick<EntryToSave, 'assets' | 'options' | 'checkAddress'>,
  ): Promise<AnswerOf<'persistEntry'>> => {
    const { assets, options, checkAddress } = entry;
    let current = file;
    let isMerged = false;
    let reason: string | undefined;
    for (;;) {
      checkAddress?.();
      try {
        const saved = await client.act('persistEntry', {
          dataFiles: [current],
          assets,
          options: { ...options, ...(reason === undefined ? {} : { privacyReason: reason }) },
        });
        if (isMerged) ask.showAnew();
        return saved;
      } catch (error) {
        if (!(error instanceof CmsError)) throw error;
        if (error.conflict?.kind === 'save') {
          const answer = await ask.aboutConflict(error.conflict);
          if (!answer) throw new SaveCancelled();
          isMerged = answer.resolution === 'merge';
          current = {
            ...current,
            raw: answer.text,
            revision: error.conflict.theirs?.revision ?? null,
            resolution: answer.resolution,
          };
        } else if (error.findings.length > 0) {
          const errors = error.findings.filter(({ severity }) => severity === 'error');
          if (reason !== undefined || !errors.every(({ privacy, overridable }) => privacy && overridable)) {
            await ask.aboutFindings(error.findings, {
              path: current.newPath ?? current.path,
              text: current.raw,
              action: 'save',
            });
            throw new AlreadyReported();
          }
          reason = await ask.forPrivacyReason(errors);
          if (reason === undefined) throw new SaveCancelled();
        } else throw error;
      }
    }
  };

  const read = async (collection: string, slug: string): Promise<{ path: string; text: string }> => {
    const { diffs } = await client.act('unpublishedEntry', { collection, slug });
    const path = diffs.find(({ binary }) => !binary)?.path ?? '';
    const { data } = await client.act('unpublishedEntryDataFile', { collection, slug, path });
    return { path, text: data };
  };

  return {
    opened: (path, revision) => {
      // A form that was loaded again begins from this revision itself, not from what this page saved over it before.
      if (revision !== null) successors.delete(keyOf(path, revision));
    },
    save: async (entry) => {
      const { text, revision } = readRevisionHeader(entry.raw);
      const began = revision === null || entry.options.newEntry ? null : newest(entry.path, revision);
      const newPath = entry.move(entry.path, text);
      const file: FileToSave = {
        slug: entry.slug,
        path: entry.path,
        raw: text,
        revision: began,
        ...(newPath === undefined ? {} : { newPath }),
      };
      const saved = await persist(file, entry);
      const { path } = saved;
      const now = saved.revisions[path];
      if (began !== null && now !== undefined && now !== began) successors.set(keyOf(entry.path, began), now);
      if (saved.warnings.length > 0) ask.showWarnings(saved.warnings);
      return { path, revision: now };
    },
    publish: async (collection, slug, shown) => {
      try {
        await client.act('publishUnpublishedEntry', { collection, slug, ...shown });
      } catch (error) {
        if (!(error instanceof CmsError)) throw error;
        if (error.findings.length > 0) {
          const entry = await read(collection, slug);
          await ask.aboutFindings(error.findings, { ...entry, action: 'publish' });
          throw new AlreadyReported();
        }
        if (error.conflict?.kind !== 'publish') throw error;
        const { conflict } = error;
        const answer = await ask.aboutConflict(conflict);
        if (!answer) throw new SaveCancelled();
        const file: FileToSave = {
          slug,
          path: conflict.path,
          raw: answer.text,
          revision: conflict.yours.revision ?? null,
          mainRevision: conflict.theirs?.revision ?? null,
          resolution: answer.resolution,
        };
        await persist(file, {
          assets: [],
          options: { collectionName: collection, useWorkflow: true, status: 'draft', newEntry: false },
        });
        await client.act('publishUnpublishedEntry', { collection, slug });
        ask.showAnew();
      }
    },
  };
}

function keyOf(path: string, revision: string): string {
  return `${entryKey(path)}\n${revision}`;
}

/** The editor chose to go back; nothing was saved and nothing is lost. */
export class SaveCancelled extends Cancelled {
  constructor() {
    super('保存を取りやめました。入力した内容は画面に残っています。');
  }
}

export interface AskEditor {
  /** The text that should win, or nothing to go back to the form. */
  aboutConflict(conflict: TextConflict): Promise<{ text: string; resolution: 'overwrite' | 'merge' } | undefined>;
  aboutFindings(findings: readonly Finding[], entry: EntryAsked): Promise<void>;
  forPrivacyReason(findings: readonly Finding[]): Promise<string | undefined>;
  showWarnings(findings: readonly Finding[]): void;
  /** What was saved is not what the form holds; it has to be read again. */
  showAnew(): void;
}

/** What was to be saved or published. */
interface EntryAsked {
  path: string;
  text: string;
  action: 'save' | 'publish';
}

export interface Saver {
  opened(path: string, revision: string | null): void;
  /** Resolves to the path under which the entry lies now, and to its revision there. */
  save(entry: EntryToSave): Promise<{ path: string; revision: string | undefined }>;
  /** `shown` is the version of the draft that was read. */
  publish(collection: string, slug: string, shown: { revision?: string }): Promise<void>;
}

interface EntryToSave {
  slug: string;
  path: string;
  /** Text behind its revision header. */
  raw: string;
  move: (path: string, text: string) => string | undefined;
  assets: { path: string; content: string; encoding: 'base64' }[];
  /** Throws if the form is no longer the one of the address; called before each attempt. */
  checkAddress?: () => void;
  options: { collectionName: string; useWorkflow: boolean; status: DraftStatus; newEntry?: boolean | undefined };
}

interface FileToSave {
  slug: string;
  path: string;
  raw: string;
  revision: string | null;
  newPath?: string;
  mainRevision?: string | null;
  resolution?: 'overwrite' | 'merge';
}
