import { formatMoment } from '../../../src/strings/dates.ts';
import { button, element } from '../element.ts';
import type { Backup } from '../form/backup-store.ts';
import { findFirstWords } from '../form/first-words.ts';
import { openDialog } from './dialog.ts';

/**
 * Lists what was typed earlier on this device and never saved. Resolves to the backup that is to be restored; nothing
 * else happens to the others unless somebody throws them away, each on its own and after a second press.
 */
export function askAboutBackups(
  backups: readonly Backup[],
  { remove, revision, isGone = false }: BackupQuestion,
): Promise<Backup | undefined> {
  return openDialog<Backup>({
    title: '保存していない控えがあります',
    content: ({ finish }) => {
      const list = element('ul', { class: 'kj-backups' });
      const said = element('p', { class: 'kj-help', role: 'status' });
      for (const backup of backups) list.append(describe(backup));
      return [element('p', {}, isGone ? words.gone : words.left), list, said];

      function describe(backup: Backup): HTMLElement {
        const first = findFirstWords(backup.data);
        const name = first === '' ? '（まだ言葉がありません）' : first;
        const restore = button(isGone ? '新しい項目として戻す' : '戻す', () => finish(backup), {
          'aria-label': `「${name}」を戻す`,
        });
        const discard = button('捨てる', () => void press(), { 'aria-label': `「${name}」を捨てる` });
        let isSure = false;
        const press = async () => {
          if (!isSure) {
            isSure = true;
            discard.textContent = 'もう一度押すと捨てます';
            discard.setAttribute('aria-label', `「${name}」を、もう一度押すと捨てます`);
            return;
          }
          await remove(backup);
          item.remove();
          said.textContent = `「${name}」の控えを捨てました。`;
          const next = list.querySelector('button');
          if (next) next.focus();
          else finish(undefined);
        };
        const isBehind = revision !== undefined && backup.data['__revision'] !== revision;
        const item = element(
          'li',
          {},
          element('p', { class: 'kj-backup-words' }, name),
          element('p', { class: 'kj-help' }, formatMoment(new Date(backup.savedAt).toISOString())),
          ...(isBehind ? [element('p', { class: 'kj-help' }, words.behind)] : []),
          element('div', { class: 'kj-row' }, restore, discard),
        );
        return item;
      }
    },
    actions: [{ label: 'あとで決める', run: () => undefined }],
  });
}

const words = {
  left: '前に入力して、保存しないまま終わった内容です。戻すと、続きから書けます。選ばなかった控えは、この端末に14日間残ります。',
  gone: 'この項目はもうありませんが、前に入力して保存していない内容がこの端末に残っています。',
  behind: 'この控えのあとに、項目が保存されています。戻してから保存すると、二つの内容を見比べる画面が出ます。',
} as const;

export interface BackupQuestion {
  remove: (backup: Backup) => Promise<void>;
  /** Of the entry as it is now, where it has one. */
  revision?: string | undefined;
  /** The entry itself was deleted. */
  isGone?: boolean;
}
