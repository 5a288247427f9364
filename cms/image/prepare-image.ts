/**
 * A picture drawn anew: turned as its camera held it, no larger than a page needs, and without anything that the file told
 * beside the picture, such as the place where it was taken. Throws a Japanese sentence for what is no picture.
 */
export async function prepareImage(file: File, name: string): Promise<PreparedImage> {
  const format = formats.find(({ types }) => (types as readonly string[]).includes(file.type));
  if (!format) throw new Error('画像は JPEG、PNG、WebP、GIF のどれかにしてください。iPhoneの写真（HEIC）は「互換性優先」で撮り直すか、JPEGに書き出してください。');
  if (file.size > mostBytes) throw new Error(`画像が大きすぎます（${Math.ceil(file.size / 1_048_576)}MB）。20MBまでにしてください。`);
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
    throw new Error('画像として開けませんでした。ファイルが壊れていないか確かめてください。');
  });
  const scale = Math.min(1, mostPixels / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, format.written, 0.85));
  if (!blob || blob.type !== format.written) throw new Error('画像を書き出せませんでした。別の画像で試してください。');
  if (blob.size > 5 * 1_048_576) throw new Error('縮めても5MBを超えます。余白を切り取るか、JPEGで書き出してから入れてください。');
  return { file: new File([blob], `${name}.${format.extension}`, { type: format.written }), width: canvas.width, height: canvas.height };
}

/** A name that says where a picture belongs and never meets another: lower-case ASCII, as the media folder wants it. */
export function nameImage(entry: string, original: string): string {
  const words = original.replace(/\.[^.]*$/, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 24);
  const random = Array.from(crypto.getRandomValues(new Uint8Array(3)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [entry.toLowerCase().replace(/[^a-z0-9]+/g, ''), /^(?:img|image|dsc|photo)?-?\d*$/.test(words) ? '' : words, random].filter((part) => part !== '').join('-');
}

const mostPixels = 1_600;
const mostBytes = 20 * 1_048_576;

/** A moving GIF would stand still as a PNG, which is what a page of answers wants. */
const formats = [
  { types: ['image/jpeg'], written: 'image/jpeg', extension: 'jpg' },
  { types: ['image/png', 'image/gif'], written: 'image/png', extension: 'png' },
  { types: ['image/webp', 'image/avif'], written: 'image/webp', extension: 'webp' },
] as const satisfies readonly { types: readonly string[]; written: string; extension: string }[];

export interface PreparedImage {
  file: File;
  width: number;
  height: number;
}
