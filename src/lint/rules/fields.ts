import type * as z from 'zod';
import { explainIssue } from '../explain-issue.ts';
import { findingAt, type Finding } from '../finding.ts';
import { contentLimits } from '../limits.ts';
import type { ParsedYaml } from '../parse-yaml-file.ts';
import type { DocumentRule } from '../rule.ts';

/** Every field has the form that the schema of its collection wants. */
export const fields: DocumentRule = ({ document }) => (document.hasFrontMatter ? findFieldErrors(document) : []);

/** Of a value of the wrong type zod also says that it is too long or too short. */
export function findFieldErrors(sheet: ParsedYaml): Finding[] {
  const mistyped = new Set(
    sheet.issues.filter((issue) => issue.code === 'invalid_type').map((issue) => issue.path.join('.')),
  );
  return sheet.issues
    .filter(
      (issue) => !((issue.code === 'too_big' || issue.code === 'too_small') && mistyped.has(issue.path.join('.'))),
    )
    .slice(0, contentLimits.findingsTold + 1)
    .flatMap((issue) => explainIssue(withFewKeys(issue), sheet.schema, sheet.value))
    .slice(0, contentLimits.findingsTold + 1)
    .map(({ path, isKey = false, message }) => findingAt(sheet, { path, isKey }, { rule: 'fields', message }));
}

/** One issue may speak of thousands of unknown fields, each of which is explained. */
function withFewKeys(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  const most = contentLimits.findingsTold + 1;
  if (issue.code !== 'unrecognized_keys' || issue.keys.length <= most) return issue;
  return { ...issue, keys: issue.keys.slice(0, most) };
}
