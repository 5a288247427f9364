import { collections } from '../../../src/schema/collections.ts';
import type { CatalogueData, ListedEntry } from '../../protocol/entry-shapes.ts';
import { isEditablePath } from '../entries/paths.ts';
import type { ActionContext } from './action-context.ts';
import { listEntry } from './list-entries.ts';
import { readInOrder } from './read-files.ts';

/**
 * Topics and questions by name, from which the forms let people choose: every published one, also those for members and
 * the withdrawn ones, which the site's own list must not hold. A file that cannot be read is left out.
 */
export async function catalogue(context: ActionContext): Promise<CatalogueData> {
  const { repository } = context;
  const { tree } = await repository.commit(repository.branch);
  const [topics, questions] = await Promise.all([readFolder(context, tree, 'topics'), readFolder(context, tree, 'qa')]);
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

async function readFolder(context: ActionContext, tree: string, collection: 'topics' | 'qa'): Promise<Row[]> {
  const { repository, mediaFolder } = context;
  const { folder, extension } = collections[collection];
  const listed = await repository.listFiles(tree, `content/${folder}`, 8, () => undefined);
  const files = listed.filter(({ path }) => path.endsWith(`.${extension}`) && isEditablePath(path, mediaFolder));
  const rows: Row[] = [];
  for await (const entry of readInOrder(files, ({ path, id }) => listEntry(context, path, id))) {
    if (entry.error === undefined) rows.push(toRow(entry, extension));
    // Thousands are read the first time; other requests come in between.
    if (rows.length % 20 === 0) await new Promise(setImmediate);
  }
  return rows.sort((one, other) => one.order - other.order || (one.id < other.id ? -1 : 1));
}

/** As much as can be read: what is half right is still chosen by its name. */
function toRow({ path, fields }: ListedEntry, extension: string): Row {
  const texts = Object.entries(fields ?? {}).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  const order = fields?.['order'];
  return {
    id: path.slice(path.lastIndexOf('/') + 1, -(extension.length + 1)),
    fields: Object.fromEntries(texts),
    order: typeof order === 'number' ? order : 0,
  };
}

interface Row {
  id: string;
  /** Of a topic, among the others. */
  order: number;
  fields: Record<string, string>;
}
