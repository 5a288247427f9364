import { describe, expect, it } from 'vitest';
import { findPersonalInformation, type PrivacyOptions } from '../../../src/privacy/find-personal-information.ts';
import type { Certainty, PrivacyKind } from '../../../src/privacy/finding.ts';

/**
 * `ok`: texts in which nothing of the kind may be found. `ng`: a text, what must be found in it, and how certain that
 * is.
 */
export function expectCases(kind: PrivacyKind, cases: { ok: OkCase[]; ng: NgCase[]; options?: PrivacyOptions }): void {
  const find = (text: string) =>
    findPersonalInformation(text, cases.options).filter((finding) => finding.kind === kind);

  describe(`${kind}: ok`, () => {
    it.each(cases.ok)('%s', (_why, text) => {
      expect(find(text).map((finding) => text.slice(finding.start, finding.end))).toEqual([]);
    });
  });

  describe(`${kind}: ng`, () => {
    it.each(cases.ng)('%s', (_why, text, found, certainty = 'certain') => {
      const findings = find(text);
      expect(findings.map((finding) => text.slice(finding.start, finding.end))).toEqual([found].flat());
      expect(new Set(findings.map((finding) => finding.certainty))).toEqual(new Set([certainty]));
    });
  });
}

type OkCase = [why: string, text: string];
type NgCase = [why: string, text: string, found: string | string[], certainty?: Certainty];
