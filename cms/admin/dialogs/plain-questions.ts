import type { DeskStore } from '../form/desk-store.ts';
import { ja } from '../locale/ja.ts';

/**
 * Replaces `confirm` and `alert` of the window, so that Decap's questions are Japanese and say what is true for the
 * entry in the form. A question that repeats the one just answered is not asked again.
 */
export function translateDialogs(view: Window, store: DeskStore): void {
  const confirm = view.confirm.bind(view);
  let justAgreed = '';
  view.confirm = (message = '') => {
    const form = store.form();
    const facts = { isPublished: form?.isModification !== false, hasStatus: form?.address.collection === 'qa' };
    if (message === asked.dropDraft && justAgreed === asked.dropAll) return true;
    const isAgreed = confirm(sayQuestion(message, facts));
    justAgreed = isAgreed ? message : '';
    setTimeout(() => (justAgreed = ''), 0);
    return isAgreed;
  };
  const alert = view.alert.bind(view);
  view.alert = (message = '') => alert(sayQuestion(String(message), { isPublished: true, hasStatus: false }));
}

/** The Japanese question that replaces `message` of Decap. */
export function sayQuestion(message: string, { isPublished, hasStatus }: EntryFacts): string {
  const rest = isPublished
    ? '公開中の内容はそのまま残ります。'
    : 'まだ公開していない項目なので、書いた内容はなくなります。';
  if (message === asked.dropDraft || message === asked.dropAll) return message + rest;
  if (message === asked.unpublish || message === asked.remove || message === asked.removeAll)
    return message + (hasStatus ? advice : '');
  const image = /^(.+) already exists\. Do you want to replace it\?$/s.exec(message)?.[1];
  if (image !== undefined) return `「${image}」という名前の画像がすでにあります。新しい画像に置き換えますか。`;
  return /\p{sc=Hira}/u.test(message) ? message : 'この操作を続けますか。';
}

const asked = {
  dropDraft: ja.editor.editor.onDeleteUnpublishedChanges,
  dropAll: ja.editor.editor.onDeleteUnpublishedChangesWithUnsavedChanges,
  unpublish: ja.editor.editor.onUnpublishing,
  remove: ja.editor.editor.onDeletePublishedEntry,
  removeAll: ja.editor.editor.onDeleteWithUnsavedChanges,
} as const;

/** Said for Q&As only: other entries have no status and leave no page behind. */
const advice =
  '\n\nリンクを渡したことがあるときは、代わりに入力欄の「状態」を「取り下げ」にして公開してください。' +
  '同じアドレスに、取り下げたことを伝えるページが残ります。';

interface EntryFacts {
  /** Whether the site has the entry, whatever its draft says. */
  isPublished: boolean;
  /** Whether it has the field 「状態」. */
  hasStatus: boolean;
}
