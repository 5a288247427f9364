import { linkWords } from '../../strings/links.ts';
import { siteWords } from '../../strings/site.ts';
import type { DataFile, DataRecord } from './record.ts';

/** Q&As, each as `writeRecord` wrote it, as one JSON file of open data, made on `day`. */
export function writeDataFile(title: string, day: string, items: readonly Uint8Array<ArrayBuffer>[]): Uint8Array {
  const file: DataFile = {
    title,
    publisher: siteWords.name,
    licence: linkWords.licence,
    made: day,
    count: items.length,
    items: [],
  };
  const [before, after = ''] = JSON.stringify(file, null, 1).split(/(?<=^ "items": \[)(?=\])/m);
  if (items.length === 0) return encoder.encode(`${before}${after}\n`);
  const comma = encoder.encode(',\n');
  const parts = items.flatMap((item, index) => (index === 0 ? [item] : [comma, item]));
  return Buffer.concat([encoder.encode(`${before}\n`), ...parts, encoder.encode(`\n ${after}\n`)]);
}

/** A record as it stands among the items of a file: lines begin with their place in it. */
export function writeRecord(record: DataRecord): Uint8Array<ArrayBuffer> {
  return encoder.encode(`  ${JSON.stringify(record, null, 1).replaceAll('\n', '\n  ')}`);
}

const encoder = new TextEncoder();
