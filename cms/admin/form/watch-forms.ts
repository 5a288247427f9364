import type { DecapCollection } from '../config/collection-parts.ts';
import { askAboutBackups } from '../dialogs/ask-about-backups.ts';
import { translateDialogs } from '../dialogs/plain-questions.ts';
import { confirmSignOut } from '../dialogs/confirm-sign-out.ts';
import { showNotice } from '../messages/notice.ts';
import { openBackupStore, type Backup } from './backup-store.ts';
import { connectStore, type DeskStore, type StoreScope } from './desk-store.ts';
import { readFormAddress, type FormAddress } from './form-address.ts';
import { guardAddress } from './guard-address.ts';
import { keepBackups } from './keep-backups.ts';
import { markNeeded } from './mark-needed.ts';
import { showMissing } from './show-missing.ts';
import { showNewItems } from './show-new-items.ts';
import { showPlainWords } from './show-plain-words.ts';
import { watchPublishing } from './watch-publishing.ts';

/** What stands between Decap's forms and the loss of what is typed into them. To be called before Decap loads. */
export function watchForms(view: Window & StoreScope, { forms, leaveMessage, root }: FormOptions): Forms {
  const collections = forms.map(({ name }) => name);
  const store = connectStore(view);
  const backups = openBackupStore();
  const remove = ({ id }: Backup) => backups.remove(id);

  const keeper = keepBackups(store, backups, {
    onOpen: (found) => {
      const revision = store.form()?.data.get('__revision');
      void askAboutBackups(found, { remove, ...(typeof revision === 'string' ? { revision } : {}) }).then(restore);
    },
    onFailure: () => showNotice([noBackups], 'この端末に控えを残せません。'),
  });
  const restore = (backup: Backup | undefined) => void (backup && keeper.restore(backup));

  const publishing = watchPublishing(store);
  guardAddress(view, store, {
    collections,
    leaveMessage,
    root,
    isHeld: () => publishing.isRunning(),
    onLeave: () => keeper.drop(),
  });
  translateDialogs(view, store);
  showMissing(view, store, {
    collections,
    root,
    onMissing: async (address) => {
      const found = await backups.find(store.login() ?? '', address).catch(() => []);
      const chosen = found.length === 0 ? undefined : await askAboutBackups(found, { remove, isGone: true });
      if (!chosen) return;
      await backups.put(asNew(chosen));
      view.location.hash = `#/collections/${address.collection}/new`;
    },
  });
  markNeeded(root, store, forms);
  showNewItems(root);
  showPlainWords(root);
  return {
    store,
    address: () => readFormAddress(view.location.hash, collections),
    confirmSignOut: async () => confirmSignOut(await backups.count(store.login() ?? '').catch(() => 0)),
  };
}

/** A backup of an entry that is gone: its words without what tied them to a file. */
function asNew({ data, address, ...rest }: Backup): Backup {
  const { __source: _source, __revision: _revision, id: _id, ...words } = data;
  return { ...rest, data: words, address: { collection: address.collection } };
}

const noBackups =
  'ブラウザーの設定か空き容量のため、入力した内容の控えが残りません。画面が閉じると失われるので、こまめに保存してください。';

export interface FormOptions {
  /** What the desk shows. */
  forms: readonly DecapCollection[];
  leaveMessage: string;
  /** Where Decap draws. */
  root: HTMLElement;
}

export interface Forms {
  store: DeskStore;
  /** The form that the address names. */
  address(): FormAddress | undefined;
  /** False if somebody wants to keep what they have not saved. */
  confirmSignOut(): Promise<boolean>;
}
