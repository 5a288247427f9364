import { cacheKeyOf } from '../../library/cache-key.ts';
import { getQas, getQasOfGroup, type LibraryQa } from '../../library/qas.ts';
import { getTopics } from '../../library/topics.ts';
import { compareTexts } from '../../strings/compare.ts';
import type { Absolute } from '../structured-data.ts';
import type { DataRecord } from './record.ts';
import { toDataRecord } from './to-record.ts';

/**
 * Every Q&A that this build may show, or those of one group, as open data, in the order of the ids so that two days'
 * files can be compared.
 */
export async function getDataRecords(absolute: Absolute, group?: string): Promise<DataRecord[]> {
  const qas = group === undefined ? await getQas() : await getQasOfGroup(group);
  const names = new Map((await getTopics()).map((topic) => [topic.id, topic.name]));
  return qas.map((qa) => toRecord(qa, names, absolute)).sort((a, b) => compareTexts(a.id, b.id));
}

/** Four files of a build hold each record, and later builds of the same process hold most of them again. */
function toRecord(qa: LibraryQa, names: ReadonlyMap<string, string>, absolute: Absolute): DataRecord {
  const key = cacheKeyOf([qa, qa.fileVersion, qa.changed, qa.topics.map((id) => names.get(id))]);
  const known = records.get(qa.id);
  const record = known?.key === key ? known.record : toDataRecord(qa, names, absolute);
  records.set(qa.id, { key, record });
  return record;
}

const records = new Map<string, { readonly key: string; readonly record: DataRecord }>();

/** Names all that the records of a group say. */
export async function keyOfRecords(group: string): Promise<string> {
  const [qas, topics] = await Promise.all([getQasOfGroup(group), getTopics()]);
  const named = new Set(qas.flatMap((qa) => qa.topics));
  return cacheKeyOf([
    qas.map((qa) => [qa, qa.fileVersion, qa.changed]),
    topics.filter(({ id }) => named.has(id)).map(({ id, name }) => [id, name]),
  ]);
}
