import { findingAt } from '../finding.ts';
import { indexLines } from '../line-index.ts';
import type { DocumentRule } from '../rule.ts';

/**
 * A page that maintainers write can be read by the build, and its links have the forms that links of other texts have.
 */
export const pageBody: DocumentRule = ({ document, parts }) =>
  parts.flatMap(({ text, placeOf, page }) => {
    const problems = page?.problems ?? [];
    const lines = problems.length === 0 ? [] : indexLines(text);
    return problems.map(({ line, column, message }) => {
      const offset = Math.min((lines[line - 1] ?? 0) + column - 1, text.length);
      return findingAt(document, placeOf(offset), { rule: 'page-body', message });
    });
  });
