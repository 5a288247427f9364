import { findingAt, type Finding } from '../finding.ts';
import { contentLimits } from '../limits.ts';
import type { DocumentRule } from '../rule.ts';

/**
 * Texts are in NFC, the form in which keyboards write: 「が」 pasted from a file name of macOS is two characters, looks
 * the same and is not found.
 */
export const nfc: DocumentRule = ({ document }) => {
  const { source } = document;
  if (source.normalize('NFC') === source) return [];
  const findings: Finding[] = [];
  let offset = 0;
  for (const line of source.split('\n')) {
    if (findings.length > contentLimits.findingsTold) break;
    const normalized = line.normalize('NFC');
    if (normalized !== line)
      findings.push(
        findingAt(document, { offset: offset + firstDifference(line, normalized) }, { rule: 'nfc', message }),
      );
    offset += line.length + 1;
  }
  return findings;
};

const message =
  '濁点などが分かれた文字、または見た目が同じ別の文字があります。その文字を消して、キーボードで打ち直してください。';

function firstDifference(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index++;
  return index;
}
