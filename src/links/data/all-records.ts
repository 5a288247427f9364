import { getQas } from '../../library/qas.ts';
import { getTopics } from '../../library/topics.ts';
import type { Absolute } from '../structured-data.ts';
import type { DataRecord } from './record.ts';
import { toDataRecord } from './to-record.ts';
import { compareTexts } from '../../strings/compare.ts';

/**
 * Every Q&A that this build may show, or those of one group, as open data, in the order of the ids so that two days'
 * files can be compared.
 */
export async function getDataRecords(absolute: Absolute, group?: string): Promise<DataRecord[]> {
  const [qas, topics] = await Promise.all([getQas(), getTopics()]);
  const names = new Map(topics.map((topic) => [topic.id, topic.name]));
  return qas
    .filter((qa) => group === undefined || qa.group === group)
    .map((qa) => toDataRecord(qa, names, absolute))
    .sort((a, b) => compareTexts(a.id, b.id));
}
