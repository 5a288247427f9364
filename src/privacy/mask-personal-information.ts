import type { PrivacyFinding } from './finding.ts';
import { privacyKinds } from './finding.ts';

/**
 * Puts a label such as 〔電話番号〕 in the place of each finding. The findings must be those of this very text, without
 * overlaps.
 */
export function maskPersonalInformation(text: string, findings: readonly PrivacyFinding[]): string {
  let masked = '';
  let from = 0;
  for (const { kind, start, end } of [...findings].sort((a, b) => a.start - b.start)) {
    masked += `${text.slice(from, start)}〔${privacyKinds[kind].label}〕`;
    from = end;
  }
  return masked + text.slice(from);
}
