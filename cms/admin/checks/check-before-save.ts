import { findFieldErrors } from '../../../src/lint/rules/fields.ts';
import { parseDocument } from '../../../src/lint/parse-document.ts';
import { isKeyOf } from '../../../src/schema/choices.ts';
import { collections } from '../../../src/schema/collections.ts';
import { createEntryFormat } from '../backend/entry-format.ts';
import { readRevisionHeader } from '../backend/revision-header.ts';
import type { ImmutableMap } from '../decap/decap.ts';
import { toFieldFault, type FieldFault } from '../faults/field-fault.ts';
import type { NameCheck } from '../form/name-check.ts';
import { AlreadyReported } from '../messages/plain-error.ts';

/**
 * Holds an entry against its schema before it leaves the browser, so that all that is wrong is said at once and in a
 * place where it can be read. Throws to stop the save.
 */
export async function checkBeforeSave(entry: ImmutableMap, { today, names, show }: Check): Promise<undefined> {
  const data = entry.get('data') as ImmutableMap | undefined;
  if (!data) return undefined;
  const holder = await names.check(entry);
  const taken = holder ? [{ path: [nameKey], label: '', message: holder.sentence }] : [];
  const faults = [...taken, ...checkEntry(String(entry.get('collection')), data, today)];
  if (faults.length === 0) return undefined;
  await show(faults);
  throw new AlreadyReported();
}

/** What the schema says of a form's values, by field. */
export function checkEntry(collection: string, data: ImmutableMap, today: string): FieldFault[] {
  if (!isKeyOf(collections, collection)) return [];
  const { folder, extension } = collections[collection];
  const text = writeText(collection, data, today);
  const document = parseDocument(`content/${folder}/new.${extension}`, text, collection);
  return findFieldErrors(document).map((finding) => toFieldFault(finding, text, collection));
}

/** A form's values as the file that a save would write. */
function writeText(collection: string, data: ImmutableMap, today: string): string {
  const isYaml = isKeyOf(collections, collection) && collections[collection].extension === 'yaml';
  return readRevisionHeader(createEntryFormat({ isYaml, today }).toFile(data.toJS())).text;
}

/** The field for the name of a new entry. */
const nameKey = '__name';

interface Check {
  /** ISO day in Japan. */
  today: string;
  names: NameCheck;
  /** Says what is wrong. */
  show: (faults: readonly FieldFault[]) => Promise<void>;
}
