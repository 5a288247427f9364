import type { Finding, Severity } from '../finding.ts';

export function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const error = findings.filter((finding) => finding.severity === 'error').length;
  return { error, warning: findings.length - error };
}
