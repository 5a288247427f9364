import { explainIssue } from '../explain-issue.ts';
import { findingAt, type Finding } from '../finding.ts';
import type { Sheet } from '../read-sheet.ts';
import type { Rule } from '../rule.ts';

/** Every field has the form that the schema of its collection wants. */
export const fields: Rule = ({ document }) => (document.hasFrontMatter ? findFieldErrors(document) : []);

/** Of a value of the wrong type zod also says that it is too long or too short. */
export function findFieldErrors(sheet: Sheet): Finding[] {
  const mistyped = new Set(sheet.issues.filter((issue) => issue.code === 'invalid_type').map((issue) => issue.path.join('.')));
  return sheet.issues
    .filter((issue) => !((issue.code === 'too_big' || issue.code === 'too_small') && mistyped.has(issue.path.join('.'))))
    .flatMap((issue) => explainIssue(issue, sheet.schema, sheet.value))
    .map(({ path, isKey = false, message }) => findingAt(sheet, { path, isKey }, { rule: 'fields', message }));
}
