import { getCollection } from 'astro:content';
import type { Vocabulary } from '../schema/vocabulary.ts';

/** The editors' words for the search, one entry a file, in the order of file names. */
export async function getVocabulary(): Promise<Vocabulary[]> {
  const entries = await getCollection('vocabulary');
  return entries.sort((a, b) => a.id.localeCompare(b.id)).map(({ data }) => data);
}
