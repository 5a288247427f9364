import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { vocabulary, type Vocabulary } from '../../schema/vocabulary.ts';

/** The editors' words for the search, every file of `content/vocabulary` in the order of names. */
export async function readVocabulary(contentRoot: string): Promise<Vocabulary[]> {
  const folder = path.join(contentRoot, 'content', 'vocabulary');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
  return Promise.all(files.map(async (file) => vocabulary.parse(parse(await readFile(path.join(folder, file), 'utf8')))));
}
