import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { vocabulary, type Vocabulary } from '../../schema/vocabulary.ts';

/**
 * The editors' words for the search, every file of `content/vocabulary` in the order of names, but for those in
 * `without` (names of files without `.yaml`).
 */
export async function readVocabulary(contentRoot: string, without: readonly string[] = []): Promise<Vocabulary[]> {
  const folder = path.join(contentRoot, 'content', 'vocabulary');
  const names = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).map((file) => path.parse(file).name);
  const files = names.filter((name) => !without.includes(name)).sort();
  const read = (name: string) => readFile(path.join(folder, `${name}.yaml`), 'utf8');
  return Promise.all(files.map(async (name) => vocabulary.parse(parse(await read(name)))));
}
