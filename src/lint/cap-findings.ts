import type { Finding } from './finding.ts';
import { contentLimits } from './limits.ts';

/**
 * The findings of one file, in their order, up to the limit of `contentLimits`. Above it warnings are dropped before
 * errors, and a last finding says how many were dropped.
 */
export function capFindings(findings: readonly Finding[]): Finding[] {
  const max = contentLimits.findingsTold;
  if (findings.length <= max) return [...findings];
  const isError = ({ severity }: Finding): boolean => severity === 'error';
  const kept = new Set([...findings.filter(isError), ...findings.filter((finding) => !isError(finding))].slice(0, max));
  const reported = findings.filter((finding) => kept.has(finding));
  const last = reported.at(-1);
  if (!last) return reported;
  const { file, line, column } = last;
  const left = findings.length - max;
  const severity = findings.some((finding) => !kept.has(finding) && isError(finding)) ? 'error' : 'warning';
  const message = `このファイルには、ほかにも${left}件以上の指摘があります。上の指摘を直してから、もう一度確かめてください。`;
  return [...reported, { file, line, column, rule: 'more-findings', severity, message }];
}
