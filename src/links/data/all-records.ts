import { cacheKeyOf } from '../../library/cache-key.ts';
import { getQas, getQasOfGroup, type LibraryQa } from '../../library/qas.ts';
import { getTopics } from '../../library/topics.ts';
import { compareTexts } from '../../strings/compare.ts';
import type { Absolute } from '../structured-data.ts';
import { writeRecord } from './data-file.ts';
import { writeRow } from './table.ts';
import { toDataRecord } from './to-record.ts';

/**
 * Every Q&A that this build may show, or those of one group, as they stand in the files of open data, in the order of
 * the ids so that two days' files can be compared.
 */
export async function getWrittenRecords(absolute: Absolute, group?: string): Promise<WrittenRecord[]> {
  const qas = group === undefined ? await getQas() : await getQasOfGroup(group);
  const names = new Map((await getTopics()).map((topic) => [topic.id, topic.name]));
  return [...qas].sort((a, b) => compareTexts(a.id, b.id)).map((qa) => write(qa, names, absolute));
}

/** Names all that the records of a group say. */
export async function keyOfRecords(group: string): Promise<string> {
  const [qas, topics] = await Promise.all([getQasOfGroup(group), getTopics()]);
  const named = new Set(qas.flatMap((qa) => qa.topics));
  return cacheKeyOf([
    qas.map((qa) => [qa, qa.fileVersion, qa.changed]),
    topics.filter(({ id }) => named.has(id)).map(({ id, name }) => [id, name]),
  ]);
}

/** Four files of a build hold each record, and later builds of the same process hold most of them again. */
function write(qa: LibraryQa, names: ReadonlyMap<string, string>, absolute: Absolute): WrittenRecord {
  const key = cacheKeyOf([qa, qa.fileVersion, qa.changed, qa.topics.map((id) => names.get(id))]);
  const known = written.get(qa.id);
  if (known?.key === key) return known;
  const record = toDataRecord(qa, names, absolute);
  const fresh = { key, json: writeRecord(record), row: writeRow(record) };
  written.set(qa.id, fresh);
  return fresh;
}

const written = new Map<string, WrittenRecord & { readonly key: string }>();

/** As UTF-8, which takes half of the memory of a text. */
interface WrittenRecord {
  readonly json: Uint8Array<ArrayBuffer>;
  readonly row: Uint8Array<ArrayBuffer>;
}
