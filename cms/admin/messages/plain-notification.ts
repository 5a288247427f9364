import { ja } from '../locale/ja.ts';
import { explainError, isAlreadyReported, Cancelled } from './plain-error.ts';

/**
 * Decap's notification in the desk's words, or nothing where there is nothing left to say. Decap names most by a key; a
 * few it writes in English where it sends them.
 */
export function readNotification({ message, type }: Notification): PlainNotification | undefined {
  const isError = type === 'error';
  if (typeof message === 'string') return readWritten(message, isError);
  const { key = '', details } = message ?? {};
  if (isAlreadyReported(details) || saidElsewhere.has(key)) return undefined;
  if (details instanceof Cancelled) return { text: details.message, isError: false };
  // Decap says of a draft that it could not delete that it was deleted.
  const name =
    isError && key === 'ui.toast.onDeleteUnpublishedChanges' ? 'onFailToDelete' : key.replace('ui.toast.', '');
  const words = Object.hasOwn(ja.ui.toast, name) ? ja.ui.toast[name as keyof typeof ja.ui.toast] : undefined;
  if (words === undefined) return { text: isError ? failed + explainError(details) : done, isError };
  return { text: words.replace('%{details}', () => explainError(details)), isError };
}

function readWritten(message: string, isError: boolean): PlainNotification | undefined {
  if (isAlreadyReported(message)) return undefined;
  const found = written.find(({ begin }) => message.startsWith(begin));
  if (!found) return { text: isError ? failed + explainError(message) : explainError(message), isError };
  return { text: found.words + explainError(message.slice(found.begin.length)), isError: true };
}

const written = [
  { begin: 'Failed to persist media: ', words: '画像を加えられませんでした。' },
  { begin: 'Failed to delete media: ', words: '画像を削除できませんでした。' },
] as const;

/**
 * The list at the top of the form says more of what is missing, and the button that looks for a page whether it is
 * there.
 */
const saidElsewhere: ReadonlySet<string> = new Set([
  'ui.toast.missingRequiredField',
  'ui.toast.onFailToLoadDeployPreview',
]);
const failed = 'うまくいきませんでした。';
const done = '終わりました。';

export interface Notification {
  message?: string | { key?: string; details?: unknown };
  type?: string;
}

export interface PlainNotification {
  text: string;
  isError: boolean;
}
