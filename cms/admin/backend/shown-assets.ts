import { parseDocument, type AnyDocument } from '../../../src/lint/parse-document.ts';
import { listShownAddresses } from '../../../src/lint/shown-addresses.ts';
import { collectionOf } from './entry-path.ts';

/**
 * The images that a text shows or links to. Decap also sends those that were put in and taken out again before the
 * save; the server would refuse them, since nobody who reviews the entry would see them.
 */
export function keepShownAssets<Asset extends { path: string }>(
  assets: readonly Asset[],
  path: string,
  text: string,
): Asset[] {
  const collection = collectionOf(path);
  if (collection === undefined || assets.length === 0) return [...assets];
  const shown = listShownAddresses(parseDocument(path, text, collection) as AnyDocument);
  return assets.filter((asset) => shown.has(asset.path.replace(/^\/?public/, '')));
}
