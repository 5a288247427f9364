import type { MediaFile } from '../../protocol/entry-shapes.ts';

/** An image as Decap shows it. */
export function toMedia({ id, name, path, content }: MediaFile): {
  id: string;
  name: string;
  path: string;
  file: File;
  size: number;
  url: string;
  displayURL: string;
} {
  const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
  const file = new File([bytes], name);
  const url = URL.createObjectURL(file);
  return { id, name, path, file, size: file.size, url, displayURL: url };
}

/** An image of a text, as it is sent. */
export async function readAsset(asset: Asset): Promise<WrittenAsset> {
  return { path: asset.path.replace(/^\//, ''), content: await asset.toBase64(), encoding: 'base64' };
}

/** Prepares an image of the media library as those in texts are: size, rotation and file name. */
export async function prepareAsset(asset: Asset, prepareImage: PrepareImage): Promise<WrittenAsset> {
  const { path, fileObj } = asset;
  if (!fileObj) return readAsset(asset);
  const file = await prepareImage(fileObj);
  const folder = path.replace(/^\//, '').split('/').slice(0, -1);
  return {
    path: [...folder, file.name].join('/'),
    content: toBase64(new Uint8Array(await file.arrayBuffer())),
    encoding: 'base64',
  };
}

/** In pieces, because one call of a function takes a limited number of arguments. */
function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}

/** The picture of a file drawn anew, under a name that the media folder takes. Throws a Japanese sentence. */
export type PrepareImage = (file: File) => Promise<File>;

interface WrittenAsset {
  path: string;
  content: string;
  encoding: 'base64';
}

/** As Decap hands it over. */
export interface Asset {
  path: string;
  /** Missing where Decap made the asset of an address. */
  fileObj?: File;
  toBase64(): Promise<string>;
}
