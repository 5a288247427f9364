import { parseArgs } from 'node:util';
import type { Finding } from '../../lint/finding.ts';
import { countBySeverity } from '../../lint/report/count-by-severity.ts';
import { reportToGithub } from '../../lint/report/github.ts';
import { reportAsJson } from '../../lint/report/json.ts';
import { reportToTerminal } from '../../lint/report/terminal.ts';
import { checkContent, sayNothingToCheck } from '../../loader/check-content.ts';
import { toDayInJapan } from '../../strings/days.ts';

const usage = `使い方：npm run lint:content -- [--root フォルダー] [--format text|github|json] [--today YYYY-MM-DD]`;

process.exitCode = await main(process.argv.slice(2));

/** 0 when nothing is wrong, 1 when the content has errors, 2 when there was nothing to check. */
async function main(args: string[]): Promise<number> {
  // 1. What is asked.
  const options = readOptions(args);
  if (options === undefined) {
    console.error(usage);
    return 2;
  }

  // 2. Read and check. Where the site is served from makes no difference to what is allowed.
  const say = (line: string): void => console.error(line);
  const { findings, fileCount, isEmpty } = await checkContent(options.root, options.today, '/', say);
  if (isEmpty) {
    console.error(sayNothingToCheck(options.root, '--root'));
    return 2;
  }

  // 3. Tell.
  console.log(report(findings, fileCount, options.format));
  return countBySeverity(findings).error > 0 ? 1 : 0;
}

function readOptions(args: string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args,
      options: {
        root: { type: 'string', default: '.' },
        format: { type: 'string', default: 'text' },
        today: { type: 'string', default: toDayInJapan(new Date()) },
      },
    });
    const { root, format, today } = values;
    if (!isFormat(format) || !/^\d{4}-\d{2}-\d{2}$/.test(today)) return undefined;
    return { root, format, today };
  } catch {
    return undefined;
  }
}

function report(findings: readonly Finding[], fileCount: number, format: Format): string {
  if (format === 'github') return reportToGithub(findings);
  return format === 'json' ? reportAsJson(findings, fileCount) : reportToTerminal(findings, fileCount);
}

function isFormat(format: string): format is Format {
  return format === 'text' || format === 'github' || format === 'json';
}

interface Options {
  root: string;
  format: Format;
  today: string;
}

type Format = 'text' | 'github' | 'json';
