import type { Finding } from '../finding.ts';
import { countBySeverity } from './count-by-severity.ts';

export function reportAsJson(findings: readonly Finding[], fileCount: number): string {
  return JSON.stringify({ files: fileCount, ...countBySeverity(findings), findings }, undefined, 2);
}
