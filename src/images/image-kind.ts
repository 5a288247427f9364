/** The format that a file's first bytes announce. */
export function findImageKind(bytes: Uint8Array): ImageKind | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  if (start.startsWith('\xff\xd8\xff')) return 'jpg';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp';
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'gif';
  if (start.slice(4, 8) === 'ftyp' && hasAvifBrand(bytes)) return 'avif';
  return undefined;
}

/** The format that a name announces. Only lower-case extensions count, as everywhere in the media folder. */
export function kindOfName(name: string): ImageKind | undefined {
  const extension = /\.([a-z]+)$/.exec(name)?.[1] ?? '';
  return Object.hasOwn(kindsByExtension, extension) ? kindsByExtension[extension] : undefined;
}

/**
 * Whether a path below the media folder is that of an image: lower-case ASCII, one extension, and no dot in a folder. A
 * second extension (`x.html.png`) would make some web servers send the file as something else.
 */
export function isImagePath(path: string): boolean {
  const segments = path.split('/');
  const name = segments.pop() ?? '';
  return (
    segments.every((folder) => plainName.test(folder)) &&
    /^[^.]+\.[^.]+$/.test(name) &&
    plainName.test(name.split('.')[0] ?? '') &&
    kindOfName(name) !== undefined
  );
}

const plainName = /^[a-z0-9][a-z0-9_-]*$/;

const kindsByExtension: Readonly<Record<string, ImageKind>> = {
  jpg: 'jpg',
  jpeg: 'jpg',
  png: 'png',
  webp: 'webp',
  gif: 'gif',
  avif: 'avif',
};

/** The main brand or one of the compatible ones; the list is read from the first box alone. */
function hasAvifBrand(bytes: Uint8Array): boolean {
  const length = ((bytes[0] ?? 0) << 24) | ((bytes[1] ?? 0) << 16) | ((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0);
  const brands = String.fromCharCode(...bytes.subarray(8, Math.max(8, Math.min(length, maxBrandBytes))));
  return /^(?:.{4})*avi[fs]/s.test(brands);
}

const maxBrandBytes = 256;

export type ImageKind = 'jpg' | 'png' | 'webp' | 'gif' | 'avif';
