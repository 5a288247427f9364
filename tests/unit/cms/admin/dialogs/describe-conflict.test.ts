import { expect, it } from 'vitest';
import { sideAsText } from '../../../../../cms/admin/dialogs/describe-conflict.ts';
import { MergeConflict } from '../../../../../cms/admin/merge/merge-conflict.ts';

const file = '---\nquestion: 題\n---\n\n上の文です。\n';
/** A whole entry, as a dialog shows it where somebody deleted it. */
const whole = new MergeConflict([], undefined, file, 'value');

it.each([
  ['lines of Unix', file],
  ['lines of Windows', file.replace(/\n/g, '\r\n')],
  ['a byte order mark', `\uFEFF${file}`],
  ['spaces behind the dashes', file.replace(/^---$/gm, '--- ')],
  ['no fields', '---\n---\n\n上の文です。\n'],
  ['no front matter', '上の文です。\n'],
])('shows the text of an entry without its fields: %s', (_name, source) => {
  expect(sideAsText(source, whole, 'qa')).toBe('上の文です。');
});
