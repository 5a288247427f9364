import { findPersonalInformation } from '../../privacy/find-personal-information.ts';
import type { PrivacyFinding, PrivacyKind } from '../../privacy/finding.ts';
import { privacyKinds } from '../../privacy/finding.ts';
import { findingAt, type Finding } from '../finding.ts';
import { contentLimits } from '../limits.ts';
import type { MarkdownPart } from '../markdown-parts.ts';
import type { AnyDocument } from '../parse-document.ts';
import type { Rule } from '../rule.ts';

/** Start of the names of the rules below; the kind follows, so that an exception can name it. */
export const personalInformationPrefix = 'personal-information/';

/**
 * Nothing personal stands anywhere in the file, comments included, nor in what a reader sees: a number may be written with
 * character references or cut by marks. The finding never repeats what it found.
 */
export const personalInformation: Rule = ({ document, parts }) => [...findWritten(document), ...parts.flatMap((part) => findShown(document, part))];

function findWritten(document: AnyDocument): Finding[] {
  const counts = new Map<PrivacyKind, number>();
  const counted = findPersonalInformation(document.source).filter(({ kind }) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= contentLimits.findingsOfKind;
  });
  return counted.map((finding) => findingAt(document, { offset: finding.start }, words(finding)));
}

function findShown(document: AnyDocument, { text, placeOf, compiled }: MarkdownPart): Finding[] {
  if (compiled === undefined || !mayHide.test(text)) return [];
  const written = countByKind(findPersonalInformation(text));
  const hidden = new Map<PrivacyKind, PrivacyFinding>();
  for (const finding of findPersonalInformation(compiled.text)) {
    const left = written.get(finding.kind) ?? 0;
    if (left === 0) hidden.set(finding.kind, finding);
    else written.set(finding.kind, left - 1);
  }
  return [...hidden.values()].map((finding) => findingAt(document, placeOf(Math.max(0, text.search(/\S/))), words(finding, '文字参照や記号で区切って書かれた部分に、')));
}

/** Character references, escapes, and marks inside a run of digits or Latin letters: else what is written is what is shown. */
const mayHide = /&#?[0-9A-Za-z]+;|\\[!-/:-@[-`{-~]|[0-9０-９A-Za-z@＠.-][*_~`]+[0-9０-９A-Za-z@＠.-]/;

function countByKind(findings: readonly PrivacyFinding[]): Map<PrivacyKind, number> {
  const counts = new Map<PrivacyKind, number>();
  for (const { kind } of findings) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

function words({ kind, certainty }: PrivacyFinding, before = '') {
  return { rule: personalInformationPrefix + kind, severity: certainty === 'certain' ? ('error' as const) : ('warning' as const), message: before + privacyKinds[kind].message };
}
