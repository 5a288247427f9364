import { getCollection } from 'astro:content';
import { prefectureIds, type PrefectureId } from '../schema/prefectures.ts';
import type { StoredGroup } from './stored.ts';

export interface LibraryGroup extends StoredGroup {
  id: PrefectureId;
}

/** The prefecture groups in the order of JIS X 0401. */
export async function getGroups(): Promise<LibraryGroup[]> {
  const entries = await getCollection('groups');
  return entries
    .map(({ id, data }) => ({ ...data, id: id as PrefectureId }))
    .sort((a, b) => prefectureIds.indexOf(a.id) - prefectureIds.indexOf(b.id));
}
