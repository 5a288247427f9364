import { CmsError } from '../backend/cms-error.ts';
import { element } from '../element.ts';

/** In place of the desk where nothing can be edited: the server's own reason if there is one, and what helps. */
export function sayNoServer(root: HTMLElement, error: unknown): void {
  const reason = error instanceof CmsError && error.code === 'no-desk' ? error.message : undefined;
  const sentences = reason === undefined ? unknownReason : [reason, withoutDesk];
  root.replaceChildren(
    element(
      'main',
      { class: 'kj-message' },
      element('h1', {}, 'ここでは編集できません'),
      ...sentences.map((sentence) => element('p', {}, sentence)),
    ),
  );
}

const unknownReason = [
  '編集用のサーバーが動いていないか、つながりません。このサイトは閲覧専用で置かれているのかもしれません。',
  '手元のパソコンで編集するときは、リポジトリーのフォルダーで npm start を実行し、表示された「編集」のリンクを開いてください。',
];
const withoutDesk =
  'サイトを見ること、検索することは、このままできます。content/ のファイルを書き換えると、サイトも新しくなります。';
