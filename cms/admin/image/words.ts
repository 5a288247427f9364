/** Why a file is not taken as a picture, and what to do; one sentence for each cause, whichever way it came in. */
export const imageWords = {
  empty: (name: string) => `「${name}」は中身が空です（0バイト）。元の画像を開けるか確かめて、コピーし直してください。`,
  large: (name: string, mebibytes: number) =>
    `「${name}」は大きすぎます（${mebibytes}MB）。20MBまでの画像に縮めてから入れてください。`,
  damaged: (name: string) => `「${name}」は壊れているか、途中で切れています。元の画像から書き出し直してください。`,
  heic: (name: string) =>
    `「${name}」はiPhoneなどの写真の形式（HEIC）で、そのままでは使えません。JPEGに書き出してから入れてください。`,
  animated: (name: string) =>
    `「${name}」は動く画像です。見せたい場面を一枚、PNGかJPEGに書き出してから入れてください。`,
  svg: (name: string) => `「${name}」はSVGで、使えません。PNGに書き出してから入れてください。`,
  extension: (name: string, extension: string) =>
    `「${name}」は、名前の終わりは画像（.${extension}）ですが、中身は画像ではありません。元のファイルを確かめてください。`,
  notImage: (name: string) => `「${name}」は画像として使えません。使えるのは JPEG、PNG、WebP、GIF、AVIF の画像です。`,
  pixels: (name: string) =>
    `「${name}」は縦横が大きすぎます（上限は5,100万画素、一辺16,384画素です）。縮めてから入れてください。`,
  unsupported: (name: string) =>
    `「${name}」は、ブラウザーが表示できない作りの画像です。ふつうの JPEG か PNG に書き出し直してください。`,
  stillLarge: (name: string) =>
    `「${name}」は、縮めても5MBを超えます。余白を切り取るか、JPEGで書き出してから入れてください。`,
  notWritten: (name: string) => `「${name}」を書き出せませんでした。別の画像で試してください。`,
  unreadable: (name: string) =>
    `「${name}」を読み取れません。フォルダーではないか、移したり消したりしていないか、確かめてください。`,
  noPlace: 'ここには画像を置けません。文章の欄の中か、上の「画像」の画面に置いてください。',
  closed: '画像の画面が閉じられたため、画像を入れていません。開き直して、もう一度入れてください。',
  refused: '画像を入れていません',
} as const;
