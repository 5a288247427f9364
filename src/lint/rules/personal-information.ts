import { findPersonalInformation, readAsShown } from '../../privacy/find-personal-information.ts';
import type { PrivacyFinding, PrivacyKind } from '../../privacy/finding.ts';
import { disguisedWords, isOverridable, privacyKinds } from '../../privacy/finding.ts';
import { findingAt, type Finding } from '../finding.ts';
import { contentLimits } from '../limits.ts';
import type { MarkdownPart } from '../markdown-parts.ts';
import type { AnyDocument } from '../parse-document.ts';
import type { DocumentRule } from '../rule.ts';

/** Start of the names of the rules below; the kind follows, so that an exception can name it. */
export const personalInformationPrefix = 'personal-information/';

/**
 * Nothing personal stands anywhere in the file, comments included, nor in what a reader sees: a number may be written
 * with character references or cut by marks. The finding never repeats what it found.
 */
export const personalInformation: DocumentRule = ({ document, parts }) => listPersonalInformation(document, parts);

export function listPersonalInformation(document: AnyDocument, parts: readonly MarkdownPart[]): Finding[] {
  return [...findWritten(document), ...parts.flatMap((part) => findShown(document, part))];
}

/**
 * What a finding found, the same however it is written (`0575-12-3456`, `０５７５（12）3456`), for judging one value and no
 * other. It stands beside the finding, not in it, so that no report and no answer can print it.
 */
export function readFoundValue(finding: Finding): string | undefined {
  return foundValues.get(finding);
}

/** Lays a value beside a finding, whose own it is. */
export function keepFoundValue(finding: Finding, value: string): Finding {
  foundValues.set(finding, value);
  return finding;
}

/** Whether a person may decide that what was found stays. */
export function isOverridableFinding({ rule, severity }: Finding): boolean {
  const kind = rule.startsWith(personalInformationPrefix) ? rule.slice(personalInformationPrefix.length) : '';
  return isKind(kind) && isOverridable(kind, severity === 'error' ? 'certain' : 'likely');
}

function isKind(word: string): word is PrivacyKind {
  return Object.hasOwn(privacyKinds, word);
}

const foundValues = new WeakMap<Finding, string>();

function findWritten(document: AnyDocument): Finding[] {
  const report = (finding: PrivacyFinding) =>
    keepFoundValue(findingAt(document, { offset: finding.start }, words(finding)), valueOf(finding, document.source));
  return [...groupByKind(findPersonalInformation(document.source)).values()].flatMap((found) => {
    const next = found[contentLimits.findingsOfKind];
    // What is not looked at could be anything; no judgement covers it.
    const excess = next ? [findingAt(document, { offset: next.start }, tooMany(next))] : [];
    return [...found.slice(0, contentLimits.findingsOfKind).map(report), ...excess];
  });
}

/** What a reader sees and the file does not say in so many signs. A value that is written elsewhere hides no other. */
function findShown(document: AnyDocument, { text, placeOf, compiled }: MarkdownPart): Finding[] {
  if (compiled === undefined || !mayHide.test(text)) return [];
  const written = new Set(findPersonalInformation(text).map((finding) => keyOf(finding, text)));
  const hidden = new Map<string, PrivacyFinding>();
  for (const finding of findPersonalInformation(compiled.text)) {
    const key = keyOf(finding, compiled.text);
    if (!written.has(key) && hidden.size < contentLimits.findingsOfKind) hidden.set(key, finding);
  }
  const place = placeOf(Math.max(0, text.search(/\S/)));
  const shown = compiled.text;
  return [...hidden.values()].map((finding) =>
    keepFoundValue(findingAt(document, place, words(finding, disguisedWords)), valueOf(finding, shown)),
  );
}

function keyOf(found: PrivacyFinding, text: string): string {
  return `${found.kind} ${valueOf(found, text)}`;
}

/** Numbers are their digits; in words neither width nor case nor spaces nor marks matter. */
function valueOf({ kind, start, end }: PrivacyFinding, text: string): string {
  const value = readAsShown(text.slice(start, end)).normalize('NFKC').toLowerCase();
  return kind === 'phone' || kind === 'postal-code' ? value.replace(/\D+/g, '') : value.replace(/\s+/g, '');
}

/**
 * Character references, escapes, and marks inside a run of digits or Latin letters: else what is written is what is
 * shown.
 */
const mayHide = /&#?[0-9A-Za-z]+;|\\[!-/:-@[-`{-~]|[0-9０-９A-Za-z@＠.-][*_~`]+[0-9０-９A-Za-z@＠.-]/;

function groupByKind(findings: readonly PrivacyFinding[]): Map<PrivacyKind, PrivacyFinding[]> {
  const groups = new Map<PrivacyKind, PrivacyFinding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.kind);
    if (group) group.push(finding);
    else groups.set(finding.kind, [finding]);
  }
  return groups;
}

function tooMany({ kind }: PrivacyFinding) {
  const most = contentLimits.findingsOfKind.toLocaleString('ja');
  const message = `${privacyKinds[kind].label}のように見えるところが${most}件より多く、確かめきれません。減らすか、項目を分けてください。`;
  return { rule: 'personal-information-limit', message };
}

function words({ kind, certainty, message }: PrivacyFinding, before = '') {
  return {
    rule: personalInformationPrefix + kind,
    severity: certainty === 'certain' ? ('error' as const) : ('warning' as const),
    message: message.startsWith(before) ? message : before + message,
  };
}
