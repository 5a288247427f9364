/**
 * A drawing as a file of the type that is wanted, if the browser writes it. No Safari writes WebP, and answers with a
 * PNG, many times as large as a photo need be: that becomes a JPEG unless it can be seen through. Nothing where it
 * cannot be written.
 */
export async function writePicture(canvas: HTMLCanvasElement, wanted: string): Promise<WrittenPicture | undefined> {
  const draw = (type: string) => new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.85));
  let blob = await draw(wanted);
  if (blob?.type !== wanted && !isSeeThrough(canvas)) blob = await draw('image/jpeg');
  const extension = extensions[blob?.type ?? ''];
  if (!blob || extension === undefined) return undefined;
  return { bytes: new Uint8Array(await blob.arrayBuffer()), type: blob.type, extension };
}

/** Whether something behind the picture would be seen; a JPEG would be black there. */
function isSeeThrough(canvas: HTMLCanvasElement): boolean {
  const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
  for (let alpha = 3; alpha < data.length; alpha += 4) if (data[alpha] !== 255) return true;
  return false;
}

const extensions: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

export interface WrittenPicture {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
  extension: string;
}
