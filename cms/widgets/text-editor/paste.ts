import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { convertTabs } from '../../paste/tabs-to-table.ts';
import type { Field } from '../register-control.ts';
import { insertBlock } from './edits.ts';
import { insertImage } from './insert-image.ts';

/** What is pasted becomes clean Markdown: a spreadsheet's range a table, formatted text its lists and links, a picture a figure. */
export function pasteAsMarkdown(field: Field): Extension {
  return EditorView.domEventHandlers({
    paste: (event, view) => {
      const { clipboardData } = event;
      if (!clipboardData) return false;
      const text = clipboardData.getData('text/plain');
      const html = clipboardData.getData('text/html');
      const table = convertTabs(text);
      const picture = [...clipboardData.files].find(({ type }) => type.startsWith('image/'));
      if (table !== undefined) view.dispatch(insertBlock(view.state, table));
      else if (/<(?:p|li|h[1-6]|table|a|b|strong|br|div)\b/i.test(html)) void pasteHtml(view, html, text);
      else if (picture && text === '') void insertImage(view, field, picture);
      else if (text !== '') view.dispatch(view.state.replaceSelection(clean(text)));
      else return false;
      event.preventDefault();
      return true;
    },
    drop: (event, view) => {
      const picture = [...(event.dataTransfer?.files ?? [])].find(({ type }) => type.startsWith('image/'));
      if (!picture) return false;
      event.preventDefault();
      void insertImage(view, field, picture);
      return true;
    },
  });
}

/** The converter is large and seldom needed; it comes when it is. */
async function pasteHtml(view: EditorView, html: string, text: string): Promise<void> {
  const { convertHtml } = await import('../../paste/html-to-markdown.ts');
  const converted = convertHtml(html);
  const result = converted === '' ? clean(text) : converted;
  view.dispatch(result.includes('\n') ? insertBlock(view.state, result) : view.state.replaceSelection(result));
}

/** Line ends and spaces as our texts have them. */
function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\u00A0/g, ' ');
}
