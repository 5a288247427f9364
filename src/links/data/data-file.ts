import { linkWords } from '../../strings/links.ts';
import { siteWords } from '../../strings/site.ts';
import type { DataFile, DataRecord } from './record.ts';

/** Q&As, each as `writeRecord` wrote it, as one JSON file of open data, made on `day`. */
export function writeDataFile(title: string, day: string, items: readonly Uint8Array<ArrayBuffer>[]): Blob {
  const file: DataFile = {
    title,
    publisher: siteWords.name,
    licence: linkWords.licence,
    made: day,
    count: items.length,
    items: [],
  };
  const [before, after = ''] = JSON.stringify(file, null, 1).split(/(?<=^ "items": \[)(?=\])/m);
  if (items.length === 0) return new Blob([`${before}${after}\n`]);
  const parts = items.flatMap((item, index) => [index === 0 ? '\n' : ',\n', item]);
  return new Blob([before ?? '', ...parts, `\n ${after}\n`]);
}

/** A record as it stands among the items of a file: lines begin with their place in it. */
export function writeRecord(record: DataRecord): Uint8Array<ArrayBuffer> {
  return encoder.encode(`  ${JSON.stringify(record, null, 1).replaceAll('\n', '\n  ')}`);
}

const encoder = new TextEncoder();
