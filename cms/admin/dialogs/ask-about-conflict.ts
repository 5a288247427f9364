import { formatMoment } from '../../../src/strings/dates.ts';
import { collectionOf } from '../backend/entry-path.ts';
import type { TextConflict } from '../../protocol/entry-shapes.ts';
import { element } from '../element.ts';
import { mergeEntry } from '../merge/merge-entry.ts';
import { compareLines } from './compare-lines.ts';
import { describeEntry } from './describe-entry.ts';
import { resolveConflicts } from './resolve-conflicts.ts';
import { openDialog } from './dialog.ts';

/**
 * Shows what somebody else saved beside what was typed here. Places that only one side changed are merged
 * automatically; each place that both sides changed has to be decided before anything can be saved. Resolves to nothing
 * if the editor goes back to the form, which keeps what was typed.
 */
export function askAboutConflict(conflict: TextConflict): Promise<ChosenText | undefined> {
  const { who, when, theirs, yours, kind } = conflict;
  const title = kind === 'publish' ? '公開中の内容が変わっています' : 'ほかの人が先に保存しました';
  const place = kind === 'publish' ? '公開中の内容' : 'この項目';
  const happened = `${who}さんが${formatMoment(when)}に、${place}を`;
  const said = theirs
    ? `${happened}変えました。どちらも失われていません。`
    : `${happened}削除しました。入力した内容は残っています。`;
  const leftTitle = theirs ? `${who}さんの内容` : '（削除されています）';
  const merge = mergeEntry(conflict);
  const hasConflicts = conflict.merged === null && merge.conflicts.length > 0;

  const shown = (text: string) => describeEntry(conflict.path, text);
  const merged = hasConflicts ? '' : (conflict.merged ?? merge.compose());
  const decided = (): ChosenText => ({ text: hasConflicts ? merge.compose() : merged, resolution: 'merge' });
  return openDialog<ChosenText>({
    title,
    isWide: true,
    content: ({ setReady }) => [
      element('p', {}, said),
      sideBySide(shown(theirs?.text ?? ''), shown(yours.text), leftTitle, '自分の内容'),
      ...(hasConflicts
        ? [
            element(
              'p',
              {},
              '同じところを二人とも変えています。どうするかを、一つずつ決めてください。ほかのところは、両方の変更が入ります。',
            ),
            resolveConflicts(merge.conflicts, {
              collection: collectionOf(conflict.path),
              who,
              onChange: (left) => setReady(left === 0),
            }),
          ]
        : [
            element(
              'details',
              {},
              element('summary', {}, 'まとめた内容を見る'),
              element('p', { class: 'kj-help' }, '保存したあとで、いつもの画面で直せます。'),
              element('p', { class: 'kj-place-side' }, shown(merged)),
            ),
          ]),
    ],
    actions: [
      { label: hasConflicts ? '決めた内容で保存する' : '両方をまとめて保存する', isMain: true, run: decided },
      ...(theirs
        ? [{ label: '自分の内容で上書きする', run: (): ChosenText => ({ text: yours.text, resolution: 'overwrite' }) }]
        : []),
      { label: '保存せずに編集へ戻る', run: () => undefined },
    ],
  });
}

function sideBySide(left: string, right: string, leftTitle: string, rightTitle: string): HTMLElement {
  const body = element('tbody');
  let skipped = 0;
  const pairs = compareLines(left, right);
  const isNear = pairs.map((_pair, index) =>
    pairs.slice(Math.max(0, index - 2), index + 3).some(({ isSame }) => !isSame),
  );
  for (const [index, pair] of pairs.entries()) {
    if (!isNear[index]) {
      skipped += 1;
      continue;
    }
    if (skipped > 0)
      body.append(element('tr', { class: 'kj-skipped' }, element('td', { colspan: '2' }, `同じ内容の${skipped}行`)));
    skipped = 0;
    body.append(
      element(
        'tr',
        { class: pair.isSame ? '' : 'kj-different' },
        cell(pair.left, pair.isSame, 'del'),
        cell(pair.right, pair.isSame, 'ins'),
      ),
    );
  }
  if (skipped > 0)
    body.append(element('tr', { class: 'kj-skipped' }, element('td', { colspan: '2' }, `同じ内容の${skipped}行`)));
  const head = element(
    'thead',
    {},
    element('tr', {}, element('th', { scope: 'col' }, leftTitle), element('th', { scope: 'col' }, rightTitle)),
  );
  return element(
    'div',
    { class: 'kj-compare', tabindex: '0', role: 'region', 'aria-label': '二つの内容の比較' },
    element('table', {}, head, body),
  );
}

function cell(text: string | null, isSame: boolean, mark: 'del' | 'ins'): HTMLElement {
  if (text === null) return element('td', { class: 'kj-nothing' });
  return element(
    'td',
    {},
    isSame ? text : element(mark === 'del' ? 'mark' : 'strong', {}, text === '' ? '（空行）' : text),
  );
}

interface ChosenText {
  text: string;
  resolution: 'overwrite' | 'merge';
}
