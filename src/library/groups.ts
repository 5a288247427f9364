import { prefectureIds, type PrefectureId } from '../schema/prefectures.ts';
import { perSite } from './site.ts';
import type { StoredGroup } from './stored.ts';

export interface LibraryGroup extends StoredGroup {
  id: PrefectureId;
}

/** The prefecture groups in the order of JIS X 0401. */
export async function getGroups(): Promise<readonly LibraryGroup[]> {
  return inOrder();
}

const inOrder = perSite(({ groups }) =>
  groups
    .map(({ id, data }) => ({ ...data, id: id as PrefectureId }))
    .sort((a, b) => prefectureIds.indexOf(a.id) - prefectureIds.indexOf(b.id)),
);
