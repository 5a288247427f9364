import type { Finding } from './finding.ts';
import { contentLimits } from './limits.ts';

/**
 * The findings of one file as they are told: errors first where there are too many, and a last one that says how many
 * are left.
 */
export function capTold(findings: readonly Finding[]): Finding[] {
  const most = contentLimits.findingsTold;
  if (findings.length <= most) return [...findings];
  const isError = ({ severity }: Finding): boolean => severity === 'error';
  const kept = new Set(
    [...findings.filter(isError), ...findings.filter((finding) => !isError(finding))].slice(0, most),
  );
  const told = findings.filter((finding) => kept.has(finding));
  const last = told.at(-1);
  if (!last) return told;
  const { file, line, column } = last;
  const left = findings.length - most;
  const severity = findings.some((finding) => !kept.has(finding) && isError(finding)) ? 'error' : 'warning';
  const message = `このファイルには、ほかにも${left}件以上の指摘があります。上の指摘を直してから、もう一度確かめてください。`;
  return [...told, { file, line, column, rule: 'more-findings', severity, message }];
}
