import { findingAt } from '../finding.ts';
import { indexLines } from '../line-index.ts';
import type { DocumentRule } from '../rule.ts';

/** Texts hold Markdown and the known components, and nothing that runs. */
export const safeMdx: DocumentRule = ({ document, parts }) =>
  parts.flatMap(({ text, placeOf, compiled }) => {
    const problems = compiled?.problems ?? [];
    const lines = problems.length === 0 ? [] : indexLines(text);
    return problems.map(({ line, column, message }) => {
      const offset = Math.min((lines[line - 1] ?? 0) + column - 1, text.length);
      return findingAt(document, placeOf(offset), { rule: 'safe-mdx', message });
    });
  });
