import { splitFrontMatter } from '../../../src/lint/split-front-matter.ts';
import { describeField, pathOfField } from '../../../src/lint/describe-field.ts';
import { isKeyOf } from '../../../src/schema/choices.ts';
import { collections } from '../../../src/schema/collections.ts';
import type { Finding } from '../../protocol/entry-shapes.ts';
import { plainSentence } from './plain-sentence.ts';

/** What a check says of a text, as what is wrong with a field of the form that the text came from. */
export function toFieldFault(finding: CheckFinding, text: string, collection: string): FieldFault {
  const { field, line } = finding;
  const message = plainSentence(finding.message);
  const path = typeof field === 'string' ? pathOfField(field) : [];
  if (path.length > 0) return { path, label: labelOf(collection, path), message };
  const front = splitFrontMatter(text);
  const before = front ? text.slice(0, front.bodyOffset).split('\n').length - 1 : 0;
  if (!front || line <= before) return { path: [], label: '', message };
  return { path: ['body'], label: bodyLabel, message: `${line - before}行目：${message}` };
}

/** 「回答（2番目）の回答日」; '' where the schema knows no such field. */
export function labelOf(collection: string, path: readonly (string | number)[]): string {
  if (path[0] === 'body') return bodyLabel;
  if (!isKeyOf(collections, collection)) return '';
  const described = describeField(collections[collection].schema, path);
  return described.replace(/（[\w.[\]]+）$/, '').replace(/^[\w.[\]]+$/, '');
}

/**
 * One list of what the form found and what a check of the whole text found: of one field only the first sentence, and
 * nothing of a field around one that is named already.
 */
export function joinFaults(first: readonly FieldFault[], second: readonly FieldFault[]): FieldFault[] {
  const joined: FieldFault[] = [];
  for (const fault of [...first, ...second]) {
    const key = keyOf(fault);
    const isNamed = joined.some((known) => keyOf(known) === key || (key !== '' && keyOf(known).startsWith(`${key}.`)));
    if (key === '' ? joined.every(({ message }) => message !== fault.message) : !isNamed) joined.push(fault);
  }
  return joined;
}

function keyOf({ path }: FieldFault): string {
  return path.join('.');
}

const bodyLabel = 'まとめ（本文）';

type CheckFinding = Pick<Finding, 'line' | 'message'> & { field?: string | null };

export interface FieldFault {
  /** Empty for what concerns no field. */
  path: readonly (string | number)[];
  label: string;
  /** Japanese sentence: what is wrong and what to do. */
  message: string;
  /** To another entry, in which it stands. */
  link?: { address: string; words: string };
}
