import { describe, expect, it } from 'vitest';
import { lint, type Files, type LintOptions } from './content.ts';

/**
 * `ok`: files in which the rule finds nothing. `ng`: files and, for each finding of the rule in order, a pattern that
 * must match it printed as `file:line:column severity message〔field〕`.
 */
export function expectRule(rule: string, cases: { ok: OkCase[]; ng: NgCase[] }): void {
  const find = (files: Files, options?: LintOptions) =>
    lint(files, options)
      .filter((finding) => finding.rule.startsWith(rule))
      .map(
        ({ file, line, column, severity, message, field }) =>
          `${file}:${line}:${column} ${severity} ${message}〔${field ?? ''}〕`,
      );

  describe(`${rule}: ok`, () => {
    it.each(cases.ok)('%s', (_why, files, options) => {
      expect(find(files, options)).toEqual([]);
    });
  });

  describe(`${rule}: ng`, () => {
    it.each(cases.ng)('%s', (_why, files, expected, options) => {
      const found = find(files, options);
      const patterns = [expected].flat();
      expect(found).toHaveLength(patterns.length);
      for (const [index, pattern] of patterns.entries()) expect(found[index]).toMatch(pattern);
    });
  });
}

type OkCase = [why: string, files: Files, options?: LintOptions];
type NgCase = [why: string, files: Files, expected: RegExp | RegExp[], options?: LintOptions];
