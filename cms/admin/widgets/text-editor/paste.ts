import type { Extension, TransactionSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { convertHtml, countPictures } from '../../paste/html-to-markdown.ts';
import { maskChat } from '../../paste/chat.ts';
import { convertPlain } from '../../paste/plain-to-markdown.ts';
import { convertTabs } from '../../paste/tabs-to-table.ts';
import type { Field } from '../register-control.ts';
import { insertBlock } from './edits.ts';
import { insertFiles } from './insert-image.ts';

/**
 * What is pasted becomes clean Markdown: a spreadsheet's range a table, formatted text its lists and links, a picture a
 * figure. `say` tells people what could not come along.
 */
export function pasteAsMarkdown(field: Field, say: (words: string) => void): Extension {
  return EditorView.domEventHandlers({
    paste: (event, view) => {
      const { clipboardData } = event;
      if (!clipboardData) return false;
      const text = clipboardData.getData('text/plain');
      const html = clipboardData.getData('text/html');
      const chat = maskChat(text);
      const table = chat === undefined ? convertTabs(text) : undefined;
      const files = [...clipboardData.files];
      say('');
      if (chat !== undefined) {
        view.dispatch(insertText(view, chat));
        say(chatWords);
      } else if (table !== undefined) view.dispatch(insertBlock(view.state, table));
      else if (hasForm.test(html)) pasteHtml(view, field, { html, text, files }, say);
      else if (files.length > 0 && text === '') void insertFiles(view, field, files, say);
      else if (text !== '') view.dispatch(insertText(view, convertPlain(text)));
      else return false;
      event.preventDefault();
      return true;
    },
    drop: (event, view) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return false;
      event.preventDefault();
      say('');
      const anchor = view.posAtCoords({ x: event.clientX, y: event.clientY });
      if (anchor !== null) view.dispatch({ selection: { anchor } });
      void insertFiles(view, field, files, say);
      return true;
    },
  });
}

const hasForm = /<(?:p|li|h[1-6]|table|a|b|strong|br|div|img|ruby|sup|sub|del|s)\b/i;

const chatWords =
  'チャットのやりとりのようです。そのままは載せられないので、名前を「発言者A」などに置き換え、電話番号などを伏せました。一つの質問と答えに書き直し、答えは一人ずつ「回答」に分けてください。';

function pasteHtml(view: EditorView, field: Field, pasted: Pasted, say: (words: string) => void): void {
  const converted = convertHtml(pasted.html);
  const result = converted === '' ? convertPlain(pasted.text) : converted;
  const pictures = countPictures(pasted.html);
  // A single picture, which Word wraps in a page.
  if (result.trim() === '' && pasted.files.length > 0) return void insertFiles(view, field, pasted.files, say);
  if (result !== '')
    view.dispatch(converted.includes('\n') ? insertBlock(view.state, converted) : insertText(view, result));
  if (pictures > 0)
    say(
      `画像${pictures}枚は、文章といっしょには貼り付けられません。一枚ずつコピーして貼り付けるか、「画像」ボタンから入れてください。`,
    );
}

/** Lists and other blocks stand between empty lines, and take the place of an item that is still empty. */
function insertText(view: EditorView, text: string): TransactionSpec {
  const { state } = view;
  const { main } = state.selection;
  const line = state.doc.lineAt(main.from);
  const isList = /^(?:[-*+]|\d{1,9}[.)]) /m.test(text);
  const emptyItem = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+$/.exec(line.text);
  if (isList && emptyItem && /^(?:[-*+]|\d{1,9}[.)]) /.test(text)) {
    const insert = text.trimEnd();
    return {
      changes: { from: line.from, to: Math.max(line.to, main.to), insert },
      selection: { anchor: line.from + insert.length },
      scrollIntoView: true,
      userEvent: 'input.paste',
    };
  }
  const isWithinLine = state.sliceDoc(line.from, main.from).trim() !== '';
  if (isList && (text.includes('\n') || !isWithinLine)) return insertBlock(state, text);
  return state.replaceSelection(text);
}

interface Pasted {
  html: string;
  text: string;
  files: readonly File[];
}
