import { cacheKeyOf } from '../../library/cache-key.ts';
import type { LibraryQa } from '../../library/library-qa.ts';
import { compareTexts } from '../../strings/compare.ts';
import type { Absolute } from '../structured-data.ts';
import { writeRecord } from './data-file.ts';
import { writeRow } from './table.ts';
import { toDataRecord } from './to-record.ts';

/**
 * Writes Q&As as they stand in the files of open data, again and again: one that is as it was comes as the same object.
 * `absolute` makes full addresses.
 */
export function createRecordWriter(absolute: Absolute): RecordWriter {
  let known = new Map<string, WrittenRecord>();
  const write = (qa: LibraryQa, topicNames: ReadonlyMap<string, string>): WrittenRecord => {
    const key = cacheKeyOf([qa, qa.fileVersion, qa.changed, qa.topics.map((id) => topicNames.get(id))]);
    const before = known.get(qa.id);
    if (before?.key === key) return before;
    const record = toDataRecord(qa, topicNames, absolute);
    return { key, group: qa.group, json: writeRecord(record), row: writeRow(record) };
  };
  return (qas, topicNames) => {
    // In the order of the ids, so that two days' files can be compared.
    const inOrder = [...qas].sort((a, b) => compareTexts(a.id, b.id));
    known = new Map(inOrder.map((qa) => [qa.id, write(qa, topicNames)]));
    return [...known.values()];
  };
}

/** `topicNames` by id. In the order of the ids of the Q&As. */
export type RecordWriter = (
  qas: readonly LibraryQa[],
  topicNames: ReadonlyMap<string, string>,
) => readonly WrittenRecord[];

/** As UTF-8, which takes half of the memory of a text. */
export interface WrittenRecord {
  /** Another wherever the record is another. */
  readonly key: string;
  readonly group: string;
  readonly json: Uint8Array<ArrayBuffer>;
  readonly row: Uint8Array<ArrayBuffer>;
}
