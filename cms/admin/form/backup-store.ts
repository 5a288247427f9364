import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { DraftFile } from './desk-store.ts';
import { isSameEntry, type FormAddress } from './form-address.ts';
import { listOpenForms } from './open-forms.ts';

/**
 * Copies of unsaved work on this device, one for each form, shared by all tabs. Rejects where the browser keeps
 * nothing.
 */
export function openBackupStore(): BackupStore {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const open = () =>
    (opened ??= openDB<Schema>('kenjinkai-desk', 1, {
      upgrade: (database) => void database.createObjectStore('backups', { keyPath: 'id' }),
    }));
  const list = async () => (await open()).getAll('backups');
  const remove = async (id: string) => (await open()).delete('backups', id);
  return {
    put: async (backup) => void (await (await open()).put('backups', backup)),
    remove,
    find: async (login, address) => {
      const own = (await list()).filter((backup) => backup.login === login);
      const found = address === undefined ? own : own.filter((backup) => isSameEntry(backup.address, address));
      const open = await listOpenForms();
      return found.filter(({ id }) => !open.has(id)).sort((one, other) => other.savedAt - one.savedAt);
    },
    count: async (login) => (await list()).filter((backup) => backup.login === login).length,
    clear: async (login) => {
      for (const backup of await list()) if (backup.login === login) await remove(backup.id);
    },
    removeOld: async (now) => {
      for (const { id, savedAt } of await list()) if (now - savedAt > maxAgeMs) await remove(id);
    },
  };
}

/** 14 days. */
const maxAgeMs = 14 * 86_400_000;

interface Schema extends DBSchema {
  backups: { key: string; value: Backup };
}

export interface BackupStore {
  put(backup: Backup): Promise<void>;
  remove(id: string): Promise<void>;
  /**
   * Somebody's backups of one entry, or of all, newest first; those of forms that are open in some tab are left out.
   */
  find(login: string, address?: FormAddress): Promise<Backup[]>;
  count(login: string): Promise<number>;
  clear(login: string): Promise<void>;
  /** Removes what is older than 14 days, whoever wrote it. `now` in milliseconds. */
  removeOld(now: number): Promise<void>;
}

export interface Backup {
  /** Of the form, not of the entry: two forms of one entry have a backup each. */
  id: string;
  login: string;
  address: FormAddress;
  /** Milliseconds since 1970. */
  savedAt: number;
  /** Values of the form's fields. */
  data: Record<string, unknown>;
  files: DraftFile[];
}
