import { rmSync } from 'node:fs';
import path from 'node:path';
import { absoluteAddress } from '../links/address.ts';
import { writeDataFile } from '../links/data/data-file.ts';
import { createRecordWriter, type WrittenRecord } from '../links/data/record-writer.ts';
import { writeTable } from '../links/data/table.ts';
import { filePaths } from '../links/file-paths.ts';
import { linkWords } from '../strings/links.ts';
import { replaceFile, servesFiles, type AddedFiles } from './added-files.ts';
import type { BuildSettings } from './build-settings.ts';
import type { SiteContent } from './site-content.ts';

/**
 * Writes the files of open data, all Q&As and those of each group, in JSON and as tables. As pages they would wait for
 * related questions.
 */
export function openData(
  { base, site }: Pick<BuildSettings, 'base' | 'site'>,
  content: Pick<SiteContent, 'getLoaded'>,
): AddedFiles {
  const writeRecords = createRecordWriter((place) => absoluteAddress(place, site, base));
  /** By path, what was written last. */
  let written = new Map<string, DataFile>();

  const listFiles = (): DataFile[] => {
    const { qas, topicNames, groups, day } = content.getLoaded();
    const shown = qas.filter(({ status }) => status !== 'withdrawn');
    const records = writeRecords(shown, topicNames);
    const ofGroups = Map.groupBy(records, ({ group }) => group);
    return [
      jsonFile(filePaths.json, linkWords.data.title, day, records),
      tableFile(filePaths.csv, records),
      ...groups.flatMap(({ id, groupName }) => {
        const own = ofGroups.get(id) ?? [];
        return [
          jsonFile(filePaths.jsonOfGroup(id), linkWords.data.ofGroup(groupName), day, own),
          tableFile(filePaths.csvOfGroup(id), own),
        ];
      }),
    ];
  };

  const add = async (out: string): Promise<void> => {
    const files = new Map(listFiles().map((file) => [file.place, file]));
    for (const [place, file] of files)
      if (!isSame(file, written.get(place))) replaceFile(path.join(out, place), file.write());
    for (const place of written.keys()) if (!files.has(place)) rmSync(path.join(out, place), { force: true });
    written = files;
  };

  const hooks = servesFiles(base, (place) =>
    place.startsWith(filePaths.data) ? listFiles().find((file) => file.place === place) : undefined,
  );
  return { add, integration: { name: 'kenjinkai-open-data', hooks } };
}

function jsonFile(place: string, title: string, day: string, records: readonly WrittenRecord[]): DataFile {
  const write = () =>
    writeDataFile(
      title,
      day,
      records.map(({ json }) => json),
    );
  return { place, type: 'application/json', head: `${title} ${day}`, records, write };
}

function tableFile(place: string, records: readonly WrittenRecord[]): DataFile {
  return { place, type: 'text/csv', head: '', records, write: () => writeTable(records.map(({ row }) => row)) };
}

function isSame({ head, records }: DataFile, before: DataFile | undefined): boolean {
  return (
    before?.head === head &&
    before.records.length === records.length &&
    records.every((record, index) => record === before.records[index])
  );
}

interface DataFile {
  /** Inside the site. */
  readonly place: string;
  readonly type: string;
  /** What stands in it beside the records. */
  readonly head: string;
  readonly records: readonly WrittenRecord[];
  write(): Uint8Array;
}
