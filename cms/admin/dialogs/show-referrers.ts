import type { NamedEntry } from '../../protocol/entry-shapes.ts';
import { element } from '../element.ts';
import { openDialog } from './dialog.ts';

/** Says why something stays, with the entries that refer to it, each to be opened beside this page. */
export async function showReferrers(title: string, { sentence, referrers, isInForm }: Referrers): Promise<void> {
  await openDialog<true>({
    title,
    isNotice: true,
    content: [
      element('p', {}, sentence),
      ...(referrers.length > 0
        ? [element('p', {}, '使っている項目（別のタブで開きます）'), listReferrers(referrers)]
        : []),
    ],
    actions: [{ label: isInForm ? '編集に戻る' : '閉じる', isMain: true, run: () => true }],
  });
}

interface Referrers {
  sentence: string;
  referrers: readonly NamedEntry[];
  isInForm: boolean;
}

function listReferrers(referrers: readonly NamedEntry[]): HTMLElement {
  const line = ({ title, collection, slug }: NamedEntry) => {
    if (collection === undefined || slug === undefined) return element('li', {}, title);
    const href = `#/collections/${collection}/entries/${slug}`;
    return element('li', {}, element('a', { href, target: '_blank', rel: 'noopener' }, title));
  };
  return element('ul', { class: 'kj-users' }, ...referrers.map(line));
}
