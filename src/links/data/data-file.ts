import { linkWords } from '../../strings/links.ts';
import { siteWords } from '../../strings/site.ts';
import type { DataFile, DataRecord } from './record.ts';

/** Q&As as one file of open data, made on `day`. */
export function toDataFile(title: string, day: string, items: DataRecord[]): DataFile {
  return { title, publisher: siteWords.name, licence: linkWords.licence, made: day, count: items.length, items };
}
