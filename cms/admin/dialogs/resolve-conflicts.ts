import { button, element } from '../element.ts';
import { joinTexts } from '../merge/merge-text.ts';
import type { MergeConflict } from '../merge/merge-conflict.ts';
import { describeConflict, sideForTextarea, isEditedAsText, sideAsText } from './describe-conflict.ts';
import { hasTags } from './reader-text.ts';
import { createConflictMarkers } from './conflict-markers.ts';

/**
 * One box for each conflict. Its textarea starts with both versions between conflict markers, which have to be removed.
 * A button takes one version or both, or the editor writes another text. `onChange` gets the number of conflicts that
 * are not decided yet.
 */
export function resolveConflicts(
  conflicts: readonly MergeConflict[],
  { collection, who, onChange }: ResolveOptions,
): HTMLElement {
  const remaining = element('p', { class: 'kj-places-left', role: 'status' });
  const updateRemaining = () => {
    const open = conflicts.filter(({ isDecided }) => !isDecided).length;
    remaining.textContent =
      open === 0 ? 'すべて決まりました。保存できます。' : `あと${open}か所を決めると、保存できます。`;
    onChange(open);
  };
  const box = element('div', { class: 'kj-places' });
  for (const [index, conflict] of conflicts.entries()) {
    const label = `${index + 1}か所目　${describeConflict(conflict, collection)}`;
    box.append(
      drawConflict(conflict, { id: `kj-place-${index}`, label, collection, who, onDecision: updateRemaining }),
    );
  }
  box.append(remaining);
  updateRemaining();
  return box;
}

function drawConflict(conflict: MergeConflict, { id, label, collection, who, onDecision }: ConflictView): HTMLElement {
  const state = element('p', { class: 'kj-place-state' });
  const sides = {
    theirs: sideAsText(conflict.theirs, conflict, collection),
    yours: sideAsText(conflict.yours, conflict, collection),
  };
  const markers = createConflictMarkers(who, {
    theirs: sideForTextarea(conflict.theirs, conflict, collection),
    yours: sideForTextarea(conflict.yours, conflict, collection),
  });
  const area = isEditedAsText(conflict, collection)
    ? element('textarea', { id, class: 'kj-input kj-merged', rows: '8', spellcheck: 'false' })
    : undefined;
  const isOneLine =
    conflict.kind === 'value' && ![conflict.theirs, conflict.yours].some((side) => String(side).includes('\n'));

  const updateState = (chosen?: HTMLButtonElement) => {
    state.textContent = conflict.isDecided ? '決めました。' : 'まだ決めていません。';
    section.classList.toggle('kj-decided', conflict.isDecided);
    for (const choice of choices) choice.setAttribute('aria-pressed', String(choice === chosen));
    onDecision();
  };
  const choose = (name: string, value: unknown, text: string | undefined): HTMLButtonElement => {
    const choiceButton = button(name, () => {
      if (area) area.value = text ?? '';
      conflict.decide(value);
      updateState(choiceButton);
    });
    choiceButton.setAttribute('aria-label', `${label}：${name}`);
    return choiceButton;
  };
  const choices = listChoices(conflict, who).map(({ name, value }) =>
    choose(name, value, typeof value === 'string' ? value : undefined),
  );
  area?.addEventListener('input', () => {
    const text = isOneLine
      ? area.value
          .split(/[\r\n]+/)
          .join(' ')
          .trim()
      : area.value;
    if (markers.isLeftIn(area.value)) conflict.undecide();
    else conflict.decide(text === '' ? undefined : text);
    updateState();
  });

  const hasComponents = area !== undefined && [conflict.theirs, conflict.yours].some((side) => hasTags(String(side)));
  const typing = area
    ? [element('label', { for: id }, '保存する内容（両方が入っています。直すか、上のボタンで選んでください）'), area]
    : [];
  const section = element(
    'section',
    { class: 'kj-place', role: 'group', 'aria-label': label },
    element('h3', {}, label),
    ...(area && !hasComponents ? [] : [drawSides(sides, who)]),
    element('div', { class: 'kj-row' }, ...choices),
    ...(hasComponents ? [element('details', {}, element('summary', {}, byHand), ...typing)] : typing),
    state,
  );
  if (area) {
    area.value = markers.join();
    area.rows = Math.min(14, area.value.split('\n').length + 1);
  }
  updateState();
  return section;
}

/** Label of the folded textarea: a text with components, such as a checklist, shows their tags there. */
const byHand = '自分で書いてまとめる（部品の記号がそのまま出ます）';

function listChoices({ theirs, yours, kind, path }: MergeConflict, who: string): { name: string; value: unknown }[] {
  // The other side deleted the whole entry: there is nothing of theirs that could be saved.
  if (path.length === 0 && theirs === undefined)
    return [{ name: '削除されたことを確かめました。項目を作り直す', value: yours }];
  const his = theirs === undefined ? `${who}さんと同じく消す` : `${who}さんの内容にする`;
  const mine = yours === undefined ? '自分と同じく消す' : '自分の内容にする';
  const choices = [
    { name: his, value: theirs },
    { name: mine, value: yours },
  ];
  const both = 'この順で両方を残す';
  if (kind === 'items') return [...choices, { name: both, value: [...asList(theirs), ...asList(yours)] }];
  if (kind !== 'text' || typeof theirs !== 'string' || typeof yours !== 'string') return choices;
  return [...choices, { name: both, value: joinTexts(theirs, yours) }];
}

function drawSides({ theirs, yours }: { theirs: string; yours: string }, who: string): HTMLElement {
  const side = (title: string, text: string) =>
    element('div', {}, element('h4', {}, title), element('p', { class: 'kj-place-side' }, text));
  return element('div', { class: 'kj-place-sides' }, side(`${who}さんの内容`, theirs), side('自分の内容', yours));
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

interface ResolveOptions {
  collection: string | undefined;
  /** Name of whoever saved first. */
  who: string;
  onChange: (open: number) => void;
}

interface ConflictView extends Omit<ResolveOptions, 'onChange'> {
  id: string;
  label: string;
  onDecision: () => void;
}
