import type { Finding, Severity } from '../finding.ts';
import { countBySeverity } from './count-by-severity.ts';

/** Findings grouped by file, each with its place, weight, sentences and field, and a count at the end. */
export function reportToTerminal(findings: readonly Finding[], fileCount: number): string {
  const groups = Map.groupBy(findings, (finding) => finding.file);
  const blocks = [...groups.values()].map((group) => group.map(formatFinding).join('\n'));
  return [...blocks, summarise(findings, fileCount)].join('\n\n');
}

const severityWords: Readonly<Record<Severity, string>> = { error: 'エラー', warning: '注意' };

function formatFinding({ file, line, column, severity, message, field }: Finding): string {
  return `${file}:${line}:${column} ${severityWords[severity]} ${message}${field === undefined ? '' : `〔${field}〕`}`;
}

function summarise(findings: readonly Finding[], fileCount: number): string {
  const { error, warning } = countBySeverity(findings);
  const found =
    findings.length === 0
      ? '問題は見つかりませんでした。'
      : `エラー ${error}件、注意 ${warning}件（${new Set(findings.map((finding) => finding.file)).size}ファイル）。`;
  return `${fileCount}ファイルを調べました。${found}`;
}
