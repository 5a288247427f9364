import { findFieldErrors } from '../src/lint/rules/fields.ts';
import { parseDocument } from '../src/lint/parse-document.ts';
import { collections, type CollectionName } from '../src/schema/collections.ts';
import { createEntryFormat } from './backend/entry-format.ts';
import { readStamp } from './backend/stamp.ts';
import type { ImmutableMap } from './decap.ts';
import { askAboutFindings } from './dialogs/ask-about-findings.ts';
import type { NewNames } from './form/new-names.ts';

/**
 * Holds an entry against its schema before it leaves the browser, so that all that is wrong is said at once and in a place
 * where it can be read. Throws to stop the save.
 */
export async function checkBeforeSave(entry: ImmutableMap, today: string, names: NewNames): Promise<undefined> {
  const name = String(entry.get('collection'));
  const data = entry.get('data') as ImmutableMap | undefined;
  if (!data || !Object.hasOwn(collections, name)) return undefined;
  const { folder, extension } = collections[name as CollectionName];
  const { text } = readStamp(createEntryFormat({ isYaml: extension === 'yaml', today }).toFile(data.toJS()));
  const document = parseDocument(`content/${folder}/new.${extension}`, text, name as CollectionName);
  const holder = await names.check(entry);
  const errors = [...(holder ? [{ message: holder.sentence, severity: 'error' as const }] : []), ...findFieldErrors(document)];
  if (errors.length === 0) return undefined;
  await askAboutFindings(errors);
  throw new Error('直すところがあるため、保存していません。');
}
