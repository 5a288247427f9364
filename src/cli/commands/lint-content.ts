import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sortFindings, type Finding } from '../../lint/finding.ts';
import { listTextsToCompile } from '../../lint/markdown-parts.ts';
import { lintContent } from '../../lint/lint-content.ts';
import { collectionOf, findStray } from '../../lint/locate-file.ts';
import { parseDocument, type AnyDocument } from '../../lint/parse-document.ts';
import { readPlainYaml } from '../../lint/read-plain-yaml.ts';
import { parsePrivacyExceptions, privacyExceptionsFile } from '../../lint/privacy-exceptions.ts';
import { countBySeverity } from '../../lint/report/count-by-severity.ts';
import { reportToGithub } from '../../lint/report/github.ts';
import { reportAsJson } from '../../lint/report/json.ts';
import { reportToTerminal } from '../../lint/report/terminal.ts';
import { checkImages } from '../../loader/check-images.ts';
import { startCompiler, type CompileJob } from '../../loader/compile-ahead.ts';
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

  // 2. Read.
  const files = await listFiles(options.root, 'content');
  const sources = await Promise.all(
    files.map(async (file) => ({
      file,
      source: collectionOf(file) === undefined ? '' : await readFile(path.join(options.root, file), 'utf8'),
    })),
  );
  const exceptions = files.includes(privacyExceptionsFile)
    ? parsePrivacyExceptions(await readFile(path.join(options.root, privacyExceptionsFile), 'utf8'))
    : undefined;
  const images = await checkImages(options.root);

  if (sources.length === 0) {
    console.error(`「${path.join(options.root, 'content')}」にファイルがありません。--root を確かめてください。`);
    return 2;
  }

  // 3. Check.
  const compiler = startCompiler(sources.length);
  const documents = sources.flatMap(({ file, source }): AnyDocument[] => {
    const collection = collectionOf(file);
    if (collection === undefined) return [];
    const document = parseDocument(file, source, collection, readPlainYaml) as AnyDocument;
    compiler.add(listTextsToCompile(document).map(toJob));
    return [document];
  });
  const strays = files.map(findStray).filter((finding) => finding !== undefined);
  const compileJob = await compiler.finish();
  const compile = (text: string) => compileJob(toJob(text));
  const findings = sortFindings([
    ...lintContent({ documents, today: options.today, media: images.addresses, exceptions, compile }),
    ...strays,
    ...images.findings,
  ]);

  // 4. Tell.
  console.log(report(findings, files.length + images.count, options.format));
  return countBySeverity(findings).error > 0 ? 1 : 0;
}

/** Where the site is served from makes no difference to what is allowed. */
function toJob(text: string): CompileJob {
  return { text, basePath: '/' };
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

/** POSIX paths below `root`, in a stable order; none where the folder is missing. */
async function listFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
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
