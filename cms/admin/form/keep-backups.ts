import type { Backup, BackupStore } from './backup-store.ts';
import { isSameForm } from './count-changes.ts';
import type { DeskStore, OpenForm } from './desk-store.ts';
import { markOpen } from './open-forms.ts';

/**
 * Writes what is typed to this device while it is typed, at most a second later, and takes the copy away once it was
 * saved or given up. `onOpen` is called with what is left from earlier when a form opens, `onFailure` once if nothing
 * can be kept.
 */
export function keepBackups(store: DeskStore, backups: BackupStore, { onOpen, onFailure }: BackupEvents): BackupKeeper {
  let id = '';
  let release = (): void => undefined;
  let latest: OpenForm | undefined;
  let opened: Record<string, unknown> = {};
  let sent: unknown;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let queue = Promise.resolve();
  let hasFailed = false;
  let login = '';
  const offered = new Set<string>();

  const enqueue = (work: () => Promise<void>) => {
    queue = queue.then(work).catch(() => {
      if (!hasFailed) onFailure();
      hasFailed = true;
    });
    return queue;
  };
  const begin = (next: string) => {
    flush();
    release();
    id = next;
    release = markOpen(id);
    latest = sent = undefined;
    opened = store.form()?.data.toJS() ?? {};
  };
  const flush = () => {
    if (timer === undefined || !latest) return;
    timer = void clearTimeout(timer);
    const form = latest;
    const own = id;
    const who = login;
    const data = form.data.toJS();
    // A copy of an entry counts as changed before anybody has typed.
    if (form.address.slug === undefined && isSameForm(data, opened)) return;
    const { address } = form;
    const files = form.draftFiles().map(toStorable);
    void enqueue(() => backups.put({ id: own, login: who, address, savedAt: Date.now(), data, files }));
  };
  const drop = () => {
    timer = void clearTimeout(timer);
    latest = undefined;
    const own = id;
    return enqueue(() => backups.remove(own));
  };
  const noteChange = () => {
    latest = store.form();
    if (latest?.hasChanged) timer ??= setTimeout(flush, backupIntervalMs);
    else void drop();
  };
  const offer = async () => {
    const form = store.form();
    const own = id;
    if (!form) return;
    await queue;
    const found = (await backups.find(login, form.address).catch(() => [])).filter((backup) => !offered.has(backup.id));
    if (found.length === 0 || own !== id) return;
    for (const backup of found) offered.add(backup.id);
    onOpen(found);
  };

  store.listen(({ type }) => {
    login = store.login() ?? login;
    if (type === 'DRAFT_CREATE_FROM_ENTRY' || type === 'DRAFT_CREATE_EMPTY') {
      begin(crypto.randomUUID());
      void offer();
    } else if (type === 'DRAFT_CREATE_DUPLICATE_FROM_ENTRY') begin(crypto.randomUUID());
    else if (changes.has(type)) noteChange();
    else if (type.endsWith('ENTRY_PERSIST_REQUEST')) sent = store.form()?.data;
    else if (type.endsWith('ENTRY_PERSIST_SUCCESS')) {
      // What was typed while the save was on its way is not saved yet.
      if (sent === store.form()?.data) void drop();
      else flush();
    } else if (type === 'DRAFT_DISCARD') {
      flush();
      release();
      offered.clear();
    } else if (type === 'LOGOUT') {
      // Members' words do not stay behind on a computer that others use.
      timer = void clearTimeout(timer);
      const who = login;
      void enqueue(() => backups.clear(who));
    }
  });
  addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', flush);
  void backups.removeOld(Date.now()).catch(() => undefined);

  return {
    drop,
    restore: (backup) => {
      const form = store.form();
      if (!form) return;
      const files = backup.files.map((file) => (file.file ? { ...file, url: URL.createObjectURL(file.file) } : file));
      const { mediaFiles = [], ...entry } = form.toPlain();
      begin(backup.id);
      store.restore({ ...entry, data: backup.data, mediaFiles: [...files, ...(mediaFiles as object[])] });
    },
  };
}

/** Addresses of objects end with the page; the file itself can be kept. */
function toStorable({ path, file, ...rest }: Backup['files'][number]): Backup['files'][number] {
  const { id, name, size } = rest;
  return { draft: true, path, ...(file ? { file } : {}), id, name, size };
}

const changes = new Set(['DRAFT_CHANGE_FIELD', 'ADD_DRAFT_ENTRY_MEDIA_FILE', 'REMOVE_DRAFT_ENTRY_MEDIA_FILE']);
const backupIntervalMs = 1_000;

export interface BackupEvents {
  onOpen(found: readonly Backup[]): void;
  onFailure(): void;
}

export interface BackupKeeper {
  /** Takes the open form's backup away. */
  drop(): Promise<void>;
  /** Fills the open form with a backup, which stays until it is saved or given up. */
  restore(backup: Backup): void;
}
