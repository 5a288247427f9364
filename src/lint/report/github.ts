import type { Finding } from '../finding.ts';

/**
 * One workflow command a finding, which GitHub shows at the line of the pull request.
 * Escapes as in GitHub's own toolkit (`@actions/core`, command.ts).
 */
export function reportToGithub(findings: readonly Finding[]): string {
  return findings
    .map(({ file, line, column, severity, message, field, rule }) => {
      const text = field === undefined ? message : `${message}〔${field}〕`;
      return `::${severity} file=${escapeProperty(file)},line=${line},col=${column},title=${escapeProperty(rule)}::${escapeData(text)}`;
    })
    .join('\n');
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
