import { countCharacters } from '../../src/schema/scalars.ts';
import { element } from '../element.ts';
import { nameImage, prepareImage, type PreparedImage } from '../image/prepare-image.ts';
import { openDialog } from './dialog.ts';

/** Asks for a picture and what it tells those who cannot see it. */
export function askAboutImage(picture: File | undefined, entry: string): Promise<(PreparedImage & { alt: string; caption: string }) | undefined> {
  const file = element('input', { id: 'kj-image-file', type: 'file', accept: 'image/jpeg,image/png,image/webp,image/gif,image/avif', class: 'kj-input' });
  const alt = element('input', { id: 'kj-image-alt', type: 'text', class: 'kj-input' });
  const caption = element('input', { id: 'kj-image-caption', type: 'text', class: 'kj-input' });
  return openDialog<PreparedImage & { alt: string; caption: string }>({
    title: '画像',
    content: [
      element('p', {}, '大きな画像は自動で縮めます。撮影した場所などの情報は自動で消します。人の顔や車の番号が写っていないか確かめてください。'),
      ...(picture ? [element('p', {}, `選んだ画像：${picture.name}`)] : [element('label', { for: file.id }, '画像ファイル'), file]),
      element('label', { for: alt.id }, '説明（見えない人に、画像が伝えることを言葉で。必須）'),
      alt,
      element('label', { for: caption.id }, 'キャプション（画像の下に出る文。なくてもかまいません）'),
      caption,
    ],
    actions: [
      { label: 'やめる', run: () => undefined },
      {
        label: '入れる',
        isMain: true,
        run: async () => {
          const chosen = picture ?? file.files?.[0];
          if (!chosen) return { problem: '画像ファイルを選んでください。' };
          const text = alt.value.trim();
          if (text === '') return { problem: '説明を入力してください。飾りの画像は入れないでください。' };
          if (countCharacters(text) > 200) return { problem: '説明は200文字までにしてください。' };
          return { ...(await prepareImage(chosen, nameImage(entry, chosen.name))), alt: text, caption: caption.value.trim() };
        },
      },
    ],
  });
}
