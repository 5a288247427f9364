import type { EditorView } from '@codemirror/view';
import { askAboutImage, type GivenImage } from '../../dialogs/ask-about-image.ts';
import { prepareImage } from '../../image/prepare-image.ts';
import type { Field } from '../register-control.ts';
import { insertBlock } from './edits.ts';

/**
 * Asks for a picture and its description, prepares it and puts it into the text; it is saved together with the entry.
 */
export async function insertImage(view: EditorView, field: Field, given?: GivenImage): Promise<void> {
  const answer = await askAboutImage(given, entryOf(field));
  if (!answer) return;
  await field.keepImage(answer.file);
  const quote = (text: string) => text.replaceAll('"', '”');
  const size = answer.width > 0 ? ` width="${answer.width}" height="${answer.height}"` : '';
  const caption = answer.caption === '' ? '' : ` caption="${quote(answer.caption)}"`;
  view.dispatch(
    insertBlock(view.state, `<Figure src="/images/${answer.file.name}" alt="${quote(answer.alt)}"${caption}${size} />`),
  );
  view.focus();
}

/**
 * Files that were dropped or pasted, one after the other; `say` tells which of them are no pictures, and why. Nothing
 * else is made of a file: its bytes are no text.
 */
export async function insertFiles(
  view: EditorView,
  field: Field,
  files: readonly File[],
  say: (words: string) => void,
): Promise<void> {
  const faults: string[] = [];
  for (const file of files) {
    try {
      const image = await prepareImage(file, entryOf(field));
      await insertImage(view, field, { image, name: file.name });
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
      say(faults.join(''));
    }
  }
}

function entryOf(field: Field): string {
  const entry = field.entry();
  return String(entry.data?.['id'] ?? entry.slug?.split('/').at(-1) ?? 'image');
}
