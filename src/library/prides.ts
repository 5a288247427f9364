import { prefectureIds } from '../schema/prefectures.ts';
import { compareTexts } from '../strings/compare.ts';
import { perSite } from './site.ts';
import type { StoredPride } from './stored.ts';

export interface LibraryPride extends StoredPride {
  id: string;
}

/** まち自慢 from north to south. */
export async function getPrides(): Promise<readonly LibraryPride[]> {
  return inOrder();
}

const inOrder = perSite(({ pride }) =>
  pride
    .map(({ id, data }) => ({ ...data, id }))
    .sort((a, b) => prefectureIds.indexOf(a.group) - prefectureIds.indexOf(b.group) || compareTexts(a.id, b.id)),
);
