import { redo, undo } from '@codemirror/commands';
import type { EditorView } from '@codemirror/view';
import { components, type ComponentName } from '../../../../src/mdx/components.ts';
import { askForComponent, askForFootnote, askForLink, askForTable } from '../../dialogs/ask-for-parts.ts';
import { button, element } from '../../element.ts';
import type { Field } from '../register-control.ts';
import { cycleHeading, insertBlock, insertFootnote, toggleList, toggleMarks, writeTable } from './edits.ts';
import { insertImage } from './insert-image.ts';

/** Buttons for people who have never seen Markdown; the components' ones come from the table of components. */
export function createToolbar(view: EditorView, field: Field): HTMLElement {
  const selected = () => view.state.sliceDoc(view.state.selection.main.from, view.state.selection.main.to);
  const tools: [label: string, run: () => void | Promise<void>][] = [
    ['見出し', () => view.dispatch(cycleHeading(view.state))],
    ['太字', () => view.dispatch(toggleMarks(view.state, '**', '太字'))],
    ['箇条書き', () => view.dispatch(toggleList(view.state, 'bullet'))],
    ['番号付き', () => view.dispatch(toggleList(view.state, 'number'))],
    [
      '表',
      async () => {
        const size = await askForTable();
        if (size) view.dispatch(insertBlock(view.state, writeTable(size.columns, size.rows), '項目1'));
      },
    ],
    [
      'リンク',
      async () => {
        const link = await askForLink(selected());
        if (link !== undefined) view.dispatch(view.state.replaceSelection(link));
      },
    ],
    [
      '脚注',
      async () => {
        const text = await askForFootnote();
        if (text !== undefined) view.dispatch(insertFootnote(view.state, text));
      },
    ],
    ['画像', () => insertImage(view, field)],
    ...(Object.keys(components) as ComponentName[])
      .filter((name) => components[name].content !== 'none')
      .map((name): [string, () => Promise<void>] => [
        components[name].label,
        async () => {
          const made = await askForComponent(name, selected());
          if (made) view.dispatch(insertBlock(view.state, made.text, made.sample));
        },
      ]),
    ['元に戻す', () => void undo(view)],
    ['やり直す', () => void redo(view)],
  ];
  const bar = element('div', {
    class: 'kj-toolbar',
    role: 'toolbar',
    'aria-label': `${field.label}の書式`,
    'aria-controls': field.inputId,
  });
  const buttons = tools.map(([label, run]) =>
    button(label, () => {
      void Promise.resolve(run()).then(() => view.focus());
    }),
  );
  bar.append(...buttons);
  moveByArrows(bar, buttons);
  return bar;
}

/** One stop for the Tab key, arrows inside, as toolbars have it. */
function moveByArrows(bar: HTMLElement, buttons: readonly HTMLButtonElement[]): void {
  const choose = (index: number) => buttons.forEach((press, place) => void (press.tabIndex = place === index ? 0 : -1));
  choose(0);
  bar.addEventListener('focusin', (event) => choose(Math.max(0, buttons.indexOf(event.target as HTMLButtonElement))));
  bar.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const places: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 };
    const next = places[event.key];
    if (at === -1 || next === undefined) return;
    event.preventDefault();
    buttons.at(next % buttons.length)?.focus();
  });
}
