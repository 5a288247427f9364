import type { PreparedImage } from '../image/same-picture.ts';
import { explainError } from '../messages/plain-error.ts';
import { countCharacters } from '../../../src/schema/scalars.ts';
import { element } from '../element.ts';
import { prepareImage } from '../image/prepare-image.ts';
import { openDialog } from './dialog.ts';

/** Asks for a picture, unless there is one already, and for what it tells those who cannot see it. */
export function askAboutImage(given: GivenImage | undefined, entry: string): Promise<DescribedImage | undefined> {
  const file = element('input', {
    id: 'kj-image-file',
    type: 'file',
    accept,
    class: 'kj-input',
    'aria-describedby': 'kj-image-fault',
  });
  const fault = element('p', { id: 'kj-image-fault', class: 'kj-error', role: 'status' });
  const alt = element('input', { id: 'kj-image-alt', type: 'text', class: 'kj-input' });
  const caption = element('input', { id: 'kj-image-caption', type: 'text', class: 'kj-input' });
  let prepared: Promise<PreparedImage> | undefined = given && Promise.resolve(given.image);
  // What is wrong with a file is said when it is chosen, before anything else is typed.
  file.addEventListener('change', () => {
    fault.textContent = '';
    const [chosen] = file.files ?? [];
    prepared = chosen && prepareImage(chosen, entry);
    const mine = prepared;
    mine?.catch((error: Error) => void (prepared === mine && (fault.textContent = explainError(error))));
  });
  return openDialog<DescribedImage>({
    title: '画像',
    content: [
      element(
        'p',
        {},
        '大きな画像は自動で縮めます。撮影した場所などの情報は自動で消します。人の顔や車の番号が写っていないか確かめてください。',
      ),
      ...(given
        ? [element('p', {}, `選んだ画像：${given.name}`)]
        : [element('label', { for: file.id }, '画像ファイル'), file, fault]),
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
          if (!prepared) return { problem: '画像ファイルを選んでください。' };
          const image = await prepared.catch(() => undefined);
          if (!image) return { problem: '別の画像ファイルを選んでください。' };
          const text = alt.value.trim();
          if (text === '') return { problem: '説明を入力してください。飾りの画像は入れないでください。' };
          if (countCharacters(text) > 200) return { problem: '説明は200文字までにしてください。' };
          return { ...image, alt: text, caption: caption.value.trim() };
        },
      },
    ],
  });
}

/** HEIC too: some browsers can draw it, and in the others a sentence says what to do. */
const accept = 'image/jpeg,image/png,image/webp,image/gif,image/avif,image/heic,.heic';

export interface GivenImage {
  image: PreparedImage;
  /** Of the file as it was chosen. */
  name: string;
}

type DescribedImage = PreparedImage & { alt: string; caption: string };
