import type { EditorView } from '@codemirror/view';
import { askAboutImage } from '../../dialogs/ask-about-image.ts';
import type { Field } from '../register-control.ts';
import { insertBlock } from './edits.ts';

/** Asks for a picture and its description, prepares it and puts it into the text; it is saved together with the entry. */
export async function insertImage(view: EditorView, field: Field, picture?: File): Promise<void> {
  const entry = field.entry();
  const answer = await askAboutImage(picture, String(entry.data?.['id'] ?? entry.slug?.split('/').at(-1) ?? 'image'));
  if (!answer) return;
  await field.keepImage(answer.file);
  const quote = (text: string) => text.replaceAll('"', '”');
  const size = answer.width > 0 ? ` width="${answer.width}" height="${answer.height}"` : '';
  const caption = answer.caption === '' ? '' : ` caption="${quote(answer.caption)}"`;
  view.dispatch(insertBlock(view.state, `<Figure src="/images/${answer.file.name}" alt="${quote(answer.alt)}"${caption}${size} />`));
  view.focus();
}
