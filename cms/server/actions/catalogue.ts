import { LRUCache } from 'lru-cache';
import { parseDocument, type AnyDocument } from '../../../src/lint/parse-document.ts';
import { readPlainYaml } from '../../../src/lint/read-plain-yaml.ts';
import { textAt } from '../../../src/lint/values.ts';
import { collections } from '../../../src/schema/collections.ts';
import type { CatalogueData } from '../../protocol/entry-shapes.ts';
import { readText, type Desk } from '../desk.ts';
import { isEditablePath } from '../paths.ts';
import { readInOrder } from './read-files.ts';

/**
 * Topics and questions by name, from which the forms let people choose: every published one, also those for members and
 * the withdrawn ones, which the site's own list must not hold. A file that cannot be read is left out.
 */
export async function catalogue(desk: Desk): Promise<CatalogueData> {
  const { repository } = desk;
  const { tree } = await repository.commit(repository.branch);
  const [topics, questions] = await Promise.all([readFolder(desk, tree, 'topics'), readFolder(desk, tree, 'qa')]);
  return {
    topics: topics.map(({ id, fields: { name = id, kana = '', parent = '' } }) => ({
      id,
      name,
      kana,
      parent: parent === '' ? null : parent,
    })),
    questions: questions.map(({ id, fields }) => ({
      id,
      question: fields['question'] ?? id,
      group: fields['group'] ?? '',
      status: fields['status'] ?? '',
      reviewBy: fields['reviewBy'] ?? '',
      audience: fields['audience'] ?? '',
    })),
  };
}

async function readFolder({ repository, mediaFolder }: Desk, tree: string, collection: Listed): Promise<Row[]> {
  const { folder, extension } = collections[collection];
  const listed = await repository.listFiles(tree, `content/${folder}`, 8, () => undefined);
  const files = listed.filter(({ path }) => path.endsWith(`.${extension}`) && isEditablePath(path, mediaFolder));
  const rows: Row[] = [];
  const read = readInOrder(files, async ({ path, id }) => {
    const key = `${path} ${id}`;
    const text = known.get(key) ? undefined : await readText(repository, id);
    const row = known.get(key) ?? (text === undefined ? undefined : readRow(path, collection, text));
    if (row) known.set(key, row);
    return row;
  });
  for await (const row of read) {
    if (row) rows.push(row);
    // Thousands are parsed the first time; other requests come in between.
    if (rows.length % 20 === 0) await new Promise(setImmediate);
  }
  return rows.sort((one, other) => one.order - other.order || (one.id < other.id ? -1 : 1));
}

/** As much as can be read: what is half right is still chosen by its name. */
function readRow(path: string, collection: Listed, text: string): Row {
  const document = parseDocument(path, text, collection, readPlainYaml) as AnyDocument;
  const fields: Record<string, string> = {};
  for (const name of named) {
    const value = textAt(document.value, name);
    if (value !== undefined) fields[name] = value;
  }
  const order = document.collection === 'topics' ? (document.data?.order ?? Number.MAX_SAFE_INTEGER) : 0;
  return { id: document.id, fields, order };
}

const named = ['name', 'kana', 'parent', 'question', 'group', 'status', 'reviewBy', 'audience'];

/** By path and the file's id: versions do not change. */
const known = new LRUCache<string, Row>({ max: 20_000 });

type Listed = 'topics' | 'qa';

interface Row {
  id: string;
  /** Of a topic, among the others. */
  order: number;
  fields: Record<string, string>;
}
