import type { EntryFormat } from '../decap/decap.ts';
import { logUnexpectedError } from '../messages/plain-error.ts';
import { applyChanges, readFile, writeFile } from './apply-changes.ts';
import { deriveFields, readEntrySummary } from './entry-summary.ts';
import { readRevisionHeader, writeRevisionHeader } from './revision-header.ts';

/**
 * How Decap reads and writes our files: the form's changes are put into the text that was opened, and nothing else is
 * touched. The text travels in the entry itself, under keys that begin with `__`; these are never written.
 */
export function createEntryFormat({ isYaml, today, order }: FormatOptions): EntryFormat {
  return {
    fromFile(stamped) {
      const light = readEntrySummary(stamped);
      if (light) return { ...light, ...deriveFields(light, today) };
      const { text, revision } = readRevisionHeader(stamped);
      try {
        const { fields, body } = readFile(text, isYaml);
        return {
          ...fields,
          ...(body === undefined ? {} : { body }),
          ...deriveFields(fields, today),
          [sourceKey]: text,
          [revisionKey]: revision,
        };
      } catch (error) {
        logUnexpectedError(error);
        return { [unreadableKey]: unreadable, question: unreadable, title: unreadable, name: unreadable };
      }
    },
    toFile(data, formOrder = []) {
      const { body, ...fields } = inOrder(data, order ?? formOrder);
      if (typeof fields[unreadableKey] === 'string') throw new Error(fields[unreadableKey]);
      const { [sourceKey]: source, [revisionKey]: revision } = fields;
      const text = isYaml ? undefined : typeof body === 'string' ? body : '';
      const written = typeof source === 'string' ? applyChanges(source, fields, text) : writeFile(fields, text);
      return writeRevisionHeader(written, typeof revision === 'string' ? revision : null);
    },
  };
}

/** Decap's store forgets the order of many keys. */
function inOrder(data: Record<string, unknown>, order: readonly string[]): Record<string, unknown> {
  const known = order.filter((key) => Object.hasOwn(data, key));
  return Object.fromEntries([...known, ...Object.keys(data)].map((key) => [key, data[key]]));
}

const unreadable = 'この項目は書き方が崩れているため、ここでは開けません。管理者に知らせてください。';
const sourceKey = '__source';
const revisionKey = '__revision';
const unreadableKey = '__unreadable';

interface FormatOptions {
  isYaml: boolean;
  /** ISO day in Japan. */
  today: string;
  /** In which a new file's keys stand; that of the form if left out. */
  order?: readonly string[];
}
