/** What is wrong with an image and what to do, by the code of its fault. */
export const imageFaultWords = {
  kind: '画像は JPEG、PNG、WebP、GIF、AVIF のどれかにしてください。SVG や PDF は PNG に、iPhone の写真（HEIC）は JPEG に書き出してください。',
  mismatch: '画像の中身と拡張子が合っていません。中身に合う拡張子に直すか、画像を書き出し直してください。',
  damaged: '画像が壊れているか、途中で切れています。元の画像から書き出し直してください。',
  unsupported: 'ブラウザーが表示できない作りの画像です。ふつうの JPEG か PNG に書き出し直してください。',
  pixels: '画像の縦横が大きすぎます（上限は合わせて5,100万画素、一辺16,384画素です）。縮めてから入れてください。',
  animation: '動く画像のコマが多すぎます。コマを減らすか、縮めてから入れてください。',
  bytes: '画像が大きすぎます（上限は5MBです）。小さくしてから入れてください。',
} as const;

/** About files below `public/images`, which everybody can fetch as they are. */
export const imageFileWords = {
  notImage:
    'ここには画像（.jpg .png .webp .gif .avif）だけを置けます。置いたファイルはそのまま公開されます。SVG は PNG に書き出し、ほかのファイルは別の場所に移すか、消してください。',
  name: '画像の名前には、半角の小文字の英数字と「-」「_」だけを使い、拡張子（.jpg .png .webp .gif .avif）は小文字で一つだけ付けてください。',
  notFile:
    '画像そのものではなく、ほかの場所への参照（シンボリックリンク）などです。参照先がそのまま公開されるため、置けません。画像そのものに置き換えるか、消してください。',
  unreadable: '読み取れません。ファイルの権限を確かめてください。',
  unclean: (parts: string) =>
    `画像に、絵のほかの情報${parts === '' ? '' : `（${parts}）`}が残っています。` +
    '撮影場所や機種、名前が読み取れることがあります。「npm run clean:images」で消してから、コミットしてください。',
} as const;

/** What an image may tell beside its picture. */
export const removedPartWords = {
  exif: 'EXIF',
  xmp: 'XMP',
  comment: 'コメント',
  profile: '色の設定',
  preview: '別の画像',
  trailer: '末尾の余分なデータ',
  other: 'そのほか',
} as const;
